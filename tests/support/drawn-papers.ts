import fc from "fast-check";

const WORDS = [
  "the",
  "United",
  "Nations",
  "reform",
  "3.",
  "1)",
  "-",
  "+",
  "=",
  "#",
  "*",
  "**",
  "_",
  "[x]",
  "(y)",
];
const ODD = [
  "<b>",
  "&amp;",
  "&",
  "|",
  "~~",
  "`",
  "``",
  "\\",
  "!",
  "“quoted”",
  "l’État",
  "联合国",
  "السلام",
  "🙂",
  ":",
  "…",
];
const MARKED = [
  "*em*",
  "**strong**",
  "***both***",
  "*“em”*x",
  "a**b**c",
  "[un](https://un.org/?a=1&copy;=2)",
  "[m](mailto:a@b.example)",
  "[bad](javascript:x)",
];

const word = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom(...WORDS) },
  { weight: 3, arbitrary: fc.constantFrom(...ODD) },
  { weight: 3, arbitrary: fc.constantFrom(...MARKED) },
  { weight: 1, arbitrary: fc.string({ unit: "grapheme", maxLength: 8 }) },
);
const text = fc
  .array(fc.tuple(word, fc.constantFrom(" ", " ", " ", "", "\n")), { minLength: 1, maxLength: 12 })
  .map((parts) => parts.flat().join(""));
const block = fc.oneof(
  { weight: 4, arbitrary: text },
  fc.tuple(fc.integer({ min: 1, max: 6 }), text).map(([level, words]) => `${"#".repeat(level)} ${words}`),
  fc.array(text, { minLength: 1, maxLength: 3 }).map((items) => items.map((item) => `- ${item}`).join("\n")),
  fc
    .array(text, { minLength: 1, maxLength: 3 })
    .map((items) => items.map((item, at) => `${at + 1}. ${item}`).join("\n")),
  text.map((words) => `> ${words}`),
  fc.constantFrom("---", "    code", "```\ncode\n```", "| a | b |\n|---|---|\n| 1 | 2 |", "![x](y.png)"),
);

/** Markdown as somebody might write or paste it, marks that belong nowhere included. */
export const drawnMarkdown = fc.array(block, { maxLength: 10 }).map((blocks) => blocks.join("\n\n"));
