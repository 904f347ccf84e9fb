import { answersOf } from "@/bin/simulation/positions";
import { makeRelease } from "@/domain/disclosure/release";
import type { Edition } from "@/domain/edition/edition";
import { findingsOf } from "@/domain/findings/finding";
import { dsr2011Questionnaire } from "@/domain/questionnaire/template-dsr-2011";
import type { Block, Report } from "@/domain/report/document";
import type { RoundFacts } from "@/domain/report/facts";
import { reportOf } from "@/domain/report/report";
import { addResponse, emptyTally } from "@/domain/tally/tally";

const SEATS = 60;

/** One round of the built-in questionnaire as simulated participants answer it, the same in every run. */
function simulatedRound(number: number): RoundFacts {
  const questionnaire = dsr2011Questionnaire;
  const tally = emptyTally(questionnaire);
  for (let seat = 0; seat < SEATS; seat += 1)
    addResponse(tally, answersOf(questionnaire, { seed: "long", participant: `${seat}`, round: number }), 1);
  const release = makeRelease(questionnaire, tally, { invited: SEATS, issued: SEATS, replaced: 0 }, {});
  const moment = `201${number}-02-18T22:00:00.000Z`;
  return {
    number,
    level: "expert",
    opensAt: moment,
    closesAt: moment,
    closedAt: moment,
    timeZone: "America/New_York",
    questionnaire,
    release,
    findings: findingsOf(questionnaire, release),
  };
}

/** A report of so many rounds of the built-in questionnaire. */
export const simulatedReport = (rounds: number): Report =>
  reportOf({
    title: "Defence sector reform: the UN’s role",
    slug: "dsr",
    subject: "Consultations with Member States under the Chatham House Rule",
    coHosts: ["Permanent Mission of Malaysia", "Permanent Mission of the Kingdom of the Netherlands"],
    rule: "Chatham House Rule",
    fingerprint: "abandon ability able about above absent",
    simulated: true,
    rounds: Array.from({ length: rounds }, (_, index) => simulatedRound(index + 1)),
  });

/** An edition of a report, signed by its co-hosts. */
export const signedEdition = (report: Report): Edition => ({
  slug: "dsr",
  number: 1,
  kind: "final",
  publishedAt: "2015-06-14T16:00:00.000Z",
  address: "https://tour-de-table.example/reports/dsr",
  report,
  letter: null,
  hash: "b41e07c922d8".padEnd(64, "0"),
  signatures: report.coHosts.map((mission) => ({ mission, signedAt: "2015-06-13T16:00:00.000Z" })),
  corrigendum: null,
  withdrawal: null,
});

/** Rounds enough for so many charts. */
const ROUNDS = 6;

/** A report of so many charts, bars with the table of their figures: 40 make about 30 pages. */
export function reportOfCharts(charts: number): Report {
  const report = simulatedReport(ROUNDS);
  let left = charts;
  const sections = report.sections.map((section) => ({
    ...section,
    blocks: section.blocks.filter((block, index, blocks) => {
      if (isChart(block)) left -= 1;
      const ofBars = block.kind === "table" && blocks[index - 1]?.kind === "figure";
      return left >= 0 && (isChart(block) || ofBars);
    }),
  }));
  return { ...report, sections: sections.filter(({ blocks }) => blocks.length > 0) };
}

const isChart = ({ kind }: Block): boolean => kind === "figure" || kind === "slope";
