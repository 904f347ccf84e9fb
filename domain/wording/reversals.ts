import { placesOf, type Reading } from "./reading";

const TURNED_BEFORE =
  /\b(?:(?:not|never|no longer|hardly|scarcely|cannot|could not|untrue|false|wrong|incorrect|doubtful|unclear|questionable|unlikely|deny|denied|denying|refut\w+|contrary to the (?:view|claim|impression|suggestion))(?: (?:the case|true|correct|right|said|found|clear|certain|be said|be claimed|be concluded|to say|to claim|to conclude|claim|be|been))*(?: that| whether)?|if|unless|whether),? §/g;

const stem = (word: string): string => word.slice(0, 5);

/** Passages that turn the phrase or the statement into its opposite. */
export function reversalsIn(reading: Reading, asked: string): string[] {
  const before = placesOf(reading, TURNED_BEFORE).map(({ passage }) => passage);
  const words = new Set(
    asked
      .toLowerCase()
      .match(/[a-z]{4,}/g)
      ?.map(stem) ?? [],
  );
  if (/\b(?:not|never|no|nor|without|oppos\w*|reject\w*|refrain\w*)\b/i.test(asked)) return before;
  const turned = placesOf(
    reading,
    /§[^.;:§,]*?\b(?:(?:should|must|ought|shall|need|would|could|can|may|will|does|did|do)(?:n't| not| never)|cannot|(?:should|must|ought to|ought) (?:refrain|abstain|desist) from|refus\w+ to|declin\w+ to) (?:to )?(?:be )?([a-z]{3,})/g,
  ).filter(({ match }) => words.has(stem(match[1]?.replace(/ing$/, "") ?? "")));
  const against = placesOf(
    reading,
    /§ (?:to (?:reject|oppose|resist|drop|abandon)|against|that the (?:proposition|statement|proposal|idea) (?:should be|was|is) (?:rejected|wrong|unacceptable|unfounded|mistaken))\b/g,
  );
  return [...before, ...[...turned, ...against].map(({ passage }) => passage)];
}
