import { type Run, SAFE_ADDRESS } from "./shapes";

const PUNCTUATION = /^[\p{P}\p{S}]/u;
const isSpace = (character: string | undefined) => character === undefined || character === " ";
const isPunctuation = (character: string | undefined) =>
  character !== undefined && PUNCTUATION.test(character);

const isMarked = (run: Run | undefined): boolean =>
  run !== undefined && (run.strong === true || run.emphasis === true || run.address !== undefined);

const alike = (one: Run, other: Run) =>
  one.strong === other.strong && one.emphasis === other.emphasis && one.address === other.address;

function merged(runs: readonly Run[]): Run[] {
  const list: Run[] = [];
  for (const run of runs) {
    const last = list.at(-1);
    if (run.text === "") continue;
    if (last !== undefined && alike(last, run))
      list[list.length - 1] = { ...last, text: last.text + run.text };
    else list.push(run);
  }
  return list;
}

/** Space at either end of marked letters stands outside of the mark, as Markdown demands. */
function withSpacesOutside(run: Run): Run[] {
  if (!isMarked(run)) return [run];
  const text = run.text.trim();
  const [before, after] = [/^ /.test(run.text) ? " " : "", / $/.test(run.text) ? " " : ""];
  return text === "" ? [{ text: " " }] : [{ text: before }, { ...run, text }, { text: after }];
}

/** One space where several characters of space stood, over the borders of runs too, and none at the ends. */
function singleSpaced(runs: readonly Run[]): Run[] {
  let before = " ";
  const spaced = runs.map((run) => {
    const text = `${before === " " ? "\n" : ""}${run.text}`.replace(/\s+/gu, " ");
    const kept = before === " " ? text.slice(1) : text;
    before = kept === "" ? before : kept.slice(-1);
    return { ...run, text: kept };
  });
  const last = spaced.findLastIndex(({ text }) => text !== "");
  return spaced.map((run, index) => (index === last ? { ...run, text: run.text.trimEnd() } : run));
}

/** Whether a mark round these letters would be read as one, given what stands before and after them. */
function readsAsMark(run: Run, before: string | undefined, after: string | undefined): boolean {
  if (run.address !== undefined) return true;
  const [first, last] = [run.text[0], run.text.at(-1)];
  const opens = !isPunctuation(first) || isSpace(before) || isPunctuation(before);
  const closes = !isPunctuation(last) || isSpace(after) || isPunctuation(after);
  return opens && closes;
}

/**
 * Runs in the one form in which they are kept: single spaces, marks only where Markdown can write them, a link without
 * other marks. Applied again it changes nothing.
 */
export function canonicalRuns(given: readonly Run[]): Run[] {
  const safe = given.map(({ text, strong, emphasis, address }): Run => {
    if (address !== undefined && SAFE_ADDRESS.test(address)) return { text, address };
    return { text, ...(strong && { strong }), ...(emphasis && { emphasis }) };
  });
  const runs = merged(singleSpaced(merged(singleSpaced(merged(safe)).flatMap(withSpacesOutside))));
  const kept: Run[] = [];
  for (const [index, run] of runs.entries()) {
    const [before, after] = [kept.at(-1), runs[index + 1]];
    const stands = !isMarked(before) && readsAsMark(run, before?.text.at(-1), after?.text[0]);
    kept.push(!isMarked(run) || stands ? run : { text: run.text });
  }
  return merged(kept);
}
