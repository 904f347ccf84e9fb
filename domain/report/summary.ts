import type { Message } from "@/domain/findings/message";
import { type Arrangement, SUMMARY_SECTIONS, type SummaryEntry } from "@/domain/summary/arrangement";
import { whyInAnnex } from "@/domain/summary/placing";
import { type Block, type Report, type Section, sentencesOf } from "./document";
import type { Evidence } from "./evidence";
import type { RoundFacts } from "./facts";

const message = (key: string, values: Message["values"] = {}): Message => ({
  key: `reportSummary.${key}`,
  values,
});
const paragraph = (...sentences: Message[]): Block => ({ kind: "paragraph", sentences });

/** What the summary is made from: an arrangement that holds all the evidence, and the rounds that gave it. */
type SummaryFacts = {
  readonly arrangement: Arrangement;
  readonly evidence: readonly Evidence[];
  readonly rounds: readonly Pick<RoundFacts, "number" | "level" | "questionnaire">[];
};

/** A text of the rapporteur's as paragraphs, which blank lines part. */
const ownParagraphs = (text: string): Block[] =>
  text
    .split(/\n\s*\n/)
    .map((part) => part.trim())
    .filter((part) => part !== "")
    .map((part) => paragraph(message("ownWords", { text: part })));

/** The chair's summary: what it is, then each section in which something stands. */
export function summarySections({ arrangement, evidence, rounds }: SummaryFacts): Section[] {
  const byKey = new Map(evidence.map((one) => [one.key, one]));
  const blocksOf = (entry: SummaryEntry): Block[] => {
    if (entry.kind === "text") return ownParagraphs(entry.text);
    const one = byKey.get(entry.key);
    return one === undefined ? [] : [saidInSummary(one, rounds)];
  };
  const sections = SUMMARY_SECTIONS.map(
    (section): Section => ({
      id: `summary-${section}`,
      heading: message(`sections.${section}`),
      level: 3,
      blocks: arrangement[section].flatMap(blocksOf),
    }),
  ).filter(({ blocks }) => blocks.length > 0);
  const opening = message(sections.length === 0 ? "nothing" : "opening");
  return [
    { id: "summary", heading: message("heading"), level: 2, blocks: [paragraph(opening)] },
    ...sections,
  ];
}

/** In the words of the detail and, where several rounds are reported, with the round that it comes from. */
function saidInSummary(one: Evidence, rounds: SummaryFacts["rounds"]): Block {
  const from = rounds.length < 2 ? [] : [message("from", { number: one.round })];
  const said = sentencesInSummary(one);
  return said.length === 0 ? one.block : paragraph(...said, ...from);
}

/** What is said of it outside the detail. A theme says after which question it was raised, which no heading does there. */
export function sentencesInSummary({ block, about }: Pick<Evidence, "block" | "about">): Message[] {
  if (block.kind === "finding") return [...sentencesOf(block)];
  return block.kind === "paragraph" ? [message("about", { about }), ...block.sentences] : [];
}

/** What the summary leaves to the detail, each with the reason; nothing where it leaves nothing. */
export function leftToDetail({ arrangement, evidence, rounds }: SummaryFacts): Section[] {
  const basis = { evidence, asked: rounds };
  const keys = new Set(arrangement.annex.flatMap((entry) => (entry.kind === "evidence" ? [entry.key] : [])));
  const entries = evidence
    .filter(({ key }) => keys.has(key))
    .map((one) => message(`leftToDetail.${whyInAnnex(one, basis)}`, { about: one.about, number: one.round }));
  if (entries.length === 0) return [];
  return [
    {
      id: "not-in-summary",
      heading: message("leftToDetail.heading"),
      level: 2,
      blocks: [paragraph(message("leftToDetail.opening")), { kind: "list", entries }],
    },
  ];
}

/** What comes next, in the rapporteur's words; nothing where none are given. */
export function nextStepsSections(text: string): Section[] {
  const blocks = ownParagraphs(text);
  return blocks.length === 0 ? [] : [{ id: "next-steps", heading: message("nextSteps"), level: 2, blocks }];
}

/** The parts of a report that what is composed decides. */
const isComposed = ({ id }: Section): boolean =>
  id === "summary" || id.startsWith("summary-") || id === "next-steps" || id === "not-in-summary";

/** A report with its summary, its next steps and what it leaves out as they are composed now, each in its place. */
export function withSummary(
  report: Report,
  { nextSteps, ...summary }: SummaryFacts & { readonly nextSteps: string },
): Report {
  const rest = report.sections.filter((section) => !isComposed(section));
  const at = (id: string) => rest.findIndex((section) => section.id === id);
  const [detail, method, withheld] = [at("conduct") + 1, at("method"), at("withheld")];
  return {
    ...report,
    sections: [
      ...rest.slice(0, detail),
      ...summarySections(summary),
      ...rest.slice(detail, method),
      ...nextStepsSections(nextSteps),
      ...rest.slice(method, withheld),
      ...leftToDetail(summary),
      ...rest.slice(withheld),
    ],
  };
}
