import { placesOf, type Reading } from "./reading";
import { BODY_NOUN, ONE_BODY, ONE_TAKING_PART, SPEAKS, TAKES_POSITION, TAKING_PART_NOUN } from "./vocabulary";

const FEW = "(?:one or two|a couple of|a pair of|another two|(?:the |those )?(?:other )?two(?: other)?|both)";
const ONE =
  "(?:(?:only |just |but )?one(?: other| single| lone| more)?|a (?:single|lone|sole|certain|given|particular)|the (?:lone|only|sole|single|one|same|said)|an?other|an individual|some one|a)";
const ADJECTIVES = "(?:[a-z-]+ ){0,2}?";

/** Passages that single somebody out, by number or by pointing. */
const SINGLED_OUT: readonly RegExp[] = [
  new RegExp(`\\b(?:${ONE}|an) ${ADJECTIVES}${ONE_TAKING_PART}\\b(?!s)`, "g"),
  new RegExp(
    `\\bthe ${ADJECTIVES}(?:delegation|delegate|participant|respondent|representative|ambassador|dissenter|objector|permanent mission)\\b(?!s)`,
    "g",
  ),
  new RegExp(`\\b${FEW} (?:of (?:the |those |them|these )?)?${ADJECTIVES}${TAKING_PART_NOUN}\\b`, "g"),
  // A State in the singular may be whom the sentence would help, unless it takes a position.
  new RegExp(
    `\\b(?:${ONE}|an) ${ADJECTIVES}${ONE_BODY} (?:[a-z]+ly )?(?:(?:that|which|who) (?!ask|request|want|wish))?${SPEAKS}\\b`,
    "g",
  ),
  new RegExp(
    `\\b(?:(?:only |just )one|a single|a lone|a sole|the only|the sole|one single|a dissenting|${FEW}) ${ADJECTIVES}${BODY_NOUN}\\b`,
    "g",
  ),
  new RegExp(
    `\\b(?:one|two|either|both|another|neither) (?:of (?:them|those|whom|the ${TAKING_PART_NOUN}|the ${BODY_NOUN}|the co-hosts))\\b`,
    "g",
  ),
  new RegExp(`\\b(?:one|two|another|two others|the other two) ${TAKES_POSITION}\\b`, "g"),
  /\b(?:someone|somebody|a certain (?:state|country)|an individual|the (?:lone|sole|only) (?:\w+ )?(?:voice|dissent|objection|exception)|a (?:lone|single|solitary) (?:\w+ )?(?:voice|dissent|objection|exception)|with (?:one|two|a single) (?:exceptions?|dissenting|abstentions?|objections?|reservations?))\b/g,
];

export const individualsIn = (reading: Reading): string[] =>
  SINGLED_OUT.flatMap((pattern) => placesOf(reading, pattern).map(({ passage }) => passage));
