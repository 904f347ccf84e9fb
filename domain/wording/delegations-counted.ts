import { placesOf, type Reading } from "./reading";
import { SPEAKS } from "./vocabulary";

/** Delegating is another matter. */
const NOT_OF_POWERS = "(?! of (?:authority|competence|functions|power|powers|responsibilit|tasks?))";
const DELEGATIONS = `\\bdelegations?\\b${NOT_OF_POWERS}`;
const HOW_MANY =
  "(?:no|none|all|nearly all|most|many|several|some|few|fewer|half|thirds?|quarters?|majority|minority|plurality|number|per cent|percent|%|every|each|one|two|three|four|five|six|seven|eight|nine|ten|dozens?|both|other|others|more|\\d+)";

/** Any mention, as in the sentence of a finding: whom it speaks of are those who answered. */
const MENTIONED = new RegExp(DELEGATIONS, "g");
/** Counted, or with a view of their own. */
const COUNTED: readonly RegExp[] = [
  new RegExp(`\\b${HOW_MANY}(?: of)?(?: the| those| these)? (?:[a-z-]+ ){0,2}?${DELEGATIONS}`, "g"),
  new RegExp(`${DELEGATIONS} ${SPEAKS}\\b`, "g"),
];

/** Passages of a finding's sentence that speak of delegations, to be asked where some of them have several seats. */
export const delegationsMentioned = (reading: Reading): string[] =>
  placesOf(reading, MENTIONED).map(({ passage }) => passage);

/** Passages of any other text that count delegations or give them a view, to be asked where some have several seats. */
export const delegationsCounted = (reading: Reading): string[] =>
  COUNTED.flatMap((pattern) => placesOf(reading, pattern).map(({ passage }) => passage));
