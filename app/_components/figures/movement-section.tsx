import { useTranslations } from "next-intl";
import type { ItemMovement } from "@/domain/findings/movement";
import { hasMoved, movementMessages, movementTable, openingMessages } from "@/domain/report/movement";
import { slopeOf } from "@/domain/report/slope";
import { FigureFrame, SameAsTable } from "./figure-frame";
import { FigureTable } from "./report-table";
import { SlopeChart } from "./slope-chart";
import { Words } from "./words";

type MovementSectionProps = {
  readonly movements: readonly ItemMovement[];
  /** The number of the round that moved. */
  readonly now: number;
  /** Figures on the page before these. */
  readonly figuresBefore: number;
};

/** How the carried items moved: sentences where something did, a chart, and the same as a table. */
export function MovementSection({ movements, now, figuresBefore }: MovementSectionProps) {
  const t = useTranslations("movement");
  if (movements.length === 0) return null;
  return (
    <section id="movement">
      <h2>{t("title")}</h2>
      <p className="prose">
        {openingMessages(movements).map((message) => (
          <span key={message.key}>
            <Words message={message} />{" "}
          </span>
        ))}
      </p>
      {movements.map((movement, index) => (
        <div className="stack" key={movement.itemId}>
          <h3 className="agenda">{movement.prompt}</h3>
          <MovementSentences movement={movement} />
          <MovementFigure movement={movement} now={now} number={figuresBefore + index + 1} />
        </div>
      ))}
    </section>
  );
}

/** How one item moved, in sentences. */
export function MovementSentences({ movement }: { readonly movement: ItemMovement }) {
  return (
    <ul className="finding-options">
      {movementMessages(movement).map((message) => (
        <li key={`${message.key} ${message.values.about}`}>
          <Words message={message} />
        </li>
      ))}
    </ul>
  );
}

type MovementFigureProps = { readonly movement: ItemMovement; readonly now: number; readonly number: number };

/** How one item moved, drawn, and the same as a table. */
export function MovementFigure({ movement, now, number }: MovementFigureProps) {
  const t = useTranslations("movement");
  const { itemId, prompt, since } = movement;
  const table = <FigureTable table={movementTable(`movement-${itemId}`, movement, now)} captioned={false} />;
  const frame = { id: `figure-movement-${itemId}`, number, title: prompt };
  const slope = movement.kind === "ranking" ? null : slopeOf(movement.rows, { since, now });
  if (slope === null || slope.lines.length === 0)
    return (
      <FigureFrame {...frame} note={t("tableNote")}>
        {table}
      </FigureFrame>
    );
  const figure = (
    <FigureFrame {...frame} note={t("slopeCaption")}>
      <SlopeChart slope={slope} />
      <SameAsTable>{table}</SameAsTable>
    </FigureFrame>
  );
  // Where nothing moved the sentence says all, and the figure need not take its room.
  if (hasMoved(movement)) return figure;
  return (
    <details className="more">
      <summary>{t("still")}</summary>
      {figure}
    </details>
  );
}
