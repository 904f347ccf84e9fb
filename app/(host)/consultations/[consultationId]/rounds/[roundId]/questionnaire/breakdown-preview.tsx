"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { GroupField } from "@/app/_components/answer-fields/group-field";
import type { Breakdown } from "@/domain/questionnaire/breakdown";
import type { Answer } from "@/domain/questionnaire/item";
import { PreviewFrame } from "./preview";

/** The group as a participant is asked for it, to be tried. What is answered here is kept nowhere. */
export function BreakdownPreview({ breakdown }: { readonly breakdown: Breakdown }) {
  const t = useTranslations("questionnaire");
  const [answer, setAnswer] = useState<Answer | undefined>(undefined);
  const written = (text: string, index: number) =>
    text.trim() || t("notWrittenNumber", { number: index + 1 });
  const labelled = {
    question: breakdown.question.trim() || t("notWritten"),
    groups: breakdown.groups.map(({ id, name }, index) => ({ id, name: written(name, index) })),
  };
  return (
    <PreviewFrame>
      <GroupField breakdown={labelled} answer={answer} onChange={setAnswer} />
    </PreviewFrame>
  );
}
