import type { Translate } from "@/domain/findings/message";
import { words } from "@/server/words";
import { FORMS } from "./forms";
import { reportOfCharts, signedEdition } from "./long-report";

// A process of its own that makes one form of a report of 40 charts, so that its peak of memory is that of the form.
export type DocumentMade = {
  /** From nothing in memory: fonts and templates are read. */
  readonly firstMs: number;
  /** The least of five more, as a server that has made one makes the next. */
  readonly nextMs: number;
  readonly bytes: number;
  /** What the process holds at once, in bytes, beyond what it held with the report alone. */
  readonly peakBytes: number;
};

const CHARTS = 40;
const REPEATED = 5;

const form = Object.entries(FORMS).find(([name]) => name === process.argv[2])?.[1];
if (form === undefined) throw new Error(`name one of ${Object.keys(FORMS).join(", ")}`);
// Keys are put together by the domain, so their type cannot be that of the messages.
const translate: Translate = (key, values) =>
  words.markup(key as "product.name", values as Record<string, never>);
const edition = signedEdition(reportOfCharts(CHARTS));
const peak = () => process.resourceUsage().maxRSS * 1_024; // given in kibibytes
const before = peak();
const times = [];
let bytes = 0;
for (let turn = 0; turn <= REPEATED; turn += 1) {
  const started = performance.now();
  bytes = (await form(edition, { translate, locale: "en" })).length;
  times.push(performance.now() - started);
}
const [first = Number.NaN, ...next] = times;
const made: DocumentMade = {
  firstMs: Math.round(first),
  nextMs: Math.round(Math.min(...next)),
  bytes,
  peakBytes: peak() - before,
};
console.log(JSON.stringify(made));
