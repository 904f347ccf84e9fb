import { useTranslations } from "next-intl";
import type { Moved } from "@/app/_components/figures/basis";
import { DivergingBars } from "@/app/_components/figures/diverging-bars";
import { OptionBars, optionRows } from "@/app/_components/figures/option-bars";
import { FigureTable } from "@/app/_components/figures/report-table";
import { Words } from "@/app/_components/figures/words";
import type { Finding } from "@/domain/findings/finding";
import { plain } from "@/domain/findings/message";
import type { ItemMovement } from "@/domain/findings/movement";
import { phraseMessage } from "@/domain/findings/sentence";
import { divergingBars } from "@/domain/report/chart";
import { figuresTable } from "@/domain/report/figures";
import { earlierSupport } from "@/domain/report/movement";
import { orderTable } from "@/domain/report/ranking";
import { claimsOf } from "@/domain/wording/claims";
import { whyDrafted } from "@/domain/wording/why";
import { FiguresInBrief } from "./figures-in-brief";

type EvidenceProps = {
  readonly number: number;
  readonly finding: Finding;
  /** Responses received in the round. */
  readonly received: number;
  readonly movement: ItemMovement | undefined;
  readonly moved: Moved | undefined;
};

/** What a finding rests on: its figures drawn and as a table, n, its movement, and why its phrase was drafted. */
export function Evidence({ number, finding, received, movement, moved }: EvidenceProps) {
  const t = useTranslations("wordingDesk");
  return (
    <aside className="panel evidence" aria-label={t("basisOf", { number })}>
      <h3>{t("basis")}</h3>
      <Drawn number={number} finding={finding} movement={movement} />
      <FiguresInBrief number={number} finding={finding} received={received} moved={moved} />
      <Why finding={finding} />
    </aside>
  );
}

function Drawn({ number, finding, movement }: Pick<EvidenceProps, "number" | "finding" | "movement">) {
  const t = useTranslations("wordingDesk");
  if (finding.kind === "text" || finding.figures.kind === "tooFew") return null;
  if (finding.kind === "scale")
    return (
      <div className="one-statement">
        <DivergingBars bars={divergingBars([finding], earlierSupport(movement))} neitherLabel="" />
        <p className="fine">{t("barNote")}</p>
      </div>
    );
  const table = figuresTable(`finding-${number}-figures`, [finding]);
  const order = finding.kind === "ranking" ? orderTable(`finding-${number}-order`, finding) : null;
  return (
    <>
      {finding.kind !== "ranking" && (
        <div>
          <OptionBars rows={optionRows(finding)} n={finding.n} />
          <p className="fine">{t("optionNote", { kind: finding.kind })}</p>
        </div>
      )}
      {order !== null && <FigureTable table={order} captioned />}
      {table !== null && (
        <details className="more">
          <summary>{t("figures", { number })}</summary>
          <FigureTable table={table} captioned={false} />
        </details>
      )}
    </>
  );
}

/** For each phrase that was drafted, the row's condition and whatever else chose the words. */
function Why({ finding }: { readonly finding: Finding }) {
  const t = useTranslations("wordingDesk");
  const tAll = useTranslations();
  // The options of an approval share what is said of a row.
  const rows = claimsOf(finding).filter(
    ({ drafted }, place, all) => all.findIndex((one) => one.drafted === drafted) === place,
  );
  return rows.map((claim) => (
    <details className="more" key={claim.key}>
      <summary>
        {t("whyTitle", { phrase: plain(phraseMessage(claim.ladder, claim.drafted), tAll.markup) })}
      </summary>
      {whyDrafted(finding, claim, tAll.markup).map((message) => (
        <p className="help" key={message.key}>
          <Words message={message} />
        </p>
      ))}
    </details>
  ));
}
