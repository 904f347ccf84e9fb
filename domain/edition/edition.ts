import { z } from "zod";
import type { Letter } from "@/domain/letter/letter";
import type { Publication, Report } from "@/domain/report/document";

export const editionNumberSchema = z.int().min(1).max(9999);

/** The number that a part of an address gives, `1` to `9999`; null for any other text. */
export function editionNumberIn(part: string): number | null {
  const read = editionNumberSchema.safeParse(/^[1-9]\d*$/.test(part) ? Number(part) : null);
  return read.success ? read.data : null;
}

/** Whether rounds are still to come. */
export type EditionKind = "interim" | "final";

/** One published version of a consultation's report, with all that its files say of it. Plain JSON. */
export type Edition = Publication & {
  readonly slug: string;
  /** 1, 2, 3 … in the order of publication. */
  readonly number: number;
  readonly kind: EditionKind;
  readonly report: Report;
  /** Null where none was signed with it. */
  readonly letter: Letter | null;
  /** SHA-256 of `signedBytes` in hexadecimal: what was signed. Null in an edition of before there were signatures. */
  readonly hash: string | null;
  /** The co-hosting missions that signed, with the moment, ISO 8601. */
  readonly signatures: readonly { readonly mission: string; readonly signedAt: string }[];
  /** What was wrong in the edition before, where this one corrects it. */
  readonly corrigendum: string | null;
  /** Null in every edition that is read: one that was withdrawn is listed with this, and has no content any more. */
  readonly withdrawal: { readonly withdrawnAt: string; readonly reason: string } | null;
};

/** What the list of a report's editions says of each. */
export type ListedEdition = Pick<
  Edition,
  "number" | "kind" | "publishedAt" | "address" | "corrigendum" | "withdrawal"
>;

/** The edition that is read where none is asked for: the last that stands; null where every one was withdrawn. */
export const latestStanding = <One extends Pick<Edition, "number" | "withdrawal">>(
  editions: readonly One[],
): One | null =>
  editions.reduce<One | null>(
    (latest, one) =>
      one.withdrawal === null && (latest === null || one.number > latest.number) ? one : latest,
    null,
  );

/** The number of the edition that corrects this one: the next, if it stands and says what was wrong; null otherwise. */
export const correctedBy = (
  { number }: Pick<Edition, "number">,
  editions: readonly Pick<Edition, "number" | "corrigendum" | "withdrawal">[],
): number | null => {
  const next = editions.find((one) => one.number === number + 1);
  return next !== undefined && next.corrigendum !== null && next.withdrawal === null ? next.number : null;
};

/** A report is interim while one of the planned rounds has not published its findings. */
export const editionKind = (rounds: readonly { readonly published: boolean }[]): EditionKind =>
  rounds.every(({ published }) => published) ? "final" : "interim";
