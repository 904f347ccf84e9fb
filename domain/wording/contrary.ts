import { type Found, placesOf, type Reading, wordsAfter } from "./reading";
import { IN_FAVOUR, TAKING_PART_NOUN } from "./vocabulary";

/** The side of a row: whoever stands against it says the contrary. */
type Side = "for" | "against";

const LEANING = {
  for: "in favou?r|supportive|convinced|enthusiastic|positive|favourable",
  against:
    "against|opposed|hostile|sceptical|skeptical|unconvinced|reluctant|negative|critical|unfavou?rable|unwilling|dismissive|not (?:in favou?r|convinced|persuaded|supportive)",
} as const;
const DID = {
  for: "supported|endorsed|welcomed|accepted|approved|backed|embraced",
  against:
    "rejected|opposed(?! to)|objected|refused|dissented|disapproved|resisted|disliked|dismissed|did not (?:agree|support|want|accept|endorse|share|favou?r|welcome)|(?:spoke|voted|came out|turned|argued|were|decided) against|disagreed(?! (?:on|about|over|as to))",
} as const;

const THEY = `(?<!\\b(?:some|certain|few|several|other|those|individual|two|many|most|of|number of|among|between|by|to|for|from|the) )(?:${TAKING_PART_NOUN}|member states|members)`;
const IN_TRUTH =
  "(?:(?:in (?:truth|fact|reality|the end|practice)|actually|really|ultimately|by then|mostly|generally|largely|mainly|widely|overwhelmingly|eventually|finally|clearly),? )*";
const IT =
  "(?:this|it|that|they|which|(?:the|this|such an?|that) (?:[a-z-]+ )?(?:idea|proposal|suggestion|approach|concept|notion|view|measure|plan|point|text|position|offer|option|recommendation|role|help|assistance|initiative|proposition|question|argument))";
const SUPPORT =
  "(?:support|favou?r|traction|approval|backing|agreement|acceptance|sympathy|echo|endorsement|adherents|followers|resonance|enthusiasm|takers)";
const BY_SOME =
  /^(?:,? (?:[a-z]+ly )?(?:by|among|from|in|on the part of) (?:(?:only )?(?:some|certain|a few|a number|several|a minority|all|every|part|parts|individual)\b))/;

/** Passages in which an assertion of the other side stands as that of those taking part. */
const ASSERTED = (side: Side): readonly RegExp[] => [
  new RegExp(
    `\\b${THEY} ${IN_TRUTH}(?:were|was|stood|remained|are|proved|came out|turned out|seemed) ${IN_TRUTH}(?:[a-z]+ly )?(?:${LEANING[side]})\\b`,
    "g",
  ),
  new RegExp(`\\b${THEY} ${IN_TRUTH}(?:[a-z]+ly )?(?:${DID[side]})\\b`, "g"),
  new RegExp(
    `\\bthe (?:(?:general|prevailing|dominant|overall) )?(?:mood|atmosphere|sentiment|tenor|tone|tide|climate|feeling|room|meeting|trend)(?: (?:of|in) the [a-z]+)? (?:was|were|is|turned|remained|ran|seemed) (?:[a-z]+ly )?(?:${LEANING[side]})\\b`,
    "g",
  ),
];
/** The same against what was asked. */
const NOT_TAKEN: readonly RegExp[] = [
  new RegExp(
    `\\b${IT} ${IN_TRUTH}(?:(?:did|does|do|has|had|have|could|can) not|failed to|fails? to|was unable to|never)(?: in (?:fact|truth|reality|the end))? (?:find|found|gain(?:ed)?|garner(?:ed)?|attract(?:ed)?|enjoy(?:ed)?|receive[d]?|command(?:ed)?|w[io]n|me[et]+(?: with)?|secure[d]?|get|got|obtain(?:ed)?|carry|draw|drew|have|had) (?:(?:much|any|wide|broad|general|enough|sufficient|the|great) )*(?:${SUPPORT}|the (?:day|room|meeting))\\b`,
    "g",
  ),
  new RegExp(
    `\\b(?:${IT} )?${IN_TRUTH}(?:found|finds?|met with|meets with|attract(?:ed|s)|received?|receives|gained|enjoy(?:ed|s)|had|has|drew|won) (?:only |but |very )?(?:little|no|scant|limited|hardly any|scarcely any|not much|few|minimal|weak) (?:[a-z]+ )?${SUPPORT}\\b`,
    "g",
  ),
  new RegExp(
    `\\b${IT} ${IN_TRUTH}(?:met|meets|encountered|faced|ran into|ran up against)(?: with)? (?:(?:(?:strong|wide|widespread|broad|general|stiff|considerable|firm|much|great|open|fierce) )*)(?:rejection|resistance|opposition|refusal|hostility|scepticism|disapproval|objections?|a wall)\\b`,
    "g",
  ),
  new RegExp(
    `\\b${IT} (?:was|were|is|are|has been|had been|stood) ${IN_TRUTH}(?:[a-z]+ly )?(?:rejected|opposed|turned down|dismissed|resisted|refused|abandoned|unwelcome|unpopular|voted down|defeated|discarded|(?:badly|poorly|coolly|ill|coldly) received|not (?:(?:well|favou?rably|warmly) received|accepted|supported|endorsed|welcomed|shared|carried|approved|agreed|wanted|desired|popular))\\b`,
    "g",
  ),
  /\b(?:scepticism|skepticism|resistance|opposition|doubts?|unease|reluctance|criticism|disagreement|rejection|hostility|reservations|objections|disapproval) (?:to it |to this |to the idea |about it )?(?:(?:was|were|is|are|remained|proved|ran) (?:[a-z]+ly |very |more )?(?:widespread|general|considerable|great|broad|deep|marked|palpable|common|dominant|pervasive|overwhelming|predominant|wide|massive|universal)|prevail(?:ed|s)|predominated|dominated|carried the day|had the upper hand|won out|outweighed)\b/g,
];
/** A majority that prefers something else, after a word that sets it against the phrase. */
const RATHER =
  /\b(?:but|though|although|yet|while|whereas|except(?: that)?|however|only that|even if)\b,?[^.;:§]*?\b(?:most|many|the (?:greater|larger|better|major|greatest) part|a (?:clear |large |small |narrow )?majority|the majority|half|more than half|the bulk|participants|delegations)\b(?: of (?:the |those |them )?[a-z]+)?(?: [a-z]+){0,2}? (?:[a-z]+ly )?(?:would rather|rather|would prefer|preferred|favoured|inclined|leaned|leant|tended|opted|wanted|sought|looked) (?!it\b|this\b|the (?:proposal|idea)\b|assistance\b|help\b)/g;
const SAY_OTHERWISE =
  /\b(?:the )?(?:prevailing|dominant|predominant|majority|mainstream|general|overall|common) (?:view|opinion|feeling|mood|sentiment|position|impression)(?: (?:was|is|had been|being|remained|seemed))?\b/g;

/**
 * Passages that set against the phrase what its figures do not bear out: that those taking part stood on the other side, that
 * what was asked found no support, that most would rather have something else. What some held is no such thing.
 */
export function contraryIn(reading: Reading, phrase: string): string[] {
  const taken: Side | null = phrase.endsWith("Against")
    ? "against"
    : /^(?:divided|noCommonView|noOption|noClear|tooFew|some|limited)/.test(phrase)
      ? null
      : "for";
  const otherwise = placesOf(reading, SAY_OTHERWISE).filter(
    (found) => taken !== null && (contrasted(found) || !IN_FAVOUR.test(wordsAfter(found.after, 9))),
  );
  const asserted =
    taken === null
      ? []
      : ASSERTED(taken === "for" ? "against" : "for").flatMap((one) => placesOf(reading, one));
  const others = taken === "for" ? NOT_TAKEN.flatMap((one) => placesOf(reading, one)) : [];
  const rather = taken === null ? [] : placesOf(reading, RATHER);
  return [
    ...otherwise,
    ...[...asserted, ...others].filter(({ after }) => !BY_SOME.test(after)),
    ...rather,
  ].map(({ passage }) => passage);
}

/** Passages of a text that rests on no finding which say where those taking part stood, or that a proposal found no support. */
export function stancesIn(reading: Reading): string[] {
  const [leaningFor] = ASSERTED("for");
  const patterns = [...(leaningFor ? [leaningFor] : []), ...ASSERTED("against"), ...NOT_TAKEN, RATHER];
  const found = patterns.flatMap((one) => placesOf(reading, one));
  return [...found.filter(({ after }) => !BY_SOME.test(after)), ...placesOf(reading, SAY_OTHERWISE)]
    .filter(({ before }) => !/\bno $/.test(before))
    .map(({ passage }) => passage);
}

const contrasted = ({ before }: Found): boolean =>
  /\b(?:but|though|although|yet|while|whereas|except|however)\b[^.;:§]*$/.test(before);
