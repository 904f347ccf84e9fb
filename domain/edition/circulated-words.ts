import { small } from "@/domain/anonymity/naming/folding";
import type { Issue } from "@/domain/issue";
import type { Letter } from "@/domain/letter/letter";
import { issueOf } from "@/domain/summary/contradicting";
import { type Figures, type Unfounded, unfoundedIn } from "@/domain/wording/connective";

/** What words that are circulated with a report may take as given. */
export type Given = {
  readonly coHosts: readonly string[];
  /** Title, subject and rule of the consultation, in the hosts' words. */
  readonly own: readonly string[];
  /** Counts that the report shows, and the number of rounds and of co-hosts. */
  readonly counts: readonly number[];
  /** Whole per cent that the report shows. */
  readonly percents: readonly number[];
  /** Whether some delegation had several seats in a round that the report gives. */
  readonly severalSeats: boolean;
};

const shownIn = ({ counts, percents, severalSeats }: Given): Figures => ({
  counts: new Set(counts),
  percents: new Set(percents),
  severalSeats,
});

const EVERYBODY =
  "(?:all|every|each)(?: and every)?(?: of)?(?: the| those)?(?: delegations?| participants?| member states?| missions?| members?| governments?)?(?: (?:that|who|which) (?:took part|participated|contributed))?";
/** Whoever is thanked, invited, sent something or not bound by it is counted as holding no view; who signs is named beside it. */
const COURTESIES: readonly RegExp[] = [
  new RegExp(
    `\\b(?:thank(?:s|ful)?(?: to)?|grateful to|gratitude to|appreciation to|invit(?:ed|ing|e)|open to|available to|sent to|addressed to|circulat(?:ed|ion|e) (?:(?!to\\b)[a-z]+ )*to|attention of|among) (?:the )?${EVERYBODY}`,
    "gi",
  ),
  new RegExp(
    `\\bnot (?:necessarily )?(?:reflect|represent|express) the (?:views?|positions?) of ${EVERYBODY}|\\bbinds? (?:nobody|no one|none|no [a-z]+)`,
    "gi",
  ),
  /\bthe (?:undersigned )?(?:permanent (?:representatives?|missions?)|co-hosts?|signator(?:y|ies))\b/gi,
];

/** What in the letter says of views what no figure shows, or names a State that does not co-host; `at` is the field. */
export function letterWordIssues(letter: Letter, given: Given): Issue[] {
  const free = [...given.own, ...given.coHosts, letter.agendaItem, letter.place, ...letter.addressee];
  const texts = { ...letter, paragraphs: letter.paragraphs.join("\n\n") };
  return (["subject", "salutation", "paragraphs", "closing", "annex"] as const).flatMap((at) => {
    const written = COURTESIES.reduce((left, courtesy) => left.replaceAll(courtesy, " … "), texts[at]);
    const text = without(written, [...free, ...letter.signatories.map(({ name }) => name)]);
    return unfoundedIn(text, shownIn(given))
      .filter((found) => !isOfCoHost(found, given.coHosts))
      .map((found): Issue => ({ ...issueOf(found), at }));
  });
}

/** A correction says what was wrong; what stood there, quoted, is taken back by it. */
const TAKEN_BACK =
  /\b(?:for|instead of|rather than|in place of|delete[ds]?|deleting|not|(?:wrongly|erroneously|mistakenly) \p{L}+)(?: the (?:words?|passage|sentence|figures?))?,? [“"«][^”"»]*[”"»]/giu;
const CORRECTS =
  /\b(?:should (?:read|be|have been|have read)|instead of|rather than|in place of|wrong(?:ly)?|incorrect(?:ly)?|erroneous(?:ly)?|mistaken(?:ly)?|misprint\w*|error|read:?|replace[ds]?|correct(?:ed|s)?)\b/i;
const OF_MISSIONS = /\b(?:co-hosts?|co-hosting|missions?|signator(?:y|ies)|letter|title page|cover)\b/i;

/** The same of a corrigendum or of the reason of a withdrawal: a sentence that corrects may give the figure that was wrong. */
export function noteWordIssues(text: string, given: Given): Issue[] {
  return text.split(/(?<=[.!?])\s+|\n+/).flatMap((sentence) => {
    const kept = without(sentence.replaceAll(TAKEN_BACK, " … "), given.own);
    const named = unfoundedIn(sentence, shownIn(given)).filter(({ code }) => code === "named");
    const unfounded = unfoundedIn(kept, shownIn(given)).filter(
      ({ code }) => code !== "named" && !(code === "number" && CORRECTS.test(sentence)),
    );
    return [
      ...unfounded,
      ...named.filter((found) => !(OF_MISSIONS.test(sentence) && isOfCoHost(found, given.coHosts))),
    ].map(issueOf);
  });
}

/** A text without what may be quoted in it, longest first. */
function without(text: string, quoted: readonly string[]): string {
  const known = quoted.map((one) => one.trim().replace(/\.$/, "")).filter((one) => one.length > 3);
  return known
    .toSorted((one, other) => other.length - one.length)
    .reduce((left, one) => left.replaceAll(one, " … "), text);
}

/** Whether a name is that of a co-hosting mission's own State, in whatever form ("Malaysia", "Malaysian"). */
function isOfCoHost({ code, passage }: Unfounded, coHosts: readonly string[]): boolean {
  const said = small(passage);
  return (
    code === "named" &&
    coHosts.some((name) =>
      small(name)
        .split(/[^\p{L}-]+/u)
        .some((word) => startAlike(word, said)),
    )
  );
}

const startAlike = (word: string, said: string): boolean =>
  word.length > 3 &&
  !/^(?:permanent|mission|united|nations|republic|state|states|kingdom)$/.test(word) &&
  said.slice(0, 5) === word.slice(0, 5);
