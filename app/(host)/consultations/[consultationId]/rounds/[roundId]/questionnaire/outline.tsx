"use client";

import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { labelsOf, MOST } from "@/domain/questionnaire/editing";
import type { Item } from "@/domain/questionnaire/item";
import type { AskedRound } from "@/domain/questionnaire/lineage";
import type { Questionnaire } from "@/domain/questionnaire/questionnaire";
import { LineageMark } from "./lineage-tag";
import type { IssueSentence } from "./use-issue-sentences";

type OutlineProps = {
  readonly questionnaire: Questionnaire;
  readonly issues: readonly IssueSentence[];
  readonly earlier: readonly AskedRound[];
  /** The id of the question or item that is being edited. */
  readonly here: string | undefined;
  readonly onGo: (id: string) => void;
  readonly onAdd: () => void;
};

/** All agenda questions with their items, each leading to where it is edited. */
export function Outline({ questionnaire, issues, earlier, here, onGo, onAdd }: OutlineProps) {
  const t = useTranslations("questionnaire");
  const { agendaQuestions } = questionnaire;
  const full = agendaQuestions.length >= MOST.agendaQuestions;
  const toMend = (id: string) => issues.some(({ at }) => at === id);
  return (
    <nav className="outline" aria-labelledby="outline">
      <h2 id="outline" tabIndex={-1}>
        {t("outline")}
      </h2>
      <ol>
        {agendaQuestions.map((question, index) => (
          <li key={question.id}>
            <OutlineLink id={question.id} here={here} onGo={onGo}>
              <span className="n">{index + 1}</span>
              <span className="clamp">{question.text.trim() || t("notWritten")}</span>
            </OutlineLink>
            {question.items.length > 0 ? (
              <ol>
                {question.items.map((item) => (
                  <li key={item.id}>
                    <OutlineLink id={item.id} here={here} onGo={onGo}>
                      <span className="clamp">{item.prompt.trim() || t("notWritten")}</span>
                      <KindWithCount item={item} />
                    </OutlineLink>
                    <LineageMark item={item} earlier={earlier} />
                    {toMend(item.id) && <p className="tag alert">{t("toMend")}</p>}
                  </li>
                ))}
              </ol>
            ) : (
              <p className="tag alert">{t("noItem")}</p>
            )}
          </li>
        ))}
      </ol>
      <button type="button" className="btn secondary small wide" aria-disabled={full} onClick={onAdd}>
        <svg className="icon" viewBox="0 0 24 24" aria-hidden="true">
          <path d="M12 5v14M5 12h14" />
        </svg>
        {t("addQuestion")}
      </button>
      {full && <p className="help">{t("fullQuestions", { most: MOST.agendaQuestions })}</p>}
    </nav>
  );
}

type OutlineLinkProps = Pick<OutlineProps, "here" | "onGo"> & {
  readonly id: string;
  readonly children: ReactNode;
};

/** A way to what is edited in the panel beside the outline. */
export function OutlineLink({ id, here, onGo, children }: OutlineLinkProps) {
  return (
    <a
      href={`#edit-${id}`}
      aria-current={here === id ? "location" : undefined}
      onClick={(event) => {
        event.preventDefault();
        onGo(id);
      }}
    >
      {children}
    </a>
  );
}

/** The kind of an item, with how many statements or options it has. */
export function KindWithCount({ item }: { readonly item: Item }) {
  const t = useTranslations("questionnaire");
  const kind = t(`kinds.${item.kind}`);
  const count = labelsOf(item).length;
  return <span className="kind">{item.kind === "text" ? kind : t("kindWith", { kind, count })}</span>;
}
