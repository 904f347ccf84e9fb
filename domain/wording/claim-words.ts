import { placesOf, type Reading } from "./reading";

const HOLDS =
  "(?:agree|concur|endors|welcom|approv|support|accept|back|favou?r|prefer|shar|felt|held|consider|believ|acknowledg|recogni[sz]|oppos|reject|object|affirm|embrac|positive|understood|of the view|in favou?r|desired|sought|held)";
const BACKING =
  "(?:support|agreement|approval|endorsement|acceptance|backing|convergence|preference|consent|accord|recognition|enthusiasm|opposition|rejection|approbation|adherence|following|welcome|sympathy|measure of (?:support|agreement))";

/** Words of the ladder, and those that sound like it, by how much they claim: 1 a majority … 4 widely, 5 all or nearly all. */
const CLAIMS: readonly { readonly strength: number; readonly adverb: string; readonly adjective: string }[] =
  [
    {
      strength: 5,
      adverb:
        "overwhelmingly|wholeheartedly|unreservedly|fully|entirely|completely|massively|without hesitation|enthusiastically|unequivocally|categorically|resoundingly",
      adjective:
        "overwhelming|wholehearted|unreserved|full|total|complete|near-universal|massive|enthusiastic|unequivocal|resounding|unqualified|unstinting",
    },
    {
      strength: 4,
      adverb: "widely|broadly|strongly|firmly|squarely|warmly|heavily|solidly|very much",
      adjective:
        "wide|widespread|broad|broad-based|strong|firm|solid|deep|robust|great|considerable|warm|extensive|ample",
    },
    {
      strength: 3,
      adverb: "largely|mostly|predominantly|clearly|to a large extent|in large measure|by and large|mainly",
      adjective: "large|clear|substantial|marked|predominant",
    },
    { strength: 2, adverb: "generally|in general|as a rule|on the whole", adjective: "general|growing" },
  ];

/** How much a row claims, in the same numbers; 0 for rows without a shared view. */
function strengthOf(row: string): number {
  if (row.startsWith("nearlyAll")) return 5;
  if (row.startsWith("widely") || row === "clearlyFirst") return 4;
  if (row.startsWith("largely")) return 3;
  if (row.startsWith("generally")) return 2;
  return row.startsWith("majority") ? 1 : 0;
}

const NOT_CLAIMED = /\b(?:no|not|without|lack of|less|more|short of|hardly) $/;
/** Support that a reform needs or is given is no view of those who took part. */
const IS_HELP =
  /\b(?:need|requir|depend|provid|offer|lend|giv|deserv|receiv|enjoy|call for)\w* (?:on |for |of |[a-z]+ )?#|# (?:from|of|by|to|for|in) (?:the )?(?:national|united nations|governments?|secretar|security council|local|population|top|parliament|authorit|public|civil|international|peacekeep|reform|un\b)/;

/** Words that claim more than the row whose phrase stands in the sentence. */
export function claimWordsIn(reading: Reading, row: string): string[] {
  const stronger = CLAIMS.filter(({ strength }) => strength > strengthOf(row));
  return stronger.flatMap(({ adverb, adjective }) =>
    [
      new RegExp(`\\b(?:${adverb}) (?:and [a-z]+ |in )?${HOLDS}\\w*`, "g"),
      new RegExp(
        `\\b(?:was|were|is|are|been|being) (?:agreed|supported|endorsed|welcomed|accepted|shared|favoured|backed|approved) (?:${adverb})\\b`,
        "g",
      ),
      new RegExp(`\\b(?:agreed|supported|endorsed|welcomed|accepted) (?:${adverb})\\b`, "g"),
      new RegExp(
        `\\b(?<!no |without |lack of |not )(?:${adjective}) (?:and [a-z]+ |[a-z]+ )?${BACKING}\\b`,
        "g",
      ),
    ].flatMap((pattern) =>
      placesOf(reading, pattern)
        .filter(({ before, after }) => !NOT_CLAIMED.test(before) && !IS_HELP.test(`${before}#${after}`))
        .map(({ passage }) => passage),
    ),
  );
}
