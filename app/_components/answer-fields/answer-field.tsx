"use client";

import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import type { Answer, Item } from "@/domain/questionnaire/item";
import { ApprovalField } from "./approval-field";
import { ChoiceField } from "./choice-field";
import { RankingField } from "./ranking-field";
import { ScaleField } from "./scale-field";
import { TextField } from "./text-field";

type AnswerFieldProps = {
  readonly item: Item;
  /** Undefined is "not answered". */
  readonly answer: Answer | undefined;
  readonly onChange: (answer: Answer | undefined) => void;
  /** Sentences about what to mend. */
  readonly issues: readonly string[];
  /** What the item is about, between what it asks and its controls. */
  readonly about?: ReactNode;
  /** What stands under the controls: an earlier round's finding, for an item that is carried over. */
  readonly beside?: ReactNode;
};

/** One item with its controls, as a participant answers it. */
export function AnswerField({ item, answer, onChange, issues, about, beside }: AnswerFieldProps) {
  const t = useTranslations("answerFields");
  return (
    <section className="item stack" id={item.id} aria-labelledby={`${item.id}-prompt`}>
      <div>
        <h2 className="item-prompt" id={`${item.id}-prompt`} tabIndex={-1}>
          {item.prompt} {item.required && <span className="tag alert">{t("required")}</span>}
        </h2>
        {item.help !== null && <p className="help">{item.help}</p>}
      </div>
      {about}
      {issues.length > 0 && (
        <div id={`${item.id}-to-mend`}>
          {issues.map((issue) => (
            <p className="error" key={issue}>
              {issue}
            </p>
          ))}
        </div>
      )}
      <FieldOfKind
        item={item}
        answer={answer}
        onChange={onChange}
        toMend={issues.length > 0 ? `${item.id}-to-mend` : undefined}
      />
      {beside}
    </section>
  );
}

type FieldOfKindProps = Omit<AnswerFieldProps, "issues" | "about" | "beside"> & {
  readonly toMend: string | undefined;
};

function FieldOfKind({ item, answer, onChange, toMend }: FieldOfKindProps) {
  switch (item.kind) {
    case "scale":
      return (
        <ScaleField
          item={item}
          answer={answer?.kind === "scale" ? answer : undefined}
          onChange={onChange}
          toMend={toMend}
        />
      );
    case "choice":
      return (
        <ChoiceField
          item={item}
          answer={answer?.kind === "choice" ? answer : undefined}
          onChange={onChange}
          toMend={toMend}
        />
      );
    case "approval":
      return (
        <ApprovalField
          item={item}
          answer={answer?.kind === "approval" ? answer : undefined}
          onChange={onChange}
          toMend={toMend}
        />
      );
    case "ranking":
      return (
        <RankingField
          item={item}
          answer={answer?.kind === "ranking" ? answer : undefined}
          onChange={onChange}
          toMend={toMend}
        />
      );
    case "text":
      return (
        <TextField
          item={item}
          answer={answer?.kind === "text" ? answer : undefined}
          onChange={onChange}
          toMend={toMend}
        />
      );
  }
}
