import { APPROVAL_PHRASES } from "@/domain/consensus/ladder/approval";
import { CHOICE_PHRASES } from "@/domain/consensus/ladder/choice";
import { SCALE_PHRASES } from "@/domain/consensus/ladder/scale";
import type { Message } from "@/domain/findings/message";
import { phraseMessage } from "@/domain/findings/sentence";
import type { ReportTable } from "./document";

const LADDERS = { scale: SCALE_PHRASES, choice: CHOICE_PHRASES, approval: APPROVAL_PHRASES } as const;

const message = (key: string): Message => ({ key, values: {} });

/** The ladder in force, a table per kind of item: each phrase and the figures it stands for. */
export function ladderTables(): ReportTable[] {
  const kinds = ["scale", "choice", "approval"] as const;
  return kinds.map((kind) => ({
    id: `ladder-${kind}`,
    of: "words",
    caption: message(`report.ladder.captions.${kind}`),
    columns: [message("report.ladder.phrase"), message("report.ladder.condition")],
    rows: LADDERS[kind].map((key) => ({
      heading: phraseMessage(kind, key),
      cells: [message(`report.ladder.${kind}.${key}`)],
    })),
  }));
}
