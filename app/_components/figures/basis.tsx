import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import type { Cell } from "@/domain/disclosure/cell";
import type { ChoiceFinding } from "@/domain/findings/choice";
import type { Finding } from "@/domain/findings/finding";
import type { MovementRow } from "@/domain/findings/movement";
import type { ScaleFinding } from "@/domain/findings/scale";
import { shareOf } from "./keys";
import { CellWords } from "./words";

/** How a finding stands to the last round that asked it: the row of movement, and that round's number. */
export type Moved = { readonly row: MovementRow; readonly since: number };

type BasisProps = { readonly finding: Finding; readonly moved: Moved | undefined };

/** What a finding rests on: its shares where they are shown, n, and beside them who took no position or did not answer. */
export function Basis({ finding, moved }: BasisProps) {
  const t = useTranslations("basis");
  const tMovement = useTranslations("movement.short");
  const { kind, n, noPosition, unanswered } = finding;
  return (
    <p className="basis">
      {kind === "scale" && <Sides finding={finding} />}
      {kind === "choice" && <Named finding={finding} />}
      <span>{kind === "text" ? t("answered", { count: n }) : t("n", { n })}</span>
      {noPosition > 0 && <span>{t("noPosition", { count: noPosition })}</span>}
      {unanswered > 0 && <span>{t("unanswered", { count: unanswered })}</span>}
      {moved !== undefined && (
        <span>
          {tMovement(moved.row.key, { since: moved.since, reworded: moved.row.reworded ? "yes" : "no" })}
        </span>
      )}
    </p>
  );
}

/** A share where it is shown; otherwise the count in the words that the release leaves. */
function share(cell: Cell, n: number, words: (percent: number) => string, label: string): ReactNode {
  if (cell.kind === "count") return words(shareOf(cell.count, n));
  return (
    <>
      {label}: <CellWords cell={cell} />
    </>
  );
}

function Sides({ finding: { key, figures } }: { readonly finding: ScaleFinding }) {
  const t = useTranslations("basis");
  if (figures.kind === "tooFew") return null;
  const { sides, n } = figures;
  const support = share(sides.for, n, (percent) => t("inSupport", { percent }), t("supportLabel"));
  const opposed = share(sides.against, n, (percent) => t("opposed", { percent }), t("opposedLabel"));
  const [first, second] = key.endsWith("Against") ? [opposed, support] : [support, opposed];
  return (
    <>
      <span>
        <b className="share">{first}</b>
      </span>
      <span>{second}</span>
    </>
  );
}

/** The options that the sentence names, each with its share. */
function Named({ finding }: { readonly finding: ChoiceFinding }) {
  const t = useTranslations("basis");
  const { figures, named, options } = finding;
  if (figures.kind === "tooFew") return null;
  return named.map((id) => {
    const cell = figures.options.find(({ optionId }) => optionId === id)?.cell;
    const option = options.find((one) => one.id === id)?.text ?? "";
    if (cell === undefined) return null;
    return (
      <span key={id}>
        <b className="share">
          {share(cell, figures.n, (percent) => t("chose", { percent }), t("choseLabel"))}
        </b>
        {named.length > 1 && <span className="help">{option}</span>}
      </span>
    );
  });
}
