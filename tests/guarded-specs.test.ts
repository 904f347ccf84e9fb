import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";

const FOLDER = "tests/e2e";
const specs = readdirSync(FOLDER)
  .filter((name) => name.endsWith(".spec.ts"))
  .map((name) => ({ name, text: readFileSync(`${FOLDER}/${name}`, "utf8") }));

/** Ways to a page that nobody watches: a context or a browser made by hand. Pages of a watched context are watched. */
const UNWATCHED = /\bbrowser\.new(Context|Page)\(|\.launch\w*\(/;

const usesTheGuard = (text: string) =>
  /^import \{[^}]*\btest\b[^}]*\} from "\.\/support\/guarded";$/m.test(text) &&
  !/^import \{[^}]*\btest\b[^}]*\} from "@playwright\/test"/m.test(text) &&
  !UNWATCHED.test(text);

describe("the tests in a browser", () => {
  it("[E149] are all watched for requests that leave the origin and for breaches of the policy", () => {
    expect(specs.length).toBeGreaterThan(20);
    expect(specs.filter(({ text }) => !usesTheGuard(text)).map(({ name }) => name)).toEqual([]);
  });

  it.each([
    'import { expect, test } from "@playwright/test";',
    'import { expect, test } from "./support/guarded";\nconst other = await browser.newContext();',
    'import { expect, test } from "./support/guarded";\nconst other = await chromium.launch({});',
  ])("[E149] one that is not would be found: %s", (text) => {
    expect(usesTheGuard(text)).toBe(false);
  });
});
