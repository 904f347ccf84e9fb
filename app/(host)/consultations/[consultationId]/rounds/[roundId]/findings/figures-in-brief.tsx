import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import type { Moved } from "@/app/_components/figures/basis";
import { shareOf } from "@/app/_components/figures/keys";
import { CellWords } from "@/app/_components/figures/words";
import type { Cell } from "@/domain/disclosure/cell";
import type { Finding } from "@/domain/findings/finding";

type FiguresInBriefProps = {
  readonly number: number;
  readonly finding: Finding;
  readonly received: number;
  readonly moved: Moved | undefined;
};

/** A finding's figures in a small table: its sides, who took no position, n, and how it stands to the earlier round. */
export function FiguresInBrief({ number, finding, received, moved }: FiguresInBriefProps) {
  const t = useTranslations("wordingDesk");
  const tMovement = useTranslations("movement.short");
  const { kind, n, noPosition, unanswered } = finding;
  const row = (heading: string, cell: ReactNode) => (
    <tr>
      <th scope="row">{heading}</th>
      <td className="r">{cell}</td>
    </tr>
  );
  const share = (cell: Cell) =>
    cell.kind === "count" ? t("percent", { percent: shareOf(cell.count, n) }) : <CellWords cell={cell} />;
  const sides = kind === "scale" && finding.figures.kind !== "tooFew" ? finding.figures.sides : null;
  return (
    <table className="datatable long">
      <caption className="sr">{t("figures", { number })}</caption>
      <tbody>
        {sides !== null && row(t("inSupport"), <b>{share(sides.for)}</b>)}
        {sides !== null && row(t("opposed"), share(sides.against))}
        {sides?.neither != null && row(t("neither"), share(sides.neither))}
        {kind !== "text" && row(t("noPosition"), t("count", { count: noPosition }))}
        {row(t("unanswered"), t("count", { count: unanswered }))}
        {row(kind === "text" ? t("answered") : t("tookPosition"), t("ofReceived", { n, received }))}
        {moved !== undefined &&
          row(
            t("since", { since: moved.since }),
            tMovement(moved.row.key, { since: moved.since, reworded: moved.row.reworded ? "yes" : "no" }),
          )}
      </tbody>
    </table>
  );
}
