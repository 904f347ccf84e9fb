import { expect, it } from "vitest";
import { makeRelease } from "@/domain/disclosure/release";
import { toMarkdown } from "@/domain/report/markdown";
import { reportOf } from "@/domain/report/report";
import { facts, items, language, participation, publication, questionnaire } from "../support/report-facts";

it("[R34] prints the root of every item of every round, and says of an item without answers that it has none", () => {
  const roots = { scale: "0123456789abcdef".repeat(4), choice: "fedcba9876543210".repeat(4) };
  const release = makeRelease(questionnaire, { responses: 42, items }, participation, roots);
  const rounds = facts.rounds.flatMap((round) => [
    { ...round, release },
    { ...round, number: 2, release: makeRelease(questionnaire, { responses: 42, items }, participation, {}) },
  ]);
  const markdown = toMarkdown(reportOf({ ...facts, rounds }), publication, language);
  expect(markdown).toContain("had one been left out, added or changed since, the root would be another");
  const printed = "01234567 89abcdef 01234567 89abcdef 01234567 89abcdef 01234567 89abcdef";
  expect(markdown).toContain("*Receipts of the first round, expert level*");
  expect(markdown.split(printed)).toHaveLength(2);
  expect(markdown).toContain("fedcba98 76543210");
  expect(markdown).toContain("*Receipts of the second round, expert level*");
  expect(markdown.match(/none: nobody answered/g)).toHaveLength(3 + 5);
});
