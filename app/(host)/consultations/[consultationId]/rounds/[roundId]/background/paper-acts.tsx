"use client";

import { useTranslations } from "next-intl";
import { AskedButton } from "../../../seats/asked-button";
import type { DeskPaper, OfRound } from "./background-desk";
import { toTheList } from "./to-the-list";
import { usePaperActs } from "./use-paper-acts";

type PaperActsProps = {
  readonly round: OfRound;
  readonly paper: DeskPaper;
  /** All papers of the round, in their order. */
  readonly papers: readonly DeskPaper[];
  readonly onEdit: () => void;
  readonly onDone: (sentence: string) => void;
};

/** Up, down, change and remove, while the round is in draft. At either end the button stays, so that the keyboard keeps its place. */
export function PaperActs({ round, paper, papers, onEdit, onDone }: PaperActsProps) {
  const t = useTranslations("backgroundDesk");
  const { arrange, remove, problem } = usePaperActs();
  const { title, version } = paper;
  const ids = papers.map(({ id }) => id);
  const at = ids.indexOf(paper.id);
  const of = t("of", { title });

  function move(step: -1 | 1) {
    const other = ids[at + step];
    if (other === undefined || arrange.isPending) return;
    const paperIds = ids.with(at, other).with(at + step, paper.id);
    const onSuccess = () => onDone(t("moved", { title, place: at + step + 1, of: ids.length }));
    arrange.mutate({ ...round, paperIds }, { onSuccess });
  }

  return (
    <>
      {([-1, 1] as const).map((step) => (
        <button
          key={step}
          type="button"
          className="iconbtn"
          aria-label={`${t(step === -1 ? "up" : "down")} ${of}`}
          aria-disabled={ids[at + step] === undefined}
          onClick={() => move(step)}
        >
          <svg className="icon" viewBox="0 0 24 24" aria-hidden="true">
            <path d={step === -1 ? "M6 14.5l6-6 6 6" : "M6 9.5l6 6 6-6"} />
          </svg>
        </button>
      ))}
      <button type="button" className="btn quiet small" onClick={onEdit}>
        {t("edit")}
        <span className="sr"> {of}</span>
      </button>
      <AskedButton
        name={t("remove")}
        of={of}
        confirm={`${t("remove")} ${of}`}
        className="btn quiet small"
        pending={remove.isPending}
        onConfirm={() =>
          remove.mutate(
            { ...round, paperId: paper.id, version },
            {
              onSuccess: () => {
                onDone(t("removed", { title }));
                toTheList();
              },
            },
          )
        }
      />
      {problem !== undefined && (
        <p className="notice caution" role="alert">
          {problem}
        </p>
      )}
    </>
  );
}
