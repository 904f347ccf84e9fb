import { makeRelease } from "@/domain/disclosure/release";
import { findingsOf } from "@/domain/findings/finding";
import type { Publication } from "@/domain/report/document";
import type { ReportFacts } from "@/domain/report/facts";
import { emptyTally, type ItemTally } from "@/domain/tally/tally";
import { english } from "./english";
import {
  approvalItem,
  approvalTally,
  choiceItem,
  choiceTally,
  questionnaireOf,
  rankingItem,
  scaleItem,
  textItem,
} from "./release-of";

export const language = { translate: english, locale: "en-GB" };
export const questionnaire = questionnaireOf(
  scaleItem(5, 4),
  choiceItem(3),
  approvalItem(3),
  rankingItem(3),
  textItem,
);
export const statement = (...counts: number[]) => ({ counts, noPosition: 1, unanswered: 2 });
export const items: Record<string, ItemTally> = {
  ...emptyTally(questionnaire).items,
  scale: {
    kind: "scale",
    statements: {
      s0: statement(6, 3, 3, 10, 20),
      s1: statement(0, 1, 3, 10, 20),
      s2: statement(0, 1, 0, 10, 20),
      s3: statement(0, 1, 0, 1, 2),
    },
  },
  choice: choiceTally([10, 9, 3]),
  approval: approvalTally([30, 10, 1], 35),
};
export const participation = { invited: 64, issued: 50, replaced: 1 };
const release = makeRelease(questionnaire, { responses: 42, items }, participation, {});
export const findings = findingsOf(questionnaire, release);

export const facts: ReportFacts = {
  title: "Defence sector reform: the UN’s role",
  slug: "dsr",
  subject: "the UN’s role in <b>defence</b> sector reform",
  coHosts: ["Malaysia", "the Netherlands"],
  rule: "Chatham House Rule: *no* names",
  fingerprint: "abandon ability able about above absent",
  simulated: false,
  rounds: [
    {
      number: 1,
      level: "expert",
      opensAt: "2011-01-10T14:00:00.000Z",
      closesAt: "2011-01-14T23:00:00.000Z",
      closedAt: "2011-01-14T23:00:00.000Z",
      timeZone: "America/New_York",
      questionnaire,
      release,
      findings,
    },
  ],
};

export const publication: Publication = {
  publishedAt: "2011-01-20T02:00:00.000Z",
  address: "https://tour-de-table.example/reports/dsr",
};
