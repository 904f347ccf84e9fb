import { type Bytes, fromBase64Url } from "@/domain/anonymity/encoding";
import { type ParsedCode, parseRecoveryCode } from "@/domain/anonymity/recovery-code";
import type { Answers } from "@/domain/questionnaire/questionnaire";
import { keptDevice, readable, thisDevice } from "../../../../../_protocol/device";
import { answersIn, keptAnswers } from "../../../../../_protocol/receipts";

/** Whose answers a browser looks for: the code, and the answers where it has them. */
export type ToLookFor = { readonly code: Bytes | null; readonly answers: Answers | null };

type CodeProblem = Extract<ParsedCode, { problem: string }>;
export type Chosen =
  | ToLookFor
  | { readonly problem: CodeProblem["problem"]; readonly values: CodeProblem["values"] }
  | { readonly problem: "file" | "fileWithoutCode"; readonly values: Record<string, never> };

async function withKept(slug: string, roundId: string, code: Bytes | null): Promise<ToLookFor> {
  if (code === null) return { code, answers: null };
  const places = [thisDevice(slug, true), thisDevice(slug, false)];
  return { code, answers: await keptAnswers(places, code, roundId) };
}

/** What this browser keeps of whoever enrolled here. */
export async function keptHere(slug: string, roundId: string): Promise<ToLookFor> {
  const place = await keptDevice(slug);
  const kept = place === null ? null : await readable(place);
  return withKept(slug, roundId, kept === null ? null : fromBase64Url(kept.code));
}

/**
 * What the participant asks to look for: a code that was typed comes before the one kept here, and answers in a file before
 * those kept here. Else what is wrong with either.
 */
export async function chosen(
  slug: string,
  roundId: string,
  typed: string,
  file: File | undefined,
): Promise<Chosen> {
  const kept = await keptHere(slug, roundId);
  let own = kept;
  if (typed.trim() !== "") {
    const parsed = parseRecoveryCode(typed);
    if ("problem" in parsed) return parsed;
    own = await withKept(slug, roundId, parsed.bytes);
  }
  if (file === undefined) return own;
  const answers = answersIn(await file.text(), roundId);
  if (answers === null) return { problem: "file", values: {} };
  return own.code === null ? { problem: "fileWithoutCode", values: {} } : { code: own.code, answers };
}
