import type { Release, ThemeRelease } from "@/domain/disclosure/release";
import type { Message } from "@/domain/findings/message";
import { DRAFT_REPORT, NOT_REFLECTED, NOT_REFLECTED_PROMPT } from "@/domain/window/questionnaire";
import type { Block, ReportTable, Section } from "./document";
import { themeBlocks } from "./themes";

/** One window that has closed, as the report needs it. Moments are ISO 8601; the time zone is an IANA name. */
export type WindowFacts = {
  readonly number: number;
  readonly opensAt: string;
  readonly closedAt: string;
  readonly timeZone: string;
  readonly participation: Release["participation"];
  /** What was raised, once the rapporteur has released it. */
  readonly themes: ThemeRelease | null;
  /** What the co-hosts reply, in paragraphs with a blank line between them; empty until they do. */
  readonly reply: string;
};

const message = (key: string, values: Message["values"] = {}): Message => ({
  key: `windowReport.${key}`,
  values,
});
const paragraph = (...sentences: Message[]): Block => ({ kind: "paragraph", sentences });

/**
 * What participants said that the draft left out, and what the co-hosts reply: nothing where no window has closed. How
 * many raised a point is said only from ten responses on, as of any open answer.
 */
export function windowSections(windows: readonly WindowFacts[]): Section[] {
  if (windows.length === 0) return [];
  return [
    {
      id: "windows",
      heading: message("heading"),
      level: 2,
      blocks: [
        paragraph(message("opening", { number: windows.length })),
        { kind: "table", table: timesTable(windows) },
      ],
    },
    ...windows.map(
      (window): Section => ({
        id: `window-${window.number}`,
        heading: message("window", { number: window.number }),
        level: 3,
        blocks: [...raised(window), ...replied(window)],
      }),
    ),
  ];
}

function timesTable(windows: readonly WindowFacts[]): ReportTable {
  const columns = ["window", "opened", "closed", "seats", "issued", "replaced", "received"];
  return {
    id: "windows",
    of: "words",
    caption: message("times.caption"),
    columns: columns.map((name) => message(`times.${name}`)),
    rows: windows.map(({ number, opensAt, closedAt, timeZone, participation }) => {
      const { invited, issued, replaced, received } = participation;
      return {
        heading: message("window", { number }),
        cells: [
          { instant: opensAt, timeZone },
          { instant: closedAt, timeZone },
          ...[invited, issued, replaced, received].map((count) => ({
            key: "findings.cells.count",
            values: { count },
          })),
        ],
      };
    }),
  };
}

function raised({ number, participation: { received }, themes }: WindowFacts): Block[] {
  if (received === 0) return [paragraph(message("nobody"))];
  if (themes === null) return [paragraph(message("notGrouped", { received }))];
  const item = { agendaQuestionId: DRAFT_REPORT, itemId: NOT_REFLECTED, prompt: NOT_REFLECTED_PROMPT };
  return themeBlocks({ ...item, round: number, release: themes }, []);
}

function replied({ reply, participation: { received } }: WindowFacts): Block[] {
  const paragraphs = reply.split(/\n\s*\n/).filter((text) => text.trim() !== "");
  if (paragraphs.length === 0) return received === 0 ? [] : [paragraph(message("noReply"))];
  return [
    paragraph(message("reply")),
    ...paragraphs.map((text) => paragraph(message("replyParagraph", { text: text.trim() }))),
  ];
}
