import { FEWEST_POSITIONS } from "@/domain/disclosure/cell";
import type { Message } from "@/domain/findings/message";
import type { Section } from "@/domain/report/document";
import { DISCLOSURE_RULES } from "@/domain/report/report";
import { ladderSections } from "./ladders";
import { measureSections } from "./measures";
import { paragraph, say } from "./say";
import { thresholdSection } from "./thresholds";

/** What a finding may add to its row, each in a sentence. */
const SAFEGUARDS = ["quorum", "indicatively", "groups", "notShared", "reservations"] as const;

/** What no page of the product says. */
const REFUSALS = ["consensus", "who", "one", "tooFew", "small", "live", "persons", "stronger"] as const;

const fromReport = (name: string): Message => ({ key: `report.${name}`, values: {} });

/** How findings are made, for whoever reads them: the same for every consultation, and made of no answer. */
export function methodSections(): Section[] {
  return [
    finding(),
    ...ladderSections(),
    ...measureSections(),
    movement(),
    thresholdSection(),
    listed("safeguards", SAFEGUARDS),
    listed("refusals", REFUSALS),
    smallNumbers(),
  ];
}

function finding(): Section {
  return {
    id: "finding",
    heading: say("headings.finding"),
    level: 2,
    blocks: [
      paragraph(say("finding.bound"), say("finding.fixed")),
      paragraph(say("finding.release"), say("finding.least")),
      paragraph(fromReport("method.denominator")),
    ],
  };
}

function movement(): Section {
  const wholes: Message = { key: "movement.asWhole", values: {} };
  return {
    id: "movement",
    heading: say("headings.movement"),
    level: 2,
    blocks: [
      paragraph(wholes, say("movement.compared")),
      paragraph(say("movement.shift"), say("movement.consensus")),
      paragraph(say("movement.chance"), say("movement.reworded")),
    ],
  };
}

function listed(name: "safeguards" | "refusals", entries: readonly string[]): Section {
  return {
    id: name,
    heading: say(`headings.${name}`),
    level: 2,
    blocks: [
      paragraph(say(`${name}.opening`)),
      {
        kind: "list",
        entries: entries.map((entry) => say(`${name}.${entry}`, { fewest: FEWEST_POSITIONS })),
      },
    ],
  };
}

function smallNumbers(): Section {
  return {
    id: "small-numbers",
    heading: say("headings.smallNumbers"),
    level: 2,
    blocks: [
      paragraph(fromReport("method.disclosure")),
      { kind: "list", entries: DISCLOSURE_RULES.map((rule) => fromReport(`disclosure.${rule}`)) },
    ],
  };
}
