import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { measures } from "./support/measures";

const vectorSchema = z.object({
  measure: z.string(),
  id: z.string(),
  input: z.unknown(),
  expected: z.unknown(),
  tolerance: z.number().default(0),
});

const folder = process.env.VECTORS_DIR ?? join(import.meta.dirname, "vectors");
const files = readdirSync(folder).filter((name) => name.endsWith(".json"));

/** Numbers may differ by the tolerance; of an object only the keys expected are looked at. */
function matches(actual: unknown, expected: unknown, tolerance: number): boolean {
  if (typeof expected === "number")
    return typeof actual === "number" && Math.abs(actual - expected) <= tolerance;
  if (Array.isArray(expected)) {
    if (!Array.isArray(actual) || actual.length !== expected.length) return false;
    return expected.every((value, index) => matches(actual[index], value, tolerance));
  }
  if (typeof expected === "object" && expected !== null) {
    if (typeof actual !== "object" || actual === null) return false;
    const found = new Map(Object.entries(actual));
    return Object.entries(expected).every(([key, value]) => matches(found.get(key), value, tolerance));
  }
  return actual === expected;
}

it("[V1] the folder of vectors holds some", () => {
  expect(files).not.toEqual([]);
});

describe.each(files)("%s", (file) => {
  const vectors = z.array(vectorSchema).parse(JSON.parse(readFileSync(join(folder, file), "utf8")));

  it.each(vectors)(
    "[V2] $measure gives the published figures: $id",
    ({ measure, input, expected, tolerance }) => {
      const compute = measures[measure];
      if (compute === undefined) throw new Error(`unknown measure ${measure}`);
      const actual = compute(input);
      expect(matches(actual, expected, tolerance), `gives ${JSON.stringify(actual)}`).toBe(true);
    },
  );
});
