import { expect, test } from "vitest";
import { identifying } from "@/domain/anonymity/identifying";
import { labelledSentences, measureOf } from "@/tests/support/labelled-sentences";

const LANGUAGES = ["ar", "en", "es", "fr", "ru", "zh"];

test("[A178] of sentences by somebody who had not seen the lists, nine in ten that identify are found, and at most one harmless in ten", () => {
  const { identifying: found, harmless } = measureOf("unseen");
  expect(found.share).toBeGreaterThanOrEqual(0.9);
  expect(harmless.share).toBeLessThanOrEqual(0.1);
});

test.each(["seen", "unseen"] as const)(
  "[A179] the %s half has 60 sentences or more in six languages, half of them harmless",
  (half) => {
    const sentences = labelledSentences(half);
    expect(sentences.length).toBeGreaterThanOrEqual(60);
    expect([...new Set(sentences.map(({ language }) => language))].toSorted()).toEqual(LANGUAGES);
    const harmless = sentences.filter((sentence) => !sentence.identifying).length;
    expect(Math.abs(harmless * 2 - sentences.length)).toBeLessThanOrEqual(2);
  },
);

test.each(
  labelledSentences("seen").map(({ identifying, text }) => [identifying ? "identifying" : "harmless", text]),
)("[A179] %s: %s", (label, text) => {
  expect(identifying(text).length > 0).toBe(label === "identifying");
});
