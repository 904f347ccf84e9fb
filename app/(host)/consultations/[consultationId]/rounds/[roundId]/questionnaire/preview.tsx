"use client";

import { useTranslations } from "next-intl";
import { type ReactNode, useState } from "react";
import { AnswerField } from "@/app/_components/answer-fields/answer-field";
import { BackgroundTable } from "@/app/_components/answer-fields/background-table";
import { labelsOf, withLabels } from "@/domain/questionnaire/editing";
import type { Answer, Item } from "@/domain/questionnaire/item";
import type { AgendaQuestion } from "@/domain/questionnaire/questionnaire";

type PreviewProps = {
  readonly question: AgendaQuestion;
  /** The item being edited; without one, all items are shown. */
  readonly item: Item | undefined;
};

/** The question as a participant sees it, to be tried. What is answered here is kept nowhere. */
export function Preview({ question, item }: PreviewProps) {
  const t = useTranslations("questionnaire");
  const items = item === undefined ? question.items : [item];
  return (
    <PreviewFrame>
      <p className="question">{question.text.trim() || t("notWritten")}</p>
      {question.background !== null && <BackgroundTable background={question.background} />}
      {items.length === 0 && <p className="help">{t("previewItems")}</p>}
      {items.map((shown) => (
        <TriedItem key={structureOf(shown)} item={shown} />
      ))}
      {item === undefined && question.attribution !== null && (
        <p className="source">{question.attribution}</p>
      )}
    </PreviewFrame>
  );
}

/** What is edited, as on a participant's telephone. */
export function PreviewFrame({ children }: { readonly children: ReactNode }) {
  const t = useTranslations("questionnaire");
  return (
    <aside className="preview" aria-labelledby="preview">
      <h2 className="label" id="preview">
        {t("preview")}
      </h2>
      <p className="fine">{t("previewHelp")}</p>
      <div className="phone">{children}</div>
    </aside>
  );
}

function TriedItem({ item }: { readonly item: Item }) {
  const t = useTranslations("questionnaire");
  const [answer, setAnswer] = useState<Answer | undefined>(undefined);
  const inPlaceOfBlank = (text: string, index: number) =>
    text.trim() === "" ? t("notWrittenNumber", { number: index + 1 }) : text;
  const labelled = withLabels(
    { ...item, prompt: item.prompt.trim() || t("notWritten") },
    labelsOf(item).map(({ id, text }, index) => ({ id, text: inPlaceOfBlank(text, index) })),
  );
  // Two steps that read alike for now are told apart by their place.
  const toldApart = (text: string, index: number, all: readonly string[]) =>
    all.indexOf(text) === index ? inPlaceOfBlank(text, index) : `${text} (${index + 1})`.trim();
  const shown =
    labelled.kind === "scale" ? { ...labelled, categories: labelled.categories.map(toldApart) } : labelled;
  return <AnswerField item={shown} answer={answer} issues={[]} onChange={setAnswer} />;
}

/** What an answer depends on: once it changes, an answer that was tried no longer fits. */
function structureOf(item: Item): string {
  const steps = item.kind === "scale" ? item.categories.length : 0;
  return [item.id, steps, ...labelsOf(item).map(({ id }) => id)].join(" ");
}
