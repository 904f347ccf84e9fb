import { z } from "zod";
import { type Bytes, canonicalJson, labelled, utf8 } from "@/domain/anonymity/encoding";
import type { Release } from "@/domain/disclosure/release";
import type { Finding } from "@/domain/findings/finding";
import type { Letter } from "@/domain/letter/letter";
import type { Questionnaire } from "@/domain/questionnaire/questionnaire";
import type { Report } from "@/domain/report/document";
import type { ChosenWords } from "@/domain/wording/chosen";
import { type EditionKind, editionNumberSchema } from "./edition";

/** What co-hosts sign off together: a round's findings, the report, or that an edition of it is withdrawn. */
export const subjectSchema = z.discriminatedUnion("of", [
  z.object({ of: z.literal("findings"), roundId: z.uuid() }),
  z.object({ of: z.literal("report") }),
  z.object({ of: z.literal("withdrawal"), number: editionNumberSchema }),
]);
export type Subject = z.infer<typeof subjectSchema>;

/** What hosts write words of their own for: a corrigendum stands with the report, a reason with a withdrawal. */
export const notedSubjectSchema = z.discriminatedUnion("of", [
  subjectSchema.options[1],
  subjectSchema.options[2],
]);
export type NotedSubject = z.infer<typeof notedSubjectSchema>;

/** The longest such note, in characters. */
export const LONGEST_NOTE = 2000;

/** The name under which signatures are kept: `findings/<round>`, `report`, `withdrawal/2`. */
export function subjectKey(subject: Subject): string {
  if (subject.of === "findings") return `findings/${subject.roundId}`;
  return subject.of === "report" ? "report" : `withdrawal/${subject.number}`;
}

/** Everything that readers are given by the act that is signed. Plain JSON. */
export type SignedContent =
  | {
      readonly of: "findings";
      readonly roundId: string;
      readonly questionnaire: Questionnaire;
      readonly release: Release;
      /** As drafted. Movement follows from the releases of the rounds, and depends on which others are published. */
      readonly findings: readonly Finding[];
      /** The words that the chair chose for some of them. */
      readonly chosen: ChosenWords;
    }
  | {
      readonly of: "report";
      readonly kind: EditionKind;
      readonly report: Report;
      readonly letter: Letter | null;
      readonly corrigendum: string | null;
    }
  | {
      readonly of: "withdrawal";
      readonly number: number;
      /** Hash of the edition that is withdrawn; null where it was published before there were signatures. */
      readonly edition: string | null;
      readonly reason: string;
    };

/** What is hashed, and so signed: the content in canonical JSON (RFC 8785) under a label of its own. */
export const signedBytes = (content: SignedContent): Bytes =>
  labelled("sign-off", utf8(canonicalJson({ version: 1, ...content })));

/** A mission's signature for one exact version, given by its hash (hexadecimal). */
export type Signature = {
  readonly missionId: string;
  readonly hash: string;
  /** Whether a change was noticed after it: it then counts for nothing, even if the change is undone. */
  readonly withdrawn: boolean;
};

/** The signatures that count for a version: of its own hash alone, and never withdrawn. */
export const counting = <One extends Signature>(signatures: readonly One[], hash: string): One[] =>
  signatures.filter((one) => one.hash === hash && !one.withdrawn);

/** The co-hosting missions whose signature for this version is awaited. */
export function awaited<Mission extends { readonly id: string }>(
  missions: readonly Mission[],
  signatures: readonly Signature[],
  hash: string,
): Mission[] {
  const signed = new Set(counting(signatures, hash).map(({ missionId }) => missionId));
  return missions.filter(({ id }) => !signed.has(id));
}

/** A hash for the eye, in groups of four digits: "b41e 07c9 …". */
export const grouped = (hash: string): string => hash.match(/.{1,4}/g)?.join(" ") ?? "";

/** The first eight digits, by which people tell versions apart: "b41e 07c9". */
export const versionName = (hash: string): string => grouped(hash.slice(0, 8));
