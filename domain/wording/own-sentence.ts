import type { ApprovalOption } from "@/domain/findings/approval";
import type { Finding } from "@/domain/findings/finding";
import type { Message } from "@/domain/findings/message";
import type { Safeguard } from "@/domain/findings/safeguards";
import { namedValues, quotable } from "@/domain/findings/sentence";
import { aroundPhrase, type Choice } from "./chosen";

/** The chair's sentence around the phrase of a row, with the safeguards that stand before the phrase. */
export function ownSentence(
  finding: Finding,
  { claim, rung, chosen }: Choice,
  safeguards: readonly Safeguard[],
): Message {
  const { before, after } = aroundPhrase(chosen.wording ?? "");
  const says = (safeguard: Safeguard) => safeguards.includes(safeguard);
  const options = finding.kind === "choice" || finding.kind === "ranking" ? finding.options : [];
  return {
    key: `wording.own.${claim.ladder}.${rung.phrase}`,
    values: {
      ...placed(before, says("indicative"), says("amongThoseResponding")),
      after: ending(after),
      ...namedValues(rung.named, options),
    },
  };
}

/** The chair's sentence around the phrase of one option of an approval. */
export function ownOption({ key, text, amongThoseResponding }: ApprovalOption, wording: string): Message {
  const { before, after } = aroundPhrase(wording);
  return {
    key: `wording.own.approval.${key}`,
    values: {
      before: before === "" ? "" : `${before} `,
      option: quotable(text),
      base: amongThoseResponding ? "responding" : "bare",
      after: ending(after),
    },
  };
}

/**
 * What stands before the phrase. `lead` opens the sentence: with nothing, "Among those responding", "Indicatively" or both
 * where the phrase comes first; with the chair's words, after "Indicatively:" where need be. `join` leads from these to
 * the phrase, and `capital` tells whether the phrase begins a sentence.
 */
function placed(before: string, indicative: boolean, responding: boolean): Message["values"] {
  if (before === "") {
    const lead = indicative ? (responding ? "both" : "indicative") : responding ? "responding" : "none";
    return { before, lead, join: "none", capital: lead === "none" ? "yes" : "no" };
  }
  const lead = indicative ? "indicativeText" : "text";
  const sentence = /[.!?…]["”’)]*$/.test(before);
  if (!responding) return { before, lead, join: "space", capital: sentence ? "yes" : "no" };
  const join = sentence ? "sentence" : /[,;:–—]$/.test(before) ? "clause" : "comma";
  return { before, lead, join, capital: "no" };
}

/** What stands after the phrase, as the end of a sentence. */
function ending(after: string): string {
  if (after === "") return ".";
  const gap = /^[,;:.!?)]/.test(after) ? "" : " ";
  return `${gap}${after}${/[.!?…]["”’)]*$/.test(after) ? "" : "."}`;
}
