import fc from "fast-check";

/** Stands in odd values and headers where each request puts a mark of its own, by which it would be found again. */
export const MARK = "@@mark@@";

/** A list in a list in a list. */
const nested = (depth: number): unknown => {
  let value: unknown = [];
  for (let level = 0; level < depth; level += 1) value = [value];
  return value;
};

const ODD_TEXTS = [
  MARK,
  `\u0000${MARK}`,
  `\ud800${MARK}`,
  `${MARK}\udfff`,
  `${MARK}' OR 1=1 --`,
  `"; DROP TABLE seats; --${MARK}`,
  `../../../../etc/passwd${MARK}`,
  `<script>${MARK}</script>`,
  `${MARK}\r\nset-cookie: a=b`,
  `\u202e${MARK}\u200b\ufeff`,
  MARK.repeat(700),
  "x".repeat(70_000),
  "__proto__",
  "constructor",
  "toString",
  "00000000-0000-4000-8000-000000000000",
  "9999-12-31T23:59",
  "0000-00-00T00:00",
  "2026-02-31T25:61:00Z",
  "",
];
const ODD_NUMBERS = [0, -0, -1, 0.5, 255, 2 ** 31 - 1, 2 ** 31, -(2 ** 31) - 1, 2 ** 53 - 1, 2 ** 63, 1e308];

/** A value that nobody meant to be sent. */
export const oddValue: fc.Arbitrary<unknown> = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom<unknown>(...ODD_TEXTS) },
  { weight: 2, arbitrary: fc.constantFrom<unknown>(...ODD_NUMBERS) },
  { weight: 2, arbitrary: fc.string({ unit: "binary", maxLength: 60 }).map((text) => `${text}${MARK}`) },
  { weight: 2, arbitrary: fc.jsonValue({ maxDepth: 3 }) },
  {
    weight: 1,
    arbitrary: fc.constantFrom<unknown>(
      null,
      true,
      [],
      {},
      nested(800),
      Array.from({ length: 3_000 }, () => 0),
    ),
  },
);

/** One thing to be done to a value: somewhere in it, a part is replaced, left out, doubled or added. */
export type Change = {
  readonly at: number;
  readonly does: "replace" | "leaveOut" | "add" | "double";
  readonly value: unknown;
};

export const change: fc.Arbitrary<Change> = fc.record({
  at: fc.nat(),
  does: fc.constantFrom("replace", "replace", "replace", "replace", "leaveOut", "add", "double"),
  value: oddValue,
});

type Path = readonly (string | number)[];

/** The way to every part of a value, itself included. */
function pathsOf(value: unknown, path: Path = []): Path[] {
  if (typeof value !== "object" || value === null) return [path];
  const parts = Array.isArray(value) ? [...value.entries()] : Object.entries(value);
  return [path, ...parts.flatMap(([key, part]) => pathsOf(part, [...path, key]))];
}

/** What takes the place of a part; undefined where it is left out. */
function replacement(part: unknown, { does, value }: Change): unknown {
  if (does === "replace") return value;
  if (does === "leaveOut") return undefined;
  if (Array.isArray(part)) return does === "double" ? [...part, ...part] : [...part, value];
  if (typeof part === "object" && part !== null)
    return does === "double"
      ? { ...part, again: part }
      : { ...part, [`${JSON.stringify(value)}`.slice(0, 80)]: value };
  return does === "double" ? [part, part] : { [String(part)]: value };
}

function changedAt(value: unknown, [key, ...rest]: Path, how: Change): unknown {
  if (key === undefined) return replacement(value, how);
  if (Array.isArray(value))
    return value.flatMap((part, index) => {
      if (index !== key) return [part];
      const put = changedAt(part, rest, how);
      return put === undefined ? [] : [put];
    });
  // A path leads through lists and objects alone.
  const parts = Object.entries(value as object);
  return Object.fromEntries(
    parts.flatMap(([name, part]) => {
      if (name !== key) return [[name, part]];
      const put = changedAt(part, rest, how);
      return put === undefined ? [] : [[name, put]];
    }),
  );
}

/** The value with one part changed. */
export function changed(value: unknown, how: Change): unknown {
  const paths = pathsOf(value);
  return changedAt(value, paths[how.at % paths.length] ?? [], how);
}
