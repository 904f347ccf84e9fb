import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import messages from "@/messages/en.json";

const FOLDER = "app/(participant)";
const pages = readdirSync(FOLDER, { recursive: true, encoding: "utf8" })
  .filter((name) => name.endsWith(".tsx"))
  .map((name) => readFileSync(join(FOLDER, name), "utf8"));

/** What a page says of the clock, by the names of its sentences. */
const said = (text: string): string[] =>
  [...text.matchAll(/\btClock\(([^)]*)\)/g)]
    .flatMap(([, asked = ""]) => [...asked.matchAll(/"(\w+)"/g)].map(([, name = ""]) => name))
    .filter((name) => name in messages.clock);

describe("participants' pages", () => {
  it("[V83] are sent every word of the clock that they show", () => {
    const names = new Set(pages.flatMap(said));
    expect(names.size).toBeGreaterThan(2);
    const sent = readFileSync(`${FOLDER}/layout.tsx`, "utf8").matchAll(/"clock\.(\w+)"/g);
    expect([...sent].map(([, name]) => name)).toEqual(expect.arrayContaining([...names]));
  });
});
