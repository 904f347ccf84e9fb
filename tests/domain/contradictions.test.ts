import { describe, expect, it } from "vitest";
import { chairsSentences, issuesOf } from "../support/chairs-sentences";

const { seen } = chairsSentences();

describe("a chair's sentence around the phrase", () => {
  it.each(seen.contradicting)("[F70] contradicts the figures and is refused with the reason: %s", (text) => {
    expect(issuesOf(text)).not.toEqual([]);
  });

  it.each(seen.harmless)("[F71] is harmless and passes: %s", (text) => {
    expect(issuesOf(text)).toEqual([]);
  });
});
