import { type DraftBlock, numbered } from "./paper";
import type { Run } from "./shapes";

/** Letters that Markdown or HTML would read as a mark stand after a backslash. */
const escaped = (text: string): string => text.replace(/[\\`*_[\]<>|#~&!]/g, "\\$&");

/** A line that would begin a list, a rule or a heading does not. */
const escapedStart = (line: string): string =>
  line.replace(/^[-+=:]/, "\\$&").replace(/^(\d{1,9})([.)])(?=\s|$)/, "$1\\$2");

function marked({ text, strong, emphasis, address }: Run): string {
  if (address !== undefined) return `[${escaped(text)}](<${address.replace(/[&*_]/g, "\\$&")}>)`;
  const mark = `${strong ? "**" : ""}${emphasis ? "*" : ""}`;
  return `${mark}${escaped(text)}${mark}`;
}

/** Beside these a mark is read as one only where no letter stands on its other side. */
const SIGN = /[\p{P}\p{S}]/u;
const LETTER = /[^\s\p{P}\p{S}]/u;
const isMarked = (run: Run | undefined): boolean => run?.strong === true || run?.emphasis === true;
const reference = (letter: string) => `&#${letter.codePointAt(0)};`;

/**
 * What stands between marked runs. A letter at which a mark could not open or close, since that stands between it and a sign
 * (“both*“so”*”), is written by its number, which ends and begins with signs.
 */
function between(before: Run | undefined, { text }: Run, after: Run | undefined): string {
  const letters = [...text];
  const [first = "", last = ""] = [letters[0], letters.at(-1)];
  const closes = isMarked(before) && SIGN.test([...(before?.text ?? "")].at(-1) ?? "") && LETTER.test(first);
  const opens = isMarked(after) && SIGN.test([...(after?.text ?? "")][0] ?? "") && LETTER.test(last);
  if (letters.length === 1) return closes || opens ? reference(first) : escaped(first);
  const middle = letters.slice(closes ? 1 : 0, opens ? -1 : undefined).join("");
  return `${closes ? reference(first) : ""}${escaped(middle)}${opens ? reference(last) : ""}`;
}

const lineOf = (runs: readonly Run[]): string =>
  escapedStart(
    runs
      .map((run, index) =>
        isMarked(run) || run.address !== undefined
          ? marked(run)
          : between(runs[index - 1], run, runs[index + 1]),
      )
      .join(""),
  );

function blockLines(block: DraftBlock, number: number | null): string {
  if (block.kind === "heading") return `${"#".repeat(block.level + 1)} ${escaped(block.text)}`;
  const mark = number === null ? "" : `${number}. `;
  const indent = " ".repeat(mark.length);
  const items = block.items.map((item) => `${indent}- ${lineOf(item)}`).join("\n");
  if (block.runs.length === 0) return `${mark}${items.slice(indent.length)}`;
  return [`${mark}${lineOf(block.runs)}`, ...(items === "" ? [] : [items])].join("\n\n");
}

type AsText = {
  /** Null where none is written yet. */
  readonly title: string | null;
  readonly blocks: readonly DraftBlock[];
};

/** A paper as Markdown, from which it is read as it was. With `numbers` its paragraphs bear theirs. */
export function paperMarkdown({ title, blocks }: AsText, numbers: boolean): string {
  const head = title === null ? [] : [`# ${escaped(title)}`];
  const body = numbered(blocks).map(({ block, number }) => blockLines(block, numbers ? number : null));
  return `${[...head, ...body].join("\n\n")}\n`;
}
