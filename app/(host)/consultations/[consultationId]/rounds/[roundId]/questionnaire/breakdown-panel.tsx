"use client";

import { useTranslations } from "next-intl";
import { Field } from "@/app/(host)/_components/field";
import { type PanelSize, prospectOf } from "@/domain/consultation/prospect";
import { BREAKDOWN, type Breakdown } from "@/domain/questionnaire/breakdown";
import { without } from "@/domain/questionnaire/editing";
import { PanelAllows } from "../../../panel-allows";
import { GroupLines } from "./group-lines";
import { panelHead, thenFocus } from "./then-focus";
import { ToOutline } from "./to-outline";
import { type IssueSentence, sentencesAt } from "./use-issue-sentences";
import type { QuestionnaireDraft } from "./use-questionnaire-draft";

type BreakdownPanelProps = {
  readonly draft: QuestionnaireDraft;
  readonly breakdown: Breakdown;
  readonly issues: readonly IssueSentence[];
  readonly panel: PanelSize;
  /** Turns to what stands first. */
  readonly turnAway: () => void;
};

/** The group that participants are asked for: its question, the groups, and what the panel allows of it. */
export function BreakdownPanel({ draft, breakdown, issues, panel, turnAway }: BreakdownPanelProps) {
  const t = useTranslations("questionnaire.breakdown");
  const change = (part: Partial<Breakdown>) =>
    draft.change({ ...draft.questionnaire, breakdown: { ...breakdown, ...part } });

  function remove() {
    const removal = { what: "breakdown", entry: breakdown } as const;
    thenFocus(() => {
      draft.remove(without(draft.questionnaire, removal), removal);
      draft.say(t("removed"));
      turnAway();
    }, panelHead);
  }

  return (
    <section className="panel" id="edit" aria-labelledby="edit-head">
      <ToOutline />
      <div className="row between">
        <h2 id="edit-head" tabIndex={-1}>
          {t("title")}
        </h2>
        <button type="button" className="btn quiet small" onClick={remove}>
          {t("remove")}
        </button>
      </div>
      <p className="help">{t("what")}</p>
      {sentencesAt(issues, BREAKDOWN, ["breakdown_in_another_round"]).map((sentence) => (
        <p className="notice caution" key={sentence}>
          {sentence}
        </p>
      ))}
      <Field
        id="edit-group-question"
        label={t("question")}
        error={sentencesAt(issues, BREAKDOWN, ["breakdown_question_blank"])[0]}
      >
        {(attributes) => (
          <textarea
            {...attributes}
            className="textarea short"
            rows={2}
            maxLength={1_000}
            value={breakdown.question}
            onChange={({ target }) => change({ question: target.value })}
          />
        )}
      </Field>
      <GroupLines draft={draft} groups={breakdown.groups} issues={issues} />
      <PanelAllows prospect={prospectOf(panel, draft.questionnaire)} about="breakdown" />
    </section>
  );
}
