import { consensusClaims } from "./consensus-claims";
import { delegationsCounted } from "./delegations-counted";
import { individualsIn } from "./individuals";
import { namesSaid } from "./names-said";
import { readingOf } from "./reading";
import { universalsIn } from "./universals";

type Unfounded = {
  readonly code: "consensus" | "individual" | "universal" | "named" | "delegations";
  /** The passage as it was written. */
  readonly passage: string;
};

/**
 * What a text that rests on no finding may not say: that consensus was reached, what all, none or one of those taking part
 * held, whose view it was, and, where some delegation has several seats, how many delegations held one. English is read;
 * names are found in every official language.
 */
export function unfoundedIn(text: string, severalSeats: boolean): Unfounded[] {
  const reading = readingOf(text);
  const found = {
    consensus: consensusClaims(reading),
    individual: individualsIn(reading),
    universal: universalsIn(reading, { differed: true, nearlyAll: false }),
    named: namesSaid(text, []),
    delegations: severalSeats ? delegationsCounted(reading) : [],
  };
  const codes = Object.keys(found) as Unfounded["code"][]; // the keys of the literal above
  return codes.flatMap((code) => [...new Set(found[code])].map((passage) => ({ code, passage })));
}
