import { placesOf, type Reading } from "./reading";
import { TAKING_PART_NOUN } from "./vocabulary";

const REGION =
  "(?:(?:sub-saharan|north|south|east|west|northern|southern|eastern|western|central|small|pacific) )?(?:african|asian|asia-pacific|european|western|eastern|northern|southern|arab|gulf|middle eastern|maghreb|sahel|sahelian|latin american|caribbean|american|andean|nordic|scandinavian|baltic|balkan|mediterranean|pacific|transatlantic|islamic|muslim|francophone|anglophone|lusophone|(?:french|english|arabic|spanish|russian|portuguese)-speaking|post-soviet)(?: and [a-z]+)?(?: island)?";
const CONDITION =
  "(?:non-aligned|like-minded|(?:small )?island(?: developing)?|landlocked(?: developing)?|least developed|developing|developed|industriali[sz]ed|emerging|wealth(?:y|ier)|poor(?:er)?|rich(?:er)?|small(?:er)?|large(?:r)?|big(?:ger)?|powerful|donor|recipient|programme|(?:troop|police|troop- and police|finance)[- ]contributing|nuclear(?:[- ]weapon)?|non-nuclear(?:[- ]weapon)?|conflict-affected|post-conflict|fragile|neighbou?ring|former colonial|colonial|occupying|host|transit|sponsoring)";
const BODY =
  "(?:states?|countr(?:y|ies)|nations?|governments?|members?|capitals?|missions?|partners?|powers?|neighbou?rs?|economies|democracies|bloc|camp|group|side|voices?)";
/** Offices and standings that one State or a few have. */
const STANDING =
  "(?:(?:non-permanent|permanent|elected|founding|former|incoming|outgoing|sitting) members?(?: of the (?:security )?council)?|permanent (?:five|three)|members? of the (?:security )?council|(?:(?:major|main|leading|largest|biggest|top|principal|important|key|large|big|significant|second[- ]largest) )?(?:(?:troop|police|finance|financial|budget)[- ])?(?:contributors?|donors?|funders?|financiers?)(?: (?:to|of|in) (?:the )?[a-z-]+(?: [a-z-]+)?)?|(?:pen|co-pen)holders?|(?:(?:current|rotating|incoming|outgoing|council) )*presidency(?: of the (?:security )?council)?|(?:main |co-|lead )?sponsors?(?: of the [a-z]+)?|(?:great|major|regional|middle|world|nuclear|colonial|occupying) powers?|superpowers?|neighbou?rs?|global (?:south|north)|(?:the )?(?:west|south|north)(?= (?:oppos|object|insist|reject|disagree|prefer))|big five)";
const GROUP = `(?:(?:${REGION}|${CONDITION}|${REGION} ${CONDITION}) ${BODY}|${STANDING})`;
const WHICH =
  "(?:(?:the|a|an|one|some|many|most|several|certain|few|other|our|its|those|both|two|all) )*(?:(?:most|more) )?(?:(?:current|major|main|leading|respective|big|large) )?";

const STANCE =
  "agree|concur|endors|welcom|approv|oppos|disagree|object|dissent|reject|differ|abstain|hesitat|prefer|doubt|question|warn|declin|insist|caution|regret|argu|maintain|stress|underlin|underscor|emphasi[sz]|complain|refus|resist|voic|express|urg|propos|demand|recall|repeat|reiterat|criticiz|criticis|protest|favou?r|accept|support|consider|believ|want|wish|fear|note|plead|advocat|condemn|deplor|suggest|pointed out|call(?:ed|s) for|ask(?:ed|s) for|shar";
const IS =
  "(?:was|were|is|are|remain(?:s|ed)?|stay(?:s|ed)?|seem(?:s|ed)?|prov(?:es?|ed)|sound(?:s|ed)?|spoke|stood|came out) (?:[a-z]+ly |more |most |least |very |rather |not |the most |especially |clearly )*(?:in favou?r|against|opposed|sceptical|skeptical|reserved|cautious|vocal|critical|concerned|hesitant|reluctant|uneasy|supportive|silent|divided|split|unconvinced|convinced|hostile|negative|positive|worried|dissatisfied|of the view|behind)";
const HOLDS_A_VIEW =
  "(?:(?:had|has|have|saw|sees|see|took|takes|take|held|holds|hold|felt|feels|feel|thought|said|says|spoke|made|raised|gave)(?= (?:(?:the|a|an|no|some|strong|serious|grave|clear|its|their|that|of|against|for|up|out|in|different|another|another's|firm) )*(?:doubts?|reservations?|concerns?|objections?|misgivings?|need|merit|view|views|position|line|stance|different|otherwise|differently|against|favou?r|out|it|this|that|caution|hesitations?|difficult(?:y|ies)|problems?)))";
const SPOKE = `(?:,? (?:in particular|for (?:its|their) part|too|also|especially|however),?)?(?: (?:that|who|which))? (?:(?:had|has|have|also|again|then|all|[a-z]+ly|in particular|above all) )*(?:(?:did|does|do|could|can|would|will)(?: not|n't)? (?:rather )?)?(?:(?:${STANCE})(?:e|ed|d|es|s|ing|red|ted)?\\b|${HOLDS_A_VIEW}|${IS})`;
const HELD =
  "(?:held|voiced|expressed|shared|raised|stressed|underlined|underscored|emphasi[sz]ed|favou?red|opposed|rejected|supported|endorsed|welcomed|questioned|doubted|resisted|put forward|advanced|argued|insisted (?:up)?on|criticised|criticized|contested|championed|advocated|proposed|(?:argument|point|proposal|remark|suggestion|objection|reservation) (?:that was )?made|concern|view|position|opinion)";
const MAINLY =
  "(?:(?:above all|in particular|particularly|especially|mainly|chiefly|mostly|notably|primarily|strongly|largely|only|solely|also|most of all),? )?";

/** Whoever says what such a group or the holder of such a standing held tells readers whose view it was. */
const AS_AUTHOR: readonly RegExp[] = [
  // Those who took part, by region or standing, whatever is said of them.
  new RegExp(`\\b(?:${REGION}|${CONDITION}|${STANDING}) (?:[a-z-]+ )?${TAKING_PART_NOUN}\\b`, "g"),
  new RegExp(
    `\\b(?:delegations?|delegates?|participants?|respondents?|representatives?|speakers?|ambassadors?) (?:from|of|for) ${WHICH}(?:${REGION} (?:region|states|countries|group)|africa|asia|europe|latin america|the (?:caribbean|pacific|gulf|balkans|sahel|maghreb|middle east|north|south|east|west|region|subregion)\\b|${GROUP})`,
    "g",
  ),
  new RegExp(`\\b(?:${GROUP})(?=${SPOKE})`, "g"),
  new RegExp(`\\b${HELD},? ${MAINLY}(?:by|from|among|amongst) ${WHICH}${GROUP}\\b`, "g"),
  new RegExp(
    `\\b(?:doubts?|reservations?|objections?|opposition|scepticism|resistance|insistence|dissent|unease|reluctance|misgivings|hesitations?|criticism|rejection|according|pressure|wishes) (?:of|by|from|among|amongst|to|on the part of) ${WHICH}${GROUP}\\b`,
    "g",
  ),
  new RegExp(
    `\\b(?:on behalf of|speaking for|with the exception of|exception being|save for|apart from|other than) ${WHICH}${GROUP}\\b`,
    "g",
  ),
];

/**
 * Passages that attribute a view to those of a region, to a political group or to whoever holds a standing that one or few
 * States have ("a permanent member", "the host country"). Of whom a text merely speaks ("small island developing States
 * are left out") is no author, and passes.
 */
export const pointedAt = (reading: Reading): string[] =>
  AS_AUTHOR.flatMap((pattern) => placesOf(reading, pattern).map(({ passage }) => passage));
