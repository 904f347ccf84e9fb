import type { Evidence } from "@/domain/report/evidence";
import { consensusClaims } from "./consensus-claims";
import { stancesIn } from "./contrary";
import { delegationsCounted } from "./delegations-counted";
import { individualsIn } from "./individuals";
import { namesSaid } from "./names-said";
import { numbersNotShown } from "./numbers-said";
import { pointedAt } from "./pointed-at";
import { quantitiesIn } from "./quantities";
import { readingOf } from "./reading";
import { type ShownSide, shownOf } from "./shown";
import { unityIn } from "./unity";
import { universalsIn } from "./universals";

export type Unfounded = {
  readonly code:
    | "consensus"
    | "individual"
    | "universal"
    | "number"
    | "quantity"
    | "stance"
    | "named"
    | "delegations";
  /** The passage as it was written. */
  readonly passage: string;
};

/** Without a finding no share is claimed: "several" may be said, "many" and what is more are a finding's to say. */
const NO_FINDING = { share: { best: 0.2, against: null }, nearlyAll: false } as const;

/** What reported releases show: counts, shares, and whether some delegation had several seats. */
export type Figures = ShownSide & { readonly severalSeats: boolean };

/** Every count and share that this evidence shows, whatever it is about, and such further counts. */
export function figuresOf(evidence: readonly Evidence[], further: readonly number[] = []): Figures {
  const sides = evidence.flatMap(({ block }): Partial<ShownSide>[] => {
    if (block.kind === "finding") return [shownOf(block.finding, null).any];
    if (block.kind !== "paragraph") return [];
    const values = block.sentences.flatMap((sentence) => Object.values(sentence.values));
    return [{ counts: new Set(values.filter((value) => typeof value === "number")) }];
  });
  return {
    counts: new Set([...further, ...sides.flatMap(({ counts }) => [...(counts ?? [])])]),
    percents: new Set(sides.flatMap(({ percents }) => [...(percents ?? [])])),
    severalSeats: evidence.some(
      ({ block }) => block.kind === "finding" && block.finding.severalSeats === true,
    ),
  };
}

/**
 * What a text that rests on no finding may not say: that consensus was reached, what all, none, many or one of those taking
 * part held, where they stood, numbers of answers that no reported release shows, whose view it was, and, where some
 * delegation has several seats, how many delegations held one. English is read; names are found in every official language.
 */
export function unfoundedIn(text: string, shown: Figures): Unfounded[] {
  const reading = readingOf(text);
  const found = {
    consensus: [...consensusClaims(reading), ...unityIn(reading)],
    individual: [...individualsIn(reading), ...pointedAt(reading)],
    universal: universalsIn(reading, { differed: true, nearlyAll: false }),
    number: numbersNotShown(reading, { any: shown, inFavour: null, against: null }),
    quantity: quantitiesIn(reading, NO_FINDING),
    stance: stancesIn(reading),
    named: namesSaid(text, []),
    delegations: shown.severalSeats ? delegationsCounted(reading) : [],
  };
  const codes = Object.keys(found) as Unfounded["code"][]; // the keys of the literal above
  return codes.flatMap((code) => [...new Set(found[code])].map((passage) => ({ code, passage })));
}
