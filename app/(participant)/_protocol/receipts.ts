import { type Bytes, fromBase64Url, toBase64Url } from "@/domain/anonymity/encoding";
import { hasRoot } from "@/domain/anonymity/merkle";
import { leafBytes } from "@/domain/anonymity/response";
import type { Answers } from "@/domain/questionnaire/questionnaire";
import type { Device } from "./device";
import type { Progress } from "./enrol";
import { saltOf, sha256 } from "./secrets";
import type { Box } from "./transport";

/** Answers to look for, and the recovery code that their salts come from. */
export type OwnAnswers = { readonly code: Bytes; readonly answers: Answers };

export type CheckedItem = {
  readonly itemId: string;
  /** How many leaves the box has for it. */
  readonly leaves: number;
  /** Whether these are the leaves whose root the release states. */
  readonly whole: boolean;
  /** Whether this participant's leaf is among them; null where nobody's answers are looked for. */
  readonly own: "found" | "notFound" | "notAnswered" | null;
};

/** A round as far as its leaves are concerned: the release's roots, and every item that was asked. */
type RoundToCheck = {
  readonly roundId: string;
  readonly roots: Readonly<Record<string, string>>;
  readonly itemIds: readonly string[];
};

async function ownAmong(
  leaves: readonly string[],
  roundId: string,
  itemId: string,
  { code, answers }: OwnAnswers,
) {
  const answer = answers[itemId];
  if (answer === undefined) return "notAnswered";
  const leaf = await sha256(leafBytes(itemId, await saltOf(code, roundId, itemId), answer));
  return leaves.includes(toBase64Url(leaf)) ? "found" : "notFound";
}

/**
 * Downloads all leaves of all items, whatever was answered, so that nobody can see what is looked for; holds them against
 * the release's roots, and looks for this participant's own among them. Neither code nor answers leave the browser.
 */
export async function checkedRound(
  box: Pick<Box, "leaves">,
  { roundId, roots, itemIds }: RoundToCheck,
  own: OwnAnswers | null,
  progress: Progress = () => undefined,
): Promise<CheckedItem[]> {
  const checked: CheckedItem[] = [];
  for (const itemId of itemIds) {
    progress(checked.length, itemIds.length);
    const { leaves } = await box.leaves({ roundId, itemId });
    checked.push({
      itemId,
      leaves: leaves.length,
      whole: await hasRoot(leaves.map(fromBase64Url), roots[itemId], sha256),
      own: own === null ? null : await ownAmong(leaves, roundId, itemId, own),
    });
  }
  return checked;
}

/**
 * What was last sent in a round with this code, as one of these devices keeps it; whether or not a reply came, since the
 * leaves tell. Null where none does: the box has deleted every response, so that answers kept nowhere are nowhere.
 */
export async function keptAnswers(
  devices: readonly Device[],
  code: Bytes,
  roundId: string,
): Promise<Answers | null> {
  for (const device of devices) {
    const sent = await device
      .of(code)
      .sent(roundId)
      .catch(() => null);
    if (sent !== null) return sent.answers;
  }
  return null;
}

/** The answers of one round as their participant may save them, to look for them later or elsewhere. */
export type SavedAnswers = { readonly version: 1; readonly roundId: string; readonly answers: Answers };

/** The answers in a saved file, if it is one of this round; null for anything else. */
export function answersIn(text: string, roundId: string): Answers | null {
  try {
    const saved = JSON.parse(text) as Partial<SavedAnswers> | null; // looked at below; a wrong answer is merely not found
    const { version, roundId: of, answers } = saved ?? {};
    return version === 1 && of === roundId && typeof answers === "object" ? answers : null;
  } catch {
    return null;
  }
}
