import type { Message } from "@/domain/findings/message";
import type { Block } from "./document";
import type { ItemThemes } from "./themes";

const message = (key: string, values: Message["values"] = {}): Message => ({
  key: `floorReport.${key}`,
  values,
});

/**
 * What a report says of notes from the floor under one item: what they are, how many raise each theme, and that there were
 * others. Nothing where no note was coded. No phrase is chosen for them: an intervention is no answer, and there is no n.
 */
export function floorBlocks({ round, itemId, prompt, release: { floor } }: ItemThemes): Block[] {
  if (floor === undefined) return [];
  const { themes, pooled } = floor;
  const rest = pooled ? [message("pooled", { alone: themes.length === 0 ? "yes" : "no" })] : [];
  const said: Block = { kind: "paragraph", sentences: [message("basis"), ...rest] };
  if (themes.length === 0) return [said];
  return [
    said,
    {
      kind: "table",
      table: {
        id: `round-${round}-${itemId}-floor`,
        of: "figures",
        caption: message("caption", { prompt }),
        columns: [message("columns.theme"), message("columns.noted")],
        rows: themes.map(({ wording, noted }) => ({
          heading: wording,
          cells: [{ key: "findings.cells.count", values: { count: noted } }],
        })),
      },
    },
  ];
}
