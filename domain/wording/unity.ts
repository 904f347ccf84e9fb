import { clauseBefore, placesOf, type Reading } from "./reading";
import { BODY_NOUN, TAKES_POSITION, TAKING_PART_NOUN } from "./vocabulary";

const THEY = `(?:(?:${TAKING_PART_NOUN}|member states|members|states|they|everybody|sides|positions|views|opinions|minds|the (?:room|meeting|membership|house))(?: (?:present|taking part|in the room))?)`;
const IS = "(?:was|were|is|are|has been|have been|had been|being|stood|stand|stands|remained?|became|become)";
const SINCE = "(?:(?:now|thus|thereby|therefore|then|finally|hence|already|all|[a-z]+ly|clearly|firmly) )*";
const MATTER =
  "(?:matter|question|point|issue|proposal|item|text|idea|approach|subject|topic|principle|direction|way forward)s?";
const OBJECTION =
  "(?:objections?|disagreements?|dissent|opposition|reservations?|criticisms?|scepticism|resistance|(?:contrary|opposing|dissenting|divergent|differing|other) (?:views?|voices?|opinions?|positions?)|counter-?arguments?|misgivings|hesitations?|doubts?|concerns?|controversy)";
/** Those of which to be free is no idiom, as "without doubt" is. */
const OPPOSING =
  "(?:objections?|disagreements?|dissent|opposition|criticisms?|scepticism|resistance|(?:contrary|opposing|dissenting|divergent) (?:views?|voices?|opinions?|positions?)|misgivings|controversy)";
const WAS_SAID =
  "(?:heard|voiced|raised|expressed|made|recorded|registered|noted|put forward|lodged|received|forthcoming|found|encountered|apparent|evident|in evidence|seen|reported|uttered|advanced|offered|stated|maintained|present|detected|to be heard)";
const TOTAL =
  "(?:overwhelming|massive|near-universal|general|full|universal|unanimous|complete|total|undivided|unqualified|unreserved|wholehearted|unstinting|everybody's|everyone's|common|collective)";
const BACKING =
  "(?:approval|support|approbation|acceptance|assent|endorsement|backing|favour|agreement|acclaim|satisfaction|consent|adherence|welcome|unity|accord)";

/** Passages that say that those taking part were at one, that a matter is agreed, or that nothing was said against it. */
const AT_ONE: readonly RegExp[] = [
  new RegExp(
    `\\b${THEY} ${IS} ${SINCE}(?:united|unified|agreed|at one|aligned|in (?:full |complete )?(?:agreement|accord|unison|harmony)|harmonious|on the same page|identical|of (?:one|a single|the same) (?:mind|view|voice)|solidly behind|firmly behind)\\b`,
    "g",
  ),
  new RegExp(
    `\\b${THEY} (?:${SINCE})(?:stands?|stood|rallied|rallies|united|closed ranks) (?:firmly |fully |solidly |squarely )?(?:behind|around|together|on this|on it|on the)\\b`,
    "g",
  ),
  /\b(?:united (?:front|stand|voice|position|behind|on this|on the (?:matter|point|issue|question))|unity (?:of (?:purpose|views?|opinions?|positions?|minds?|will)|(?:was|prevailed|emerged|reigned|existed|among|amongst|between))|(?:harmony|identity|concordance|unison|coincidence) of (?:views|opinions?|positions?|minds?)|of one mind|see eye to eye|saw eye to eye|spoke with a single voice|(?:is|was|became|become|has become|had become|being) common ground|positions (?:fully |wholly |now |entirely )?aligned|by common (?:consent|assent|accord)|to (?:everybody's|everyone's|general|the) satisfaction(?: of all)?|concord (?:prevailed|reigned))\b/g,
  new RegExp(
    `\\b${MATTER} (?:${IS}|(?:may|can|could|must) be|as) ${SINCE}(?:(?:considered|regarded|deemed|taken)(?: as| to be)? ${SINCE})?(?:agreed|settled|resolved|closed|decided|concluded|uncontentious|uncontroversial|out of dispute)\\b`,
    "g",
  ),
  new RegExp(
    `\\b(?:met|meets|meeting|met with|enjoy\\w*|receiv\\w*|command\\w*|won|wins|attract\\w*|garner\\w*|secur\\w*|ha[ds]|gain\\w*|found|finds|obtain\\w*|with|had)(?: with)? (?:the )?${TOTAL} ${BACKING}\\b(?! (?:of|from|by|for) (?:the )?(?:national|local|government|authorit|population|secretar|security council|parliament|host|state concerned))`,
    "g",
  ),
  /\b(?:enjoy\w*|command\w*|has|had|with|receiv\w*|to) the (?:approval|support|backing|agreement|assent|satisfaction|endorsement) of (?:all|both|every|the (?:whole|entire|full)|everybody|everyone|delegations|participants|the membership|the room)\b/g,
  new RegExp(
    `\\b(?:all(?: the)?|the)(?: remaining| other)? (?:others|rest|remainder)(?: of (?:the |those |them)?(?:${TAKING_PART_NOUN}|${BODY_NOUN})?)? (?:(?:[a-z]+ly|also|all|likewise|too|then) )*${TAKES_POSITION}\\b`,
    "g",
  ),
  new RegExp(
    `\\b(?:all|the) (?:remaining|other) (?:${TAKING_PART_NOUN}|members|member states|states) (?:(?:[a-z]+ly|also|all|likewise|too|then) )*(?:${TAKES_POSITION}|came|went|joined)\\b`,
    "g",
  ),
  new RegExp(
    `\\b(?:the membership|membership|the room|${TAKING_PART_NOUN}|member states|the house),? (?:as a whole|at large|collectively|in (?:its|their) entirety|stands?|stood)\\b`,
    "g",
  ),
  /\bthe membership (?:agree|support|endors|welcom|accept|approv|back|favou?r|object|oppos|reject|stand|want|wish|unit|behind)\w*|\b(?:universally|unitedly|collectively|in unison)\b (?:agreed|supported|endorsed|welcomed|accepted|approved|shared|held|backed|favoured)/g,
  new RegExp(
    `\\b${OBJECTION}(?: (?:to|on|about|of|against|among)(?: [a-z-]+){1,5})? ${IS} (?:not|nowhere|never|hardly|scarcely|no longer)(?: once| ever| actually| in fact)? (?:to be )?${WAS_SAID}\\b`,
    "g",
  ),
  new RegExp(
    `\\b${OBJECTION}(?: (?:to|on|about|of|against|among)(?: [a-z-]+){1,5})? (?:(?:did not|failed to|never|does not|do not) (?:materiali[sz]ed?|ar[io]se|emerged?|surfaced?|come|came|occur(?:red)?|appear(?:ed)?|exist(?:ed)?)|${IS} (?:[a-z]+ly )?(?:absent|lacking|missing|wanting|non-existent|nil))\\b`,
    "g",
  ),
  new RegExp(
    `\\b(?:in the absence of|(?:an |the |total |complete |marked )absence of|free (?:of|from)|devoid of|without (?:any |a |the (?:least|slightest) )?)${OPPOSING}\\b(?! from (?:local|national|neighbou?ring)| by (?:local|national))`,
    "g",
  ),
  /\b(?:nothing (?:was|had been|has been|being)? ?(?:said|heard|put|raised|argued|advanced|voiced|spoke) against|(?:went|passed|remained|stood|left) (?:un(?:challenged|contradicted|opposed|questioned|disputed|contested)|without contradiction))\b/g,
];
const NOT_YET =
  /\b(?:not|never|no|nor|neither|without|if|whether|until|unless|before|once|towards?|hardly|lack|far from|rather than|little|seek|sought|hope|could|would|might|should|yet to|when)\b[^.;:]{0,40}$/;

/** "Were not united", "until the matter is settled" and their like claim nothing. */
export const unityIn = (reading: Reading): string[] =>
  AT_ONE.flatMap((pattern) =>
    placesOf(reading, pattern)
      .filter(({ before }) => !NOT_YET.test(clauseBefore(before).split(",").at(-1) ?? ""))
      .map(({ passage }) => passage),
  );
