import type { ReleasedRanking } from "@/domain/disclosure/release";
import type { Answers } from "@/domain/questionnaire/shapes/questionnaire";
import type { RankingItem } from "@/domain/questionnaire/shapes/ranking";
import type { Span } from "./labels";
import { printed, type Subject, spansOf, type Vote } from "./subject";
import { allOrders, OrderSearch, orderFrom } from "./weak-orders";

/**
 * What can be read of a ranking: its pairs, which must come from whole orders. (Kendall's W is printed only where no
 * count is hidden; whatever it adds, the true round remains one of those possible.)
 */
export function rankingSubjects({ itemId, table }: ReleasedRanking, item: RankingItem): Subject[] {
  if (table.kind === "tooFew") return [];
  const { n } = table;
  const tables = table.pairs.map((pair) =>
    printed(`${itemId} ${pair.first} ${pair.second}`, n, [
      pair.prefersFirst,
      pair.prefersSecond,
      pair.neither,
    ]),
  );
  const said = tables.flatMap(spansOf);
  const search = searchAmong(item.options.length);
  /** Rounds found before, by what is known: they often answer the next question too. */
  const found = new Map<string, number[][]>();
  return [
    {
      tables,
      ofPairs: true,
      voteOf: (answers) => orderOf(answers, item),
      follows: (tableAt) => {
        const told = tables.map(
          ({ cells }) => cells?.findIndex(({ kind }) => kind === "allOrNearlyAll") ?? -1,
        );
        const orders = allOrders(item.options.length).filter((order) =>
          told.every((says, pair) => says < 0 || order[pair] === says),
        );
        return new Set(orders.map((order) => order[tableAt])).size === 1;
      },
      allows: (known, tableAt, cellAt, [from, to]) => {
        const key = JSON.stringify(known);
        const rounds = found.get(key) ?? [];
        found.set(key, rounds);
        const place = 3 * tableAt + cellAt;
        if (rounds.some((round) => (round[place] ?? -1) >= from && (round[place] ?? -1) <= to)) return true;
        const votes = known.filter((vote) => vote.some((cell) => cell !== null));
        const spans = less(said, votes);
        const [low, high] = spans[place] ?? [0, n];
        const asked = spans.with(place, [Math.max(low, from), Math.min(high, to)]);
        const round = search.someRound(n - votes.length, asked);
        if (round !== null) rounds.push(round);
        return round !== null;
      },
    },
  ];
}

const searches = new Map<number, OrderSearch>();
function searchAmong(options: number): OrderSearch {
  const search = searches.get(options) ?? new OrderSearch(options);
  searches.set(options, search);
  return search;
}

function less(spans: readonly Span[], votes: readonly Vote[]): Span[] {
  return spans.map(([low, high], place) => {
    const known = votes.filter((vote) => vote[Math.floor(place / 3)] === place % 3).length;
    return [Math.max(0, low - known), high - known];
  });
}

/** What an answer says of each pair; options left out share the last place. */
function orderOf(answers: Answers, { id, options }: RankingItem): Vote {
  const answer = answers[id];
  const places = answer?.kind === "ranking" && answer.places !== "noPosition" ? answer.places : null;
  const order = options.map((option) => {
    const place = places?.findIndex((ids) => ids.includes(option.id)) ?? -1;
    return place < 0 ? options.length : place;
  });
  return orderFrom(order).map((says) => (places === null ? null : says));
}
