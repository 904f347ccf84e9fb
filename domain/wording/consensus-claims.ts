import { clauseBefore, type Found, placesOf, type Reading, wordsAfter } from "./reading";

/** Whatever says or means that consensus was there. The product may say that there was none; the rest is the chair's to declare in the room. */
const NAMES_IT =
  /\b(?:consensus|consensual(?:ly)?|unanim(?:ity|ous|ously)|one mind|(?:full|complete|total|unqualified|unreserved|common|general|universal|perfect) (?:agreement|accord|understanding)|in full accord|common (?:position|ground was (?:found|reached)|view)|meeting of minds|agreement (?:was|had been|has been|is) (?:reached|achieved|found|secured|attained)|there (?:was|is) (?:agreement|accord)|(?:a|the) deal was struck|(?:it was|was) (?:thus |therefore |finally |then |also |hence |accordingly |duly )?agreed(?! by| among)|of the same (?:mind|view|opinion)|shared understanding|undivided)\b/g;
const ALWAYS =
  /\b(?:with one voice|as one(?=[.,;]|$| §)|nem\.? ?con|by acclamation|without (?:any |a single )?(?:objections?|dissent(?:ing voices?)?|opposition|reservations?|disagreement|exceptions?|a vote)|no (?:\w+ )?(?:objections?|dissent|opposition|disagreements?|dissenting \w+|reservations?|contrary views?) (?:was|were|is|being|having been|had been|came|arose|remained|heard|raised|voiced|expressed)|there (?:was|were|being) no (?:\w+ )?(?:objections?|dissent|opposition|disagreements?|reservations?|contrary views?|dissenting \w+)|(?:met|meeting|encounter\w*|fac\w+|rais\w+|hear\w+|with) no (?:\w+ )?(?:objections?|opposition|dissent|resistance|reservations?)|un(?:opposed|contested|disputed|challenged|controversial)|went uncontradicted|to a (?:man|person)|across the board|beyond dispute)\b/g;

const NOT_DENIED_BY =
  /\b(?:no|without(?: a| any)?|beyond(?: any)?|little) (?:doubt|question|hesitation)|not (?:only|merely|just|simply|least)|nothing (?:short|less) (?:of|than)|no (?:one|less|fewer|longer (?:any )?doubt)|nobody|without (?:objection|dissent|opposition|exception)|before long\b/g;
const DENIED_BEFORE =
  /\b(?:no|not|never|without|nor|neither|cannot|hardly|scarcely|lack(?:ed|ing|s)?|absence|absent|short of|far from|instead of|rather than|if|whether|until|unless|towards?|seek(?:ing)?|sought|build(?:ing)?|search(?:ing)? for|pursuit of|pursue|efforts?|work(?:ing|ed)? (?:for|on)|aim(?:ed|ing)?|attempt(?:s|ed|ing)?|hope(?:s|d)?|explor(?:e|ing)|elusive|might|could|would|elements of|basis for|scope for|prospects?|as (?:to )?a claim of|monterrey|washington|copenhagen|little|too early|premature)\b|n't\b/;
const DENIED_AFTER =
  /^(?: (?!(?:that|reached|emerged|achieved|formed|found|existed|prevailed|was struck)\b)\w+){0,6}? (?:not(?! in (?:doubt|question)| only| merely)|never|cannot|yet to|lacking|absent|elusive|missing|out of reach|beyond reach|remote|unlikely|far off|to be (?:sought|found|built|reached|worked out|achieved))\b|^-(?:building|seeking|based|oriented)| (?:building|seeking)\b/;

/** Passages that claim consensus or its like. "There was no consensus" claims none. */
export function consensusClaims(reading: Reading): string[] {
  const named = placesOf(reading, NAMES_IT).filter((found) => !isDenied(found));
  return [...named, ...placesOf(reading, ALWAYS)].map(({ passage }) => passage);
}

function isDenied({ before, after }: Found): boolean {
  const near = clauseBefore(before).replaceAll(NOT_DENIED_BY, " ").split(" ").slice(-9).join(" ");
  return DENIED_BEFORE.test(near) || DENIED_AFTER.test(wordsAfter(after, 9));
}
