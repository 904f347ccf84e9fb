import MiniSearch from "minisearch";
import type { Codings } from "./coding";
import { themesByAnswer } from "./progress";
import { wordsIn } from "./words";

type Text = { readonly id: string; readonly text: string };

const tokens = (text: string) => wordsIn(text).map((word) => word.text);

/** An index over texts, which finds words whatever their accents and capitals. */
function indexOf(texts: readonly Text[]): MiniSearch<Text> {
  const index = new MiniSearch<Text>({ fields: ["text"], tokenize: tokens, processTerm: (term) => term });
  index.addAll(texts);
  return index;
}

/** Share of a text's own score (BM25+) from which another text reads much like it. */
const CLOSE = 0.25;
/** Suggestions shown for one answer. */
const MOST = 2;

/** What the bench asks of the answers of an item. */
export type Closeness = {
  /** Ids of the answers in which every word of the query stands, be it by its beginning; all for an empty query. */
  readonly search: (query: string) => ReadonlySet<string> | null;
  /** Ids of the themes whose answers or wording an answer is close to, the closest first. Advice: nothing follows from it. */
  readonly suggested: (answer: Text, codings: Codings) => string[];
};

/** Reads these answers once, and then looks words and likenesses up in them. */
export function closenessAmong(answers: readonly Text[]): Closeness {
  const index = indexOf(answers);
  const likeness = new Map<string, ReadonlyMap<string, number>>();
  const likenessTo = (answer: Text) => {
    const known = likeness.get(answer.id);
    if (known !== undefined) return known;
    const found = index.search(answer.text);
    const own = found.find(({ id }) => id === answer.id)?.score ?? Number.POSITIVE_INFINITY;
    const shares = new Map(found.map(({ id, score }): [string, number] => [String(id), score / own]));
    likeness.set(answer.id, shares);
    return shares;
  };
  return {
    search: (query) => {
      if (tokens(query).length === 0) return null;
      const found = index.search(query, { prefix: true, combineWith: "AND" });
      return new Set(found.map(({ id }) => String(id)));
    },
    suggested: (answer, codings) => {
      const shares = likenessTo(answer);
      const best = new Map<string, number>();
      for (const [id, themes] of themesByAnswer(codings)) {
        const share = id === answer.id ? 0 : (shares.get(id) ?? 0);
        for (const theme of themes) best.set(theme, Math.max(share, best.get(theme) ?? 0));
      }
      const own = new Set(tokens(answer.text));
      for (const { id, wording } of codings.themes) {
        const words = tokens(wording);
        const shared = words.filter((word) => own.has(word)).length / Math.max(words.length, 1);
        // Half of a wording's words say as much as half of an answer that is coded with it.
        best.set(id, Math.max(words.length < 2 ? 0 : shared / 1.5, best.get(id) ?? 0));
      }
      return [...best]
        .filter(([, share]) => share >= CLOSE)
        .toSorted(([, one], [, other]) => other - one)
        .slice(0, MOST)
        .map(([id]) => id);
    },
  };
}
