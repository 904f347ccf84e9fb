"use client";

import { useTranslations } from "next-intl";
import { withoutBreakdown } from "@/domain/questionnaire/breakdown";
import { asksTheSame, carryOverOf } from "@/domain/questionnaire/carry-over";
import type { AskedRound } from "@/domain/questionnaire/lineage";
import { Act } from "../../../act";
import { panelHead, thenFocus } from "./then-focus";
import type { QuestionnaireDraft } from "./use-questionnaire-draft";

type CarriedOverProps = {
  readonly draft: QuestionnaireDraft;
  /** The earlier rounds, the last first. */
  readonly earlier: readonly AskedRound[];
};

/** What became of the earlier rounds' items, and the way to start again from the last round. Nothing in a first round. */
export function CarriedOver({ draft, earlier }: CarriedOverProps) {
  const t = useTranslations("questionnaire.lineage");
  const [last] = earlier;
  if (last === undefined) return null;
  const { number } = last;
  const questionnaire = withoutBreakdown(last.questionnaire);

  function startAgain() {
    const removal = { what: "questionnaire", entry: draft.questionnaire } as const;
    thenFocus(() => {
      draft.remove(questionnaire, removal);
      draft.say(t("startedAgain", { number }));
    }, panelHead);
  }

  return (
    <section className="stack" aria-label={t("title")}>
      <p>{t("summary", { ...carryOverOf(draft.questionnaire, earlier), number })}</p>
      {!asksTheSame(draft.questionnaire, questionnaire) && (
        <Act
          name={t("startAgain", { number })}
          what={t("startAgainWhat", { number })}
          pending={false}
          error={undefined}
          secondary
          onConfirm={startAgain}
        />
      )}
    </section>
  );
}
