import type { Constraint } from "./integer-ranges";

/**
 * What the pair tables of three or four options must satisfy to come from whole orders. "ab" is the number of answers
 * that prefer a to b; those before the sign ≥ are added, those after it taken away, and `answers` says how often n may
 * be added before nothing is left.
 *
 * On three options: whoever puts c above b puts c above a or a above b. On four, four more kinds, which follow from no
 * three options alone. Together they are all facets of the weak order polytope (no count below 0 aside), and each whole
 * point of its n-fold that was tried is a sum of n orders; the tests look at both.
 */
const OF_THREE = [{ added: "ca ab", taken: "cb", answers: 0 }];
const OF_FOUR = [
  ...OF_THREE,
  { added: "ab ac bd cd da", taken: "ad bc cb", answers: 0 },
  { added: "ab ac ba ca db dc", taken: "bc cb da", answers: 0 },
  { added: "ab ac ad ba ca", taken: "bc bd cb cd", answers: 1 },
  { added: "ab ac ad ba ca da", taken: "bc bd cb cd db dc", answers: 1 },
];

/** Numbers stand as a over b, b over a, neither; then the same for a and c, a and d, b and c, and so on. */
type Numbers = { readonly totals: readonly Constraint[]; readonly inequalities: readonly Constraint[] };

/** The constraints on three or four options' pairs among n answers: each table adds up to n, and all come from orders. */
export function orderConstraints(options: 3 | 4, n: number): Numbers {
  const letters = ["a", "b", "c", "d"].slice(0, options);
  const placeOf = placesOf(letters);
  const totals = [...placeOf.values()]
    .filter((place) => place % 3 === 0)
    .flatMap((first): Constraint[] => [
      { places: [first, first + 1, first + 2], signs: [1, 1, 1], atLeast: n },
      { places: [first, first + 1, first + 2], signs: [-1, -1, -1], atLeast: -n },
    ]);
  return { totals, inequalities: inequalitiesOf(options === 3 ? OF_THREE : OF_FOUR, letters, n) };
}

function placesOf(letters: readonly string[]): Map<string, number> {
  const pairs = letters.flatMap((first, index) =>
    letters.slice(index + 1).map((second) => [first, second] as const),
  );
  return new Map(
    pairs.flatMap(([first, second], pair) => [
      [first + second, 3 * pair],
      [second + first, 3 * pair + 1],
    ]),
  );
}

/** Each kind under every renaming of the options, forwards and with all orders turned round. */
function inequalitiesOf(kinds: typeof OF_FOUR, letters: readonly string[], n: number): Constraint[] {
  const placeOf = placesOf(letters);
  const found = new Map<string, Constraint>();
  for (const { added, taken, answers } of kinds)
    for (const names of renamings(letters))
      for (const [over, under] of [
        [0, 1],
        [1, 0],
      ] as const) {
        const placesIn = (pairs: string) =>
          pairs
            .split(" ")
            .map((pair) => placeOf.get(renamed(pair[over], names) + renamed(pair[under], names)) ?? 0)
            .toSorted((a, b) => a - b);
        const [plus, minus] = [placesIn(added), placesIn(taken)];
        found.set(`${plus} ${minus}`, {
          places: [...plus, ...minus],
          signs: [...plus.map(() => 1 as const), ...minus.map(() => -1 as const)],
          atLeast: -answers * n,
        });
      }
  return [...found.values()];
}

const renamed = (letter: string | undefined, names: readonly string[]): string =>
  names["abcd".indexOf(letter ?? "")] ?? "";

function renamings(letters: readonly string[]): string[][] {
  if (letters.length === 0) return [[]];
  return letters.flatMap((first) =>
    renamings(letters.filter((letter) => letter !== first)).map((rest) => [first, ...rest]),
  );
}
