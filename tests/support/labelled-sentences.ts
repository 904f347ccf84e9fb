import { readFileSync } from "node:fs";
import { identifying } from "@/domain/anonymity/identifying";

/** `seen` was written beside the lists, `unseen` by somebody who had not seen them. */
type Half = "seen" | "unseen";
export type Labelled = {
  readonly half: Half;
  readonly language: string;
  readonly identifying: boolean;
  readonly text: string;
};

/** Sentences that a person has labelled as identifying their author's delegation, or not. */
export function labelledSentences(half: Half): Labelled[] {
  const all: Labelled[] = JSON.parse(readFileSync("tests/domain/anonymity/labelled-sentences.json", "utf8"));
  return all.filter((sentence) => sentence.half === half);
}

/** How many of one half's identifying sentences the check finds, and how many of the harmless ones it takes for such. */
export function measureOf(half: Half) {
  const sentences = labelledSentences(half);
  const found = (label: boolean) => {
    const labelled = sentences.filter((sentence) => sentence.identifying === label);
    const alarmed = labelled.filter(({ text }) => identifying(text).length > 0);
    return { of: labelled.length, found: alarmed.length, share: alarmed.length / labelled.length };
  };
  return { identifying: found(true), harmless: found(false) };
}
