import type { Message } from "@/domain/findings/message";
import { itemsOf } from "@/domain/questionnaire/questionnaire";
import { EMPTY_ARRANGEMENT } from "@/domain/summary/arrangement";
import { arranged } from "@/domain/summary/draft";
import type { Block, Report, Section } from "./document";
import { evidenceOf } from "./evidence";
import type { ReportFacts, RoundFacts } from "./facts";
import { ladderTables } from "./ladder";
import { measureTables } from "./measures";
import { optionSections } from "./options";
import { overridesSections } from "./overrides";
import { receiptBlocks } from "./receipts";
import { movementSections, roundSections, roundsTable } from "./rounds";
import { leftToDetail, nextStepsSections, summarySections } from "./summary";
import { withheldOf } from "./withheld";

/** The rules of disclosure control, each a sentence under `report.disclosure`. */
export const DISCLOSURE_RULES = [
  "tooFew",
  "smallCounts",
  "nearlyAll",
  "subtraction",
  "words",
  "measures",
  "groups",
  "openAnswers",
] as const;

const message = (key: string, values: Message["values"] = {}): Message => ({ key, values });
const paragraph = (...sentences: Message[]): Block => ({ kind: "paragraph", sentences });

/**
 * Composes the report of a consultation from its closed rounds: mandate and rule, how it was run, the chair's summary,
 * findings by round and agenda question with their tables, options, movement, what came of it, and the method annex.
 */
export function reportOf(facts: ReportFacts): Report {
  const { title, subject, coHosts, simulated, rounds, parts = {}, nextSteps = "" } = facts;
  const evidence = facts.evidence ?? evidenceOf(rounds);
  const { arrangement } = arranged(facts.arrangement ?? EMPTY_ARRANGEMENT, { evidence, asked: rounds });
  const summary = { arrangement, evidence, rounds };
  return {
    title,
    subject,
    coHosts,
    rounds: rounds.map(({ number }) => number),
    timeZone: rounds.at(-1)?.timeZone ?? "UTC",
    simulated,
    sections: [
      mandate(facts),
      conduct(facts),
      ...(parts.withdrawn ?? []),
      ...summarySections(summary),
      ...rounds.flatMap((round, index) => roundSections(round, rounds.slice(0, index), evidence)),
      ...optionSections(rounds, evidence),
      ...movementSections(rounds),
      ...(parts.paper ?? []),
      ...(parts.notReflected ?? []),
      ...nextStepsSections(nextSteps),
      method(rounds),
      ...overridesSections(rounds),
      ...measures(rounds),
      ...leftToDetail(summary),
      withheld(rounds),
    ],
  };
}

function mandate({ subject, rule, coHosts, simulated, rounds }: ReportFacts): Section {
  return {
    id: "mandate",
    heading: message("report.headings.mandate"),
    level: 2,
    blocks: [
      ...(simulated ? [paragraph(message("report.mandate.simulated"))] : []),
      paragraph(
        message("report.mandate.subject", { subject, rounds: rounds.length, coHosts: coHosts.length }),
      ),
      { kind: "list", entries: coHosts },
      paragraph(message("report.mandate.rule", { rule }), message("report.mandate.anonymity")),
      paragraph(message("report.mandate.responsibility"), message("report.mandate.noConsensusClaimed")),
    ],
  };
}

function conduct({ rounds, fingerprint }: ReportFacts): Section {
  return {
    id: "conduct",
    heading: message("report.headings.conduct"),
    level: 2,
    blocks: [
      paragraph(message("report.conduct.credentials"), message("report.conduct.held")),
      ...(rounds.some(({ release }) => release.participation.severalSeats)
        ? [paragraph(message("severalSeats.report"))]
        : []),
      { kind: "table", table: roundsTable(rounds) },
      paragraph(message("report.conduct.fingerprint", { fingerprint })),
    ],
  };
}

function method(rounds: readonly RoundFacts[]): Section {
  return {
    id: "method",
    heading: message("report.headings.method"),
    level: 2,
    blocks: [
      paragraph(message("report.method.ladder"), message("report.method.denominator")),
      ...ladderTables().map((table): Block => ({ kind: "table", table })),
      paragraph(message("report.method.safeguards")),
      paragraph(message("report.method.disclosure")),
      { kind: "list", entries: DISCLOSURE_RULES.map((rule) => message(`report.disclosure.${rule}`)) },
      ...receiptBlocks(rounds),
    ],
  };
}

/** The measures of every item, round by round: for whoever wants to look behind the words. */
function measures(rounds: readonly RoundFacts[]): Section[] {
  const opening: Section = {
    id: "measures",
    heading: message("report.headings.measures"),
    level: 2,
    blocks: [paragraph(message("measures.opening"), message("measures.notGivenMeans"))],
  };
  const ofRounds = rounds.map(
    ({ number, level, questionnaire, findings }): Section => ({
      id: `round-${number}-measures`,
      heading: message("report.roundName", { number, level }),
      level: 3,
      blocks: itemsOf(questionnaire).flatMap(({ id }) =>
        measureTables(
          `round-${number}-measures-${id}`,
          findings.filter(({ itemId }) => itemId === id),
        ).map((table): Block => ({ kind: "table", table })),
      ),
    }),
  );
  return [opening, ...ofRounds];
}

function withheld(rounds: readonly RoundFacts[]): Section {
  const ofRounds = rounds.flatMap((round): Block[] => {
    const { number, level } = round;
    const entries = withheldOf(round);
    if (entries.length === 0) return [paragraph(message("report.withheld.nothing", { number, level }))];
    return [paragraph(message("report.withheld.opening", { number, level })), { kind: "list", entries }];
  });
  return { id: "withheld", heading: message("report.headings.withheld"), level: 2, blocks: ofRounds };
}
