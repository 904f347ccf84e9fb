import type { Span } from "./labels";

/** Options by place, the earlier first, and where their pair stands among all pairs. */
type Pair = { readonly first: number; readonly second: number };

/** An order as what it says of each pair: 0 the first is above, 1 the second is, 2 neither. */
export type Order = readonly number[];

/** The pairs of so many options, in the order of the item. */
function pairsAmong(options: number): Pair[] {
  const places = Array.from({ length: options }, (_, place) => place);
  return places.flatMap((first) => places.slice(first + 1).map((second) => ({ first, second })));
}

/** What an order says of each pair, from the place of every option; 0 is the best. */
export function orderFrom(places: readonly number[]): Order {
  return pairsAmong(places.length).map(({ first, second }) => {
    const [one = 0, other = 0] = [places[first], places[second]];
    if (one === other) return 2;
    return one < other ? 0 : 1;
  });
}

/** Every order of so many options, ties allowed. */
export function allOrders(options: number): Order[] {
  let places: number[][] = [[]];
  for (let option = 0; option < options; option += 1)
    places = places.flatMap((chosen) => Array.from({ length: options }, (_, place) => [...chosen, place]));
  return [...new Map(places.map(orderFrom).map((order) => [String(order), order])).values()];
}

/** What is left to be told: so many answers, and per pair and saying how many of them may say so. */
type Rest = { readonly answers: number; readonly lows: number[]; readonly highs: number[] };

/** For each cell p over r, the pairs of cells p over q and q over r, of which everybody who says the first says one. */
type Detours = readonly (readonly [cell: number, one: number, other: number])[];

/** Finds rounds of answers whose pairs add up within given spans, by trying one answer after another. */
export class OrderSearch {
  private readonly orders: readonly Order[];
  private readonly detours: Detours;

  constructor(options: number) {
    this.orders = allOrders(options);
    this.detours = detoursAmong(options);
  }

  /** The counts of one such round, three for each pair; null when there is none. */
  someRound(answers: number, spans: readonly Span[]): number[] | null {
    const rest = { answers, lows: spans.map(([low]) => low), highs: spans.map(([, high]) => high) };
    const found = this.search(rest, new Set());
    if (found === null) return null;
    const counts = spans.map(() => 0);
    for (const order of found)
      for (const [pair, says] of order.entries())
        counts[3 * pair + says] = (counts[3 * pair + says] ?? 0) + 1;
    return counts;
  }

  private search(rest: Rest, hopeless: Set<string>): Order[] | null {
    if (rest.answers === 0) return rest.lows.every((low) => low <= 0) ? [] : null;
    if (!this.tighten(rest)) return null;
    const key = `${rest.lows} ${rest.highs}`;
    if (hopeless.has(key)) return null;
    for (const order of this.candidates(rest)) {
      const others = this.search(without(rest, order), hopeless);
      if (others !== null) return [order, ...others];
    }
    hopeless.add(key);
    return null;
  }

  /** Orders that could come next: all that say the rarest thing that somebody must still say, the likeliest first. */
  private candidates({ lows, highs }: Rest): Order[] {
    let rarest: number | null = null;
    for (const [cell, low] of lows.entries())
      if (low > 0 && (rarest === null || (highs[cell] ?? 0) < (highs[rarest] ?? 0))) rarest = cell;
    const room = (order: Order) => order.map((says, pair) => highs[3 * pair + says] ?? 0);
    const needed = (order: Order) =>
      order.reduce(
        (total, says, pair) => total + (lows[3 * pair + says] ?? 0) + (highs[3 * pair + says] ?? 0),
        0,
      );
    return this.orders
      .filter((order) => rarest === null || order[Math.floor(rarest / 3)] === rarest % 3)
      .filter((order) => room(order).every((high) => high > 0))
      .map((order) => ({ order, needed: needed(order) }))
      .sort((a, b) => b.needed - a.needed)
      .map(({ order }) => order);
  }

  /** Narrows what is left by what any answers must satisfy; false when none can. */
  private tighten({ answers, lows, highs }: Rest): boolean {
    const low = (cell: number) => lows[cell] ?? 0;
    const high = (cell: number) => highs[cell] ?? 0;
    let changed = true;
    const narrow = (cell: number, least: number, most: number) => {
      if (least > low(cell)) [lows[cell], changed] = [least, true];
      if (most < high(cell)) [highs[cell], changed] = [most, true];
    };
    while (changed) {
      changed = false;
      for (let cell = 0; cell < lows.length; cell += 1) {
        const start = cell - (cell % 3);
        const [a, b] = [start, start + 1, start + 2].filter((other) => other !== cell);
        if (a === undefined || b === undefined) continue;
        narrow(cell, answers - high(a) - high(b), answers - low(a) - low(b));
      }
      for (const [cell, one, other] of this.detours) {
        narrow(cell, 0, high(one) + high(other));
        narrow(one, low(cell) - high(other), high(one));
        narrow(other, low(cell) - high(one), high(other));
      }
      if (lows.some((least, cell) => least > high(cell))) return false;
    }
    return true;
  }
}

function without({ answers, lows, highs }: Rest, order: Order): Rest {
  const rest = { answers: answers - 1, lows: [...lows], highs: [...highs] };
  for (const [pair, says] of order.entries()) {
    const cell = 3 * pair + says;
    rest.lows[cell] = Math.max(0, (lows[cell] ?? 0) - 1);
    rest.highs[cell] = (highs[cell] ?? 0) - 1;
  }
  return rest;
}

function detoursAmong(options: number): Detours {
  const cellOf = new Map(
    pairsAmong(options).flatMap(({ first, second }, pair) => [
      [`${first} ${second}`, 3 * pair],
      [`${second} ${first}`, 3 * pair + 1],
    ]),
  );
  const cell = (over: number, under: number) => cellOf.get(`${over} ${under}`) ?? -1;
  const places = Array.from({ length: options }, (_, place) => place);
  return places.flatMap((p) =>
    places.flatMap((q) =>
      places.flatMap((r) =>
        p === q || q === r || p === r ? [] : [[cell(p, r), cell(p, q), cell(q, r)] as const],
      ),
    ),
  );
}
