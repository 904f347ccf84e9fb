import { type Found, placesOf, type Reading, wordsAfter } from "./reading";
import { BODY_NOUN, SPEAKS, TAKES_POSITION, TAKING_PART_NOUN } from "./vocabulary";

const ADJECTIVES = "(?:[a-z-]+ ){0,3}?";
/** A State that would be helped may wish or ask for it; one that took part spoke or answered. */
const POSITION = `(?:present\\b|(?:that|which|who) (?:spoke|took|participat|attend|respond|answer|voted|replied|were)|(?:present |then )*${SPEAKS}\\b)`;

/** "Every", "none" and their like, said of those who take part. */
const EVERY_OR_NONE: readonly RegExp[] = [
  /\b(?:everyone|everybody|every one|one and all)\b/g,
  /\b(?:no one|no-one|nobody|not a single|not one)\b/g,
  /(?<!\b(?:than|to|bar|if) )\bnone\b(?! (?:the less|too)|theless)(?! of (?:the|these|those|its) (?!delegat|particip|respond|represent|speaker|member|state|countr|those|answer|response))/g,
  new RegExp(
    `\\b(?:each|every|no)(?: single)? (?:of (?:the |them|those )?)?${ADJECTIVES}${TAKING_PART_NOUN}\\b`,
    "g",
  ),
  new RegExp(`\\b(?:each|every|no)(?: single)? ${ADJECTIVES}${BODY_NOUN} ${POSITION}`, "g"),
  new RegExp(
    `\\beach(?: and every one)? of (?:them|those|us|the ${BODY_NOUN})\\b|\\beach (?=${TAKES_POSITION}\\b)`,
    "g",
  ),
  new RegExp(
    `\\b(?:${TAKING_PART_NOUN}|members|states|support|those) (?:from|in|of|across) (?:each|every|all)\\b`,
    "g",
  ),
  /\b(?:whole|entire|full) (?:room|meeting|membership|assembly|panel|conference|group|gathering|house|table)\b/g,
  /\bthe (?:room|membership|gathering|house|table|panel|meeting|conference|assembly)(?: as a whole| as one)? (?:agreed|endorsed|adopted|decided|approved|accepted|concluded|supported|concurred|welcomed|rallied|united|was (?:united|agreed|of one))\b/g,
  /\b(?:universal(?:ly)?|unfailing|uniform(?:ly)?) (?:and \w+ )?(?:support|agree|accept|endors|welcom|approv|shar|held|back|recogni)/g,
];

const IDIOM_AFTER =
  /^(?: things considered| told| the same| the more| the better| the while| the way| too\b| along\b| round\b| over\b| in all\b| else\b|-(?!present)| of (?:this|that|these|it|which)\b| (?:this|that|which|these)\b)/;
const IDIOM_BEFORE = /\b(?:above|after|at|first of|last of|best of|worst of|in|once and for) $/;
const WHOSE =
  /\b(?:by|from|among|amongst|between|they|we|them|us|behalf of|(?:acceptable|agreeable|common|satisfactory|clear) to|(?:views?|support|approval|satisfaction|position|agreement|consent|opinion|wish|backing) of|shared (?:by|with)) $/;
const HOW_NOT = /\b(?:not|not quite|not necessarily|by no means|hardly|far from) $/;

/**
 * Passages that speak of all or of none of those who take part. "All" over things ("all levels") and in idioms ("all
 * things considered", "above all") counts nobody. "Not all" says that somebody differed, and may be said where the release
 * shows so.
 */
export function universalsIn(
  reading: Reading,
  { differed, nearlyAll }: { differed: boolean; nearlyAll: boolean },
): string[] {
  const denied = ({ before }: Found) => differed && HOW_NOT.test(before);
  const others = EVERY_OR_NONE.flatMap((pattern) => placesOf(reading, pattern)).filter(
    (found) => !denied(found),
  );
  const all = placesOf(reading, /\ball\b/g).filter((found) => {
    if (/^ or nearly all\b/.test(found.after) || /\bor nearly $/.test(found.before)) return !nearlyAll;
    // "This view was not shared by all" is the product's own safeguard.
    if (/\bnot (?:\w+ )?(?:shared|supported|accepted|held) by $/.test(found.before)) return !differed;
    if (HOW_NOT.test(found.before)) return !differed;
    return countsPeople(found);
  });
  const nearly = nearlyAll
    ? []
    : placesOf(
        reading,
        /\b(?:almost|nearly|virtually|practically|well-?nigh) (?:all|everyone|everybody|every|unanimous(?:ly)?|universal(?:ly)?|none|no one|nobody)\b/g,
      ).filter(({ after }) => !/^ (?:aspect|element|stage|level|case|area)/.test(after));
  return [
    ...others.map(({ passage }) => passage),
    ...all.map((found) => withNext(reading, found)),
    ...nearly.map(({ passage }) => passage),
  ];
}

function countsPeople({ before, after }: Found): boolean {
  if (
    IDIOM_AFTER.test(after) ||
    (IDIOM_BEFORE.test(before) && !/^ (?:agree|support|of them|those)/.test(after))
  )
    return false;
  const near = wordsAfter(after, 5);
  if (
    new RegExp(
      `^(?: of)?(?: the| those| these| its)? ?${ADJECTIVES}(?:${TAKING_PART_NOUN}|those|of us|of them|present)\\b`,
    ).test(near.trimStart())
  )
    return true;
  if (/^ but\b/.test(near)) return true;
  const body = new RegExp(`^(?:of )?(?:the |these )?${ADJECTIVES}${BODY_NOUN}\\b(.*)`).exec(near.trimStart());
  if (body !== null) return WHOSE.test(before) || new RegExp(`^ ${POSITION}`).test(body[1] ?? "");
  if (WHOSE.test(before))
    return !/^ (?:means|accounts|possible|available|appropriate|relevant|necessary)\b/.test(near);
  return (
    new RegExp(`^ (?:${TAKES_POSITION}|agree|concur)\\b`).test(near) ||
    (near.trim() === "" && /\b(?:was|is|were|are|them|they|we|us|if not) $/.test(before))
  );
}

/** "All" with the word after it, since alone it would not be found again. */
function withNext({ written }: Reading, { match, after }: Found): string {
  const [next = ""] = /^ [\w-]+/.exec(after) ?? [];
  return written(match.index, match.index + match[0].length + next.length);
}
