import { APPROVAL_PHRASES } from "@/domain/consensus/ladder/approval";
import { CHOICE_PHRASES } from "@/domain/consensus/ladder/choice";
import { MOVEMENT_PHRASES } from "@/domain/consensus/ladder/movement";
import { RANKING_PHRASES } from "@/domain/consensus/ladder/ranking";
import { SCALE_PHRASES } from "@/domain/consensus/ladder/scale";
import { THEME_PHRASES } from "@/domain/consensus/ladder/theme";
import type { Message } from "@/domain/findings/message";
import { type LadderKind, phraseMessage } from "@/domain/findings/sentence";
import type { ReportTable } from "./document";

/** Every ladder, row by row in the order in which they are tried. */
export const LADDERS = {
  scale: SCALE_PHRASES,
  choice: CHOICE_PHRASES,
  approval: APPROVAL_PHRASES,
  ranking: RANKING_PHRASES,
  theme: THEME_PHRASES,
  movement: MOVEMENT_PHRASES,
} as const satisfies Readonly<Record<LadderKind, readonly string[]>>;

const message = (key: string): Message => ({ key, values: {} });

/** One ladder as a table: each phrase and the figures that it stands for. */
export const ladderTable = (kind: LadderKind): ReportTable => ({
  id: `ladder-${kind}`,
  of: "words",
  caption: message(`report.ladder.captions.${kind}`),
  columns: [message("report.ladder.phrase"), message("report.ladder.condition")],
  rows: LADDERS[kind].map((key) => ({
    heading: phraseMessage(kind, key),
    cells: [message(`report.ladder.${kind}.${key}`)],
  })),
});

/** The ladders that a report of closed rounds rests on. */
export const ladderTables = (): ReportTable[] =>
  (["scale", "choice", "approval", "ranking", "movement"] as const).map(ladderTable);
