"use client";

import { useTranslations } from "next-intl";
import { blankGroups } from "@/domain/questionnaire/blank";
import { BREAKDOWN } from "@/domain/questionnaire/breakdown";
import { draw } from "./fresh";
import { OutlineLink } from "./outline";
import { thenFocus } from "./then-focus";
import type { QuestionnaireDraft } from "./use-questionnaire-draft";

type AskGroupProps = {
  readonly draft: QuestionnaireDraft;
  /** The number of another round that asks for groups, if one does. */
  readonly takenBy: number | null;
  readonly toMend: boolean;
  readonly here: string | undefined;
  readonly onGo: (id: string) => void;
  readonly turnTo: (id: string) => void;
};

/** Groups of a blank breakdown: the fewest that it can have. */
const BLANK_GROUPS = 2;

/** Under the outline: the way to the group that is asked, or to asking for one, and why it cannot be asked here. */
export function AskGroup({ draft, takenBy, toMend, here, onGo, turnTo }: AskGroupProps) {
  const t = useTranslations("questionnaire");
  const { questionnaire } = draft;
  const { breakdown } = questionnaire;

  function add() {
    if (takenBy !== null) return;
    const groups = blankGroups(questionnaire, BLANK_GROUPS, draw);
    thenFocus(
      () => {
        draft.change({
          ...questionnaire,
          breakdown: { question: t("breakdown.defaultQuestion"), groups },
        });
        turnTo(BREAKDOWN);
      },
      () => document.getElementById("edit-head"),
    );
  }

  return (
    <section className="outline" aria-labelledby="group-asked">
      <h2 id="group-asked">{t("breakdown.title")}</h2>
      {breakdown === undefined ? (
        <>
          <button
            type="button"
            className="btn secondary small wide"
            aria-disabled={takenBy !== null}
            aria-describedby="group-asked-help"
            onClick={add}
          >
            {t("breakdown.add")}
          </button>
          <p className="help" id="group-asked-help">
            {takenBy === null ? t("breakdown.addHelp") : t("breakdown.taken", { number: takenBy })}
          </p>
        </>
      ) : (
        <ol>
          <li>
            <OutlineLink id={BREAKDOWN} here={here} onGo={onGo}>
              <span className="n" aria-hidden="true" />
              <span className="clamp">{breakdown.question.trim() || t("notWritten")}</span>
            </OutlineLink>
            {toMend && <p className="tag alert">{t("toMend")}</p>}
          </li>
        </ol>
      )}
    </section>
  );
}
