import { type Found, placesOf, type Reading, wordsAfter } from "./reading";
import type { Shown, ShownSide } from "./shown";
import { AGAINST, BODY_NOUN, IN_FAVOUR, TAKES_POSITION, TAKING_PART_NOUN } from "./vocabulary";

const UNITS = [
  "zero",
  "one",
  "two",
  "three",
  "four",
  "five",
  "six",
  "seven",
  "eight",
  "nine",
  "ten",
  "eleven",
  "twelve",
  "thirteen",
  "fourteen",
  "fifteen",
  "sixteen",
  "seventeen",
  "eighteen",
  "nineteen",
];
const TENS = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"];
const NUMBER_WORD = `(?:${[...UNITS, ...TENS, "hundred", "thousand", "dozen"].join("|")})`;
const IN_WORDS = `${NUMBER_WORD}(?:(?:-| and | )${NUMBER_WORD})*(?!-(?:first|second|third|[a-z]+th)\\b)`;
const IN_DIGITS = "(?<![\\w/.,-])\\d[\\d.,]*(?<![.,])(?!(?:st|nd|rd|th)\\b)";
const PER_CENT = "(?: ?%| per ?cent\\b| percentage points?\\b| pct\\b)";
const MONTH = "(?:january|february|march|april|may|june|july|august|september|october|november|december)";

/** Fractions in words, with the whole per cent that they are. */
const FRACTIONS: readonly { readonly said: RegExp; readonly percent: number }[] = [
  {
    said: /(?<!\b(?:second|first|other|better|upper|lower|more than|over|upwards of|at least|better than) )\bhalf\b(?!-| a day| an hour| measures| way| as many)/g,
    percent: 50,
  },
  { said: /\btwo[- ]thirds\b(?! majorit)/g, percent: 67 },
  {
    said: /\b(?:a|one) third\b(?= of|[.,;]| (?:were|was|did|had|oppos|support|agree|disagree|felt)| §|$)|\bone in three\b/g,
    percent: 33,
  },
  {
    said: /\bthree[- ]quarters\b|\bthree[- ]fourths\b|\bthree (?:in|out of) (?:every )?four\b/g,
    percent: 75,
  },
  { said: /\b(?:a|one) (?:quarter|fourth)\b|\bone (?:in|out of) (?:every )?four\b/g, percent: 25 },
  { said: /\b(?:a|one) fifth\b(?= of)|\bone (?:in|out of) (?:every )?five\b/g, percent: 20 },
  { said: /\bfour[- ]fifths\b|\bfour (?:in|out of) (?:every )?five\b/g, percent: 80 },
  { said: /\b(?:two)[- ]fifths\b/g, percent: 40 },
  { said: /\b(?:three)[- ]fifths\b/g, percent: 60 },
  { said: /\b(?:a|one) tenth\b(?= of)|\bone (?:in|out of) (?:every )?ten\b/g, percent: 10 },
  { said: /\bnine[- ]tenths\b|\bnine (?:in|out of) (?:every )?ten\b/g, percent: 90 },
];

type Sides = Pick<Shown, "any" | "inFavour" | "against">;

/** Passages with a number of answers or a share that the release does not show, or not of the side that is named. */
export function numbersNotShown(reading: Reading, shown: Sides): string[] {
  const fractions = FRACTIONS.flatMap(({ said, percent }) =>
    placesOf(reading, said).map((found) => ({ found, ok: sideSpokenOf(found, shown).percents.has(percent) })),
  );
  const covered = fractions.map(
    ({ found: { match } }) => [match.index, match.index + match[0].length] as const,
  );
  const numbers = placesOf(reading, new RegExp(`(?:${IN_DIGITS}|\\b${IN_WORDS}\\b)(${PER_CENT})?`, "g"))
    .filter(({ match: { index } }) => !covered.some(([from, to]) => index >= from && index < to))
    .map((found) => ({ found, ok: isShown(found, shown) || isAboutSomethingElse(found) }));
  return [...fractions, ...numbers].filter(({ ok }) => !ok).map(({ found: { passage } }) => passage);
}

function isShown(found: Found, shown: Sides): boolean {
  const [said, perCent] = found.match;
  const value = numberOf(perCent === undefined ? said : said.slice(0, -perCent.length));
  const side = sideSpokenOf(found, shown);
  if (perCent !== undefined) return side.percents.has(value);
  return side.counts.has(value);
}

/** The side whose numbers these must be, told by what follows up to the next number. */
function sideSpokenOf({ after, before }: Found, shown: Sides): ShownSide {
  const clause = wordsAfter(after, 7).split(new RegExp(`\\d|\\b${NUMBER_WORD}\\b`))[0] ?? "";
  const place = (pattern: RegExp) => clause.search(pattern);
  const [against, inFavour] = [place(AGAINST), place(IN_FAVOUR)];
  if (shown.against !== null && against >= 0 && (inFavour < 0 || against <= inFavour)) return shown.against;
  if (shown.inFavour !== null && inFavour >= 0 && !/\b(?:of|from) $/.test(before)) return shown.inFavour;
  return shown.any;
}

/** The number that is said, in digits or in words. */
function numberOf(said: string): number {
  const digits = said.replaceAll(/[,\s]/g, "");
  if (/^\d/.test(digits)) return Number(digits);
  let total = 0;
  for (const word of said.split(/[\s-]+/)) {
    if (word === "hundred") total = Math.max(1, total) * 100;
    else if (word === "thousand") total = Math.max(1, total) * 1000;
    else if (word === "dozen") total = Math.max(1, total) * 12;
    else if (TENS.includes(word)) total += 10 * (TENS.indexOf(word) + 2);
    else if (UNITS.includes(word)) total += UNITS.indexOf(word);
  }
  return total;
}

const REFERS =
  /\b(?:paragraphs?|paras?\.?|resolutions?|decisions?|articles?|questions?|rounds?|items?|annex(?:es)?|sections?|chapters?|tables?|agenda|levels?|options?|pillars?|goals?|targets?|parts?|versions?|documents?|no\.?|numbers?|nos\.?|pages?|principles?|recommendations?|steps?|phases?|tracks?|workshops?|statements?|points?|sdgs?|sessions?|meetings?|figure|(?:paragraphs?|questions?|rounds?|articles?|resolutions?|chapters?|items?|options?|pages?) [\w,()]+(?: and| to| or|,)) $/;
const UNIT = /^[ -](?:years?|months?|weeks?|days?|hours?|minutes?|a\.?m\b|p\.?m\b)/;
const SMALL_AND_OF_THINGS = new RegExp(
  `^(?:(?: (?:and|or|to)) \\w+)? (?!of\\b)(?:(?!(?:${TAKING_PART_NOUN}|${BODY_NOUN}|others?|of|to|in|against|for|were|was|had|${TAKES_POSITION})\\b)[a-z-]+ ){0,2}(?!(?:${TAKING_PART_NOUN}|${BODY_NOUN}|others|regions?|absentees|abstentions?|objections?|ballots?|reservations?|exceptions?|times|${TAKES_POSITION})\\b)[a-z-]+s\\b`,
);

/** A number that counts no answers: of a document, a year, a date, a stretch of time, or of a few things. */
function isAboutSomethingElse({ match, before, after }: Found): boolean {
  const [said, perCent] = match;
  if (perCent !== undefined) return false;
  const value = numberOf(said);
  const speaksOfAnswers = new RegExp(
    `^ (?:[a-z-]+ )?(?:${TAKING_PART_NOUN}|in favou?r|against|${TAKES_POSITION})\\b`,
  ).test(after);
  // The number one is looked after where it singles somebody out.
  if (/^(?:one|zero)$/.test(said)) return said === "one";
  if (REFERS.test(before)) return true;
  if (new RegExp(`${MONTH} $`).test(before) || new RegExp(`^ ${MONTH}\\b`).test(after)) return true;
  if (/^\d{4}$/.test(said) && value >= 1900 && value < 2100 && !speaksOfAnswers) return true;
  if (UNIT.test(after) || /^:\d\d/.test(after) || /\d:$/.test(before)) return true;
  if (/^ (?:million|billion|dollars|euros|paragraphs|pages|words|copies|languages)\b/.test(after))
    return true;
  return value <= 12 && !speaksOfAnswers && SMALL_AND_OF_THINGS.test(after);
}
