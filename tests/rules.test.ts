import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import {
  citations,
  citedIn,
  repeated,
  ruleDocuments,
  unmatched,
  writtenIn,
  writtenRules,
} from "./support/rules";

const written = writtenRules();
const cited = citations();

describe("rules and tests", () => {
  it("[S12] every rule that a test cites is written down", () => {
    expect(unmatched(cited, written)).toEqual([]);
  });

  it("[S13] every rule that is written down is cited by a test", () => {
    expect(unmatched(written, cited)).toEqual([]);
  });

  it("[S14] no number is written down twice", () => {
    expect(repeated(written)).toEqual([]);
  });

  it("[S25] the index leads to every document of rules and to no other", () => {
    const links = [...readFileSync("docs/rules.md", "utf8").matchAll(/\]\(rules\/([^)]+)\)/g)];
    expect(links.map(([, name]) => name).toSorted()).toEqual(ruleDocuments());
  });
});

describe("each rule, broken once", () => {
  const documents = [
    ...writtenIn("a.md", "- **A1** One.\n- **A2** Two.\n"),
    ...writtenIn("b.md", "- **A1** Other."),
  ];
  /** A made-up test, put together so that it is no citation of this file's. */
  const citing = (rules: string) => citedIn("a.test.ts", `it("[${rules}] holds");`);

  it("[S12] a citation of a rule that nobody wrote is found, alone or among others", () => {
    expect(unmatched([...citing("A1"), ...citing("A2, A3")], documents)).toEqual(["A3 in a.test.ts"]);
  });

  it("[S13] a rule that no test cites is found", () => {
    expect(unmatched(documents, citing("A1"))).toEqual(["A2 in a.md"]);
  });

  it("[S14] a number that two documents give out is found", () => {
    expect(repeated(documents)).toEqual(["A1"]);
  });
});
