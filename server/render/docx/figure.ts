import "server-only";
import { ImageRun, type Paragraph, TextRun } from "docx";
import type { Bars, Segment } from "@/domain/report/chart";
import { barsWords, segmentLabel, slopeWords } from "@/domain/report/chart-words";
import type { Block } from "@/domain/report/document";
import { letterOf } from "@/domain/report/letter";
import { type Language, worded } from "@/domain/report/wording";
import { barsDrawing } from "../charts/bars";
import { pngOf } from "../charts/png";
import { slopeDrawing } from "../charts/slope";
import { type Drawing, INK } from "../charts/svg";
import { STYLE } from "./styles";
import { paragraph, run, type Setting } from "./text";

export type FigureBlock = Extract<Block, { kind: "figure" | "slope" }>;

/** A figure with its drawing, also as PNG for whatever reads no SVG. */
export type DrawnFigure = {
  readonly block: FigureBlock;
  readonly drawing: Drawing;
  readonly png: Uint8Array;
};

export async function drawn(block: FigureBlock, language: Language): Promise<DrawnFigure> {
  const drawing =
    block.kind === "slope" ? slopeDrawing(block.slope, language) : barsDrawing(block.bars, language);
  return { block, drawing, png: await pngOf(drawing) };
}

/** A numbered figure: caption, legend, the picture with its words for whoever cannot see it, and what its letters name. */
export function figure(drawnFigure: DrawnFigure, number: number, setting: Setting): Paragraph[] {
  const { block } = drawnFigure;
  const { translate } = setting.language;
  const label = translate("figures.caption", { number });
  const note = block.kind === "slope" ? "movement.slopeCaption" : barsNote(block.bars);
  const caption = paragraph(
    STYLE.figureCaption,
    [
      run(`${label} ${worded(block.caption, setting.language)} `, setting),
      new TextRun({ text: translate(note, {}), bold: false, rightToLeft: setting.rightToLeft }),
    ],
    setting,
  );
  const legend =
    block.kind === "slope"
      ? []
      : [paragraph(STYLE.legend, legendRuns(block.bars, setting), setting, { keepNext: true })];
  const keys = keysOf(block, setting).map((text) => paragraph(STYLE.legend, [run(text, setting)], setting));
  const image = picture(drawnFigure, label, number, setting);
  return [caption, ...legend, paragraph(STYLE.figure, [image], setting), ...keys];
}

const barsNote = ({ of }: Bars) => `figures.${of === "groups" ? "groupsCaption" : "evenScaleCaption"}`;

function picture(
  { block, drawing, png }: DrawnFigure,
  name: string,
  number: number,
  { language }: Setting,
): ImageRun {
  const { svg, width, height } = drawing;
  const description =
    block.kind === "slope" ? slopeWords(block.slope, language) : barsWords(block.bars, language);
  return new ImageRun({
    type: "svg",
    data: Buffer.from(svg, "utf8"),
    fallback: { type: "png", data: Buffer.from(png) },
    transformation: { width, height },
    altText: { name, title: name, description, id: String(number) },
  });
}

/** What the fills stand for, the most opposed first: only those that are drawn. */
function legendRuns({ rows }: Bars, setting: Setting): TextRun[] {
  const { translate } = setting.language;
  const segments = rows
    .flatMap((row) => row.segments)
    .toSorted((one, other) => orderOf(one) - orderOf(other));
  const entries = new Map(
    segments.map((segment) => {
      const label = segment.hidden ? translate("figures.held", {}) : segmentLabel(segment, setting.language);
      return [label, segment] as const;
    }),
  );
  const fills = [...entries].flatMap(([label, { hidden, side, tone }]) => [
    new TextRun({ text: hidden ? "□" : "■", color: (hidden ? INK.edge : INK[side][tone]).slice(1) }),
    run(` ${label}    `, setting),
  ]);
  const earlier = rows.some(({ before }) => before !== undefined);
  return earlier ? [...fills, run(`○ ${translate("figures.earlierSupport", {})}`, setting)] : fills;
}

function orderOf({ hidden, side, tone, category }: Segment): number {
  if (hidden) return 9;
  if (category === null) return side === "against" ? 7 : 8;
  if (side === "against") return tone === "strong" ? 1 : 2;
  return tone === "mild" ? 3 : 4;
}

/** What each letter of the picture names. */
function keysOf(block: FigureBlock, { language }: Setting): string[] {
  const key = (letter: string, text: string) => language.translate("reportFiles.chart.key", { letter, text });
  if (block.kind === "figure")
    return block.bars.rows.map(({ statement }, index) => key(letterOf(index), worded(statement, language)));
  const { lines, undrawn } = block.slope;
  return [
    ...lines.map(({ letter, text }) => key(letter, text)),
    ...undrawn.map(({ letter, text }) => key(letter, language.translate("movement.undrawn", { text }))),
  ];
}
