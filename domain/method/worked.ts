import type { Finding } from "@/domain/findings/finding";
import type { Message } from "@/domain/findings/message";
import { sentenceMessages } from "@/domain/findings/sentence";

/** One example worked through: its figures, the row of the ladder that they come to, and what is then written. */
export type Worked = { readonly row: string; readonly figures: Message; readonly reads: Message };

/** The sentence of a finding; for an approval, the sentence about its option. */
export function sentenceOf(finding: Finding): Message {
  const sentence = sentenceMessages(finding).at(-1);
  if (sentence === undefined) throw new Error("a finding has a sentence");
  return sentence;
}
