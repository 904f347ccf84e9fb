import { fold, small } from "@/domain/anonymity/naming/folding";
import type { Finding } from "@/domain/findings/finding";
import type messages from "@/messages/en.json";
import { claimWordsIn } from "./claim-words";
import { consensusClaims } from "./consensus-claims";
import { contraryIn } from "./contrary";
import { delegationsMentioned } from "./delegations-counted";
import { individualsIn } from "./individuals";
import { namesSaid } from "./names-said";
import { numbersNotShown } from "./numbers-said";
import { pointedAt } from "./pointed-at";
import { quantitiesIn } from "./quantities";
import { MARKER, readingOf } from "./reading";
import { reversalsIn } from "./reversals";
import { shownOf } from "./shown";
import { unityIn } from "./unity";
import { universalsIn } from "./universals";

/** Every issue has its sentence under `wordingIssues` in `messages/`. */
export type WordingIssue = {
  readonly code: keyof (typeof messages)["wordingIssues"];
  /** What it is about, in the chair's own words; empty where it is about the whole sentence. */
  readonly passage: string;
};

/** What a sentence is held against: its finding (of an approval one option) and the row whose phrase it carries. */
export type Figured = {
  readonly finding: Finding;
  readonly optionId: string | null;
  readonly phrase: string;
};

/**
 * What in a chair's sentence says something that the figures do not, each passage once. English is read; names are found
 * in every official language. `delegations` are the names of the panel's seats. The words of the question itself are
 * free: whoever quotes it adds nothing.
 */
export function contradictionsIn(
  sentence: string,
  { finding, optionId, phrase }: Figured,
  delegations: readonly string[],
): WordingIssue[] {
  const reading = readingOf(sentence);
  const shown = shownOf(finding, optionId);
  const asked = ownWords(finding);
  const found: Readonly<Partial<Record<WordingIssue["code"], readonly string[]>>> = {
    consensus: [...consensusClaims(reading), ...unityIn(reading)],
    individual: [...individualsIn(reading), ...pointedAt(reading)],
    universal: universalsIn(reading, shown),
    quantity: quantitiesIn(reading, shown),
    claim: claimWordsIn(reading, phrase),
    number: numbersNotShown(reading, shown),
    named: namesSaid(sentence.replace(MARKER, " … "), delegations),
    delegations: finding.severalSeats ? delegationsMentioned(reading) : [],
    reversed: [...reversalsIn(reading, asked.join(" ")), ...contraryIn(reading, phrase)],
  };
  const free = asked.map(bare);
  const codes = Object.keys(found) as WordingIssue["code"][]; // the keys of the literal above
  return codes.flatMap((code) =>
    [...new Set(found[code])]
      .filter((passage) => code === "reversed" || !free.some((text) => text.includes(bare(passage))))
      .map((passage) => ({ code, passage })),
  );
}

/** A text by its words alone, so that a passage is found in it whole. */
const bare = (text: string): string =>
  ` ${small(fold(text).letters)
    .replaceAll(/[^\p{L}\p{N}%]+/gu, " ")
    .trim()} `;

/** What the hosts asked: the prompt, the statement, the options. */
function ownWords(finding: Finding): string[] {
  switch (finding.kind) {
    case "scale":
      return [finding.statement, finding.prompt];
    case "text":
      return [finding.prompt];
    default:
      return [finding.prompt, ...finding.options.map(({ text }) => text)];
  }
}

/** Whom a text names or singles out: all that is looked for in a reason. */
export function namesIn(text: string, delegations: readonly string[]): WordingIssue[] {
  const reading = readingOf(text);
  const individuals = [...individualsIn(reading), ...pointedAt(reading)].map(
    (passage) => ({ code: "individual", passage }) as const,
  );
  return [
    ...individuals,
    ...namesSaid(text, delegations).map((passage) => ({ code: "named", passage }) as const),
  ];
}
