"use client";

import { useTranslations } from "next-intl";
import { Field } from "@/app/(host)/_components/field";
import { movedBy, withAgendaQuestion, without } from "@/domain/questionnaire/editing";
import type { AgendaQuestion } from "@/domain/questionnaire/questionnaire";
import { AddItem } from "./add-item";
import { OrderButtons } from "./order-buttons";
import { panelHead, thenFocus } from "./then-focus";
import { ToOutline } from "./to-outline";
import { type IssueSentence, sentencesAt } from "./use-issue-sentences";
import type { QuestionnaireDraft } from "./use-questionnaire-draft";

type QuestionPanelProps = {
  readonly draft: QuestionnaireDraft;
  readonly question: AgendaQuestion;
  readonly index: number;
  readonly issues: readonly IssueSentence[];
  /** Turns to another question or item. */
  readonly turnTo: (id: string | undefined) => void;
};

/** One agenda question: its words, their source, and what can be added to it. */
export function QuestionPanel({ draft, question, index, issues, turnTo }: QuestionPanelProps) {
  const t = useTranslations("questionnaire");
  const { agendaQuestions } = draft.questionnaire;
  const change = (part: Partial<AgendaQuestion>) =>
    draft.change(withAgendaQuestion(draft.questionnaire, { ...question, ...part }));

  function move(step: -1 | 1) {
    draft.change({ ...draft.questionnaire, agendaQuestions: movedBy(agendaQuestions, index, step) });
    draft.say(t("parts.question.moved", { place: index + step + 1, of: agendaQuestions.length }));
  }
  function remove() {
    const removal = { what: "agendaQuestion", index, entry: question } as const;
    thenFocus(() => {
      draft.remove(without(draft.questionnaire, removal), removal);
      draft.say(t("parts.question.removed", { number: index + 1 }));
      turnTo((agendaQuestions[index + 1] ?? agendaQuestions[index - 1])?.id);
    }, panelHead);
  }

  return (
    <section className="panel" id="edit" aria-labelledby="edit-head">
      <ToOutline />
      <div className="row between">
        <h2 id="edit-head" tabIndex={-1}>
          {t("question", { number: index + 1 })}
        </h2>
        <OrderButtons
          part="question"
          number={`${index + 1}`}
          index={index}
          count={agendaQuestions.length}
          onMove={move}
          onRemove={remove}
        />
      </div>
      <Field
        id="edit-text"
        label={t("text")}
        help={t("textHelp")}
        error={sentencesAt(issues, question.id, ["agenda_question_blank"])[0]}
      >
        {(attributes) => (
          <textarea
            {...attributes}
            className="textarea short"
            rows={3}
            maxLength={1_000}
            value={question.text}
            onChange={({ target }) => change({ text: target.value })}
          />
        )}
      </Field>
      <Field id="edit-attribution" label={t("attribution")} error={undefined}>
        {(attributes) => (
          <textarea
            {...attributes}
            className="textarea short"
            rows={2}
            maxLength={600}
            value={question.attribution ?? ""}
            onChange={({ target }) => change({ attribution: target.value === "" ? null : target.value })}
          />
        )}
      </Field>
      {question.background !== null && (
        <p className="help">{t("background", { title: question.background.title })}</p>
      )}
      <AddItem
        draft={draft}
        question={question}
        issue={sentencesAt(issues, question.id, ["agenda_question_without_items"])[0]}
        turnTo={turnTo}
      />
    </section>
  );
}
