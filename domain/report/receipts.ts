import { printedRoot } from "@/domain/anonymity/merkle";
import { promptsOf } from "@/domain/questionnaire/asked";
import type { Block, ReportTable } from "./document";
import type { RoundFacts } from "./facts";

const message = (key: string, values: Record<string, string | number> = {}) => ({ key, values });

/** The root of everything that a round asked, for participants to compare with what their browsers work out. */
function rootsTable({ number, level, questionnaire, release }: RoundFacts): ReportTable {
  return {
    id: `round-${number}-roots`,
    of: "words",
    caption: message("report.receipts.caption", { number, level }),
    columns: [message("report.columns.question"), message("report.columns.root")],
    rows: [...promptsOf(questionnaire)].map(([id, prompt]) => {
      const root = release.roots[id];
      return {
        heading: prompt,
        cells: [root === undefined ? message("report.receipts.noAnswer") : printedRoot(root)],
      };
    }),
  };
}

/** What receipts show, and the roots that fix the answers of each round. */
export function receiptBlocks(rounds: readonly RoundFacts[]): Block[] {
  return [
    {
      kind: "paragraph",
      sentences: [
        message("report.method.receipts"),
        message("report.receipts.leaves"),
        message("report.receipts.roots"),
      ],
    },
    ...rounds.map((round): Block => ({ kind: "table", table: rootsTable(round) })),
  ];
}
