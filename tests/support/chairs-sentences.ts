import { readFileSync } from "node:fs";
import { findingsOf } from "@/domain/findings/finding";
import { contradictionsIn, type WordingIssue } from "@/domain/wording/contradictions";
import { questionnaireOf, releaseOf, scaleItem, scaleTally } from "./release-of";

/** `seen` was written before the check, `unseen` after it, `later` before it was widened by families; to `heldOut` it is not fitted. */
type Half = "seen" | "unseen" | "later" | "heldOut";
type Sentences = Readonly<Record<Half, { readonly contradicting: string[]; readonly harmless: string[] }>>;

export const chairsSentences = (): Sentences =>
  JSON.parse(readFileSync("tests/support/chairs-sentences.json", "utf8"));

const STATEMENT =
  "The United Nations should help national authorities to articulate defence strategies and set priorities for reform.";
/** Seats of the panel besides Member States. */
const DELEGATIONS = ["African Union", "International Committee of the Red Cross", "Holy See"];

/** The finding around which they are written: 34 of 45 in support, 4 opposed, 3 without position, 64 seats. */
export function chairsFinding(statement = STATEMENT) {
  const item = { ...scaleItem(5), statements: [{ id: "s0", text: statement }] };
  const tally = scaleTally([0, 4, 7, 23, 11]);
  const [finding] = findingsOf(questionnaireOf(item), releaseOf(item, tally, 64));
  if (finding === undefined) throw new Error("a statement gives a finding");
  return { ...finding, noPosition: 3 };
}

/** What the check says of a sentence around that finding's phrase as drafted. */
export const issuesOf = (sentence: string): WordingIssue[] =>
  contradictionsIn(sentence, { finding: chairsFinding(), optionId: null, phrase: "largelyFor" }, DELEGATIONS);
