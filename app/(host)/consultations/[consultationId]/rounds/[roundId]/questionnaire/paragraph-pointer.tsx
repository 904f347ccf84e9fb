"use client";

import { useTranslations } from "next-intl";
import { ParagraphBeside } from "@/app/_components/paper/paragraph-beside";
import { Field } from "@/app/(host)/_components/field";
import { type Paper, paragraphsOf, plainText } from "@/domain/paper/paper";
import type { Item } from "@/domain/questionnaire/item";
import { type IssueSentence, sentencesAt } from "./use-issue-sentences";

export type PointedPaper = Paper;

/** How much of a paragraph tells it from the others. */
const BEGINNING = 70;

type ParagraphPointerProps = {
  readonly item: Item;
  readonly paper: PointedPaper | null;
  readonly issues: readonly IssueSentence[];
  readonly onChange: (item: Item) => void;
};

/** The paragraph of the discussion paper that an item is about. Nothing to choose while the round circulates no version. */
export function ParagraphPointer({ item, paper, issues, onChange }: ParagraphPointerProps) {
  const t = useTranslations("paperPointer");
  const { paragraph: pointed, ...without } = item;
  const paragraphs = paper === null ? [] : paragraphsOf(paper);
  if (paragraphs.length === 0 && pointed === undefined) return null;
  const there = paragraphs.some(({ paragraph }) => paragraph.id === pointed);
  return (
    <>
      <Field
        id="edit-paragraph"
        label={t("label")}
        help={t("help")}
        error={sentencesAt(issues, item.id, ["paragraph_not_circulated"])[0]}
      >
        {(attributes) => (
          <select
            {...attributes}
            className="input"
            value={pointed ?? ""}
            onChange={({ target }) =>
              onChange(target.value === "" ? without : { ...item, paragraph: target.value })
            }
          >
            <option value="">{t("none")}</option>
            {pointed !== undefined && !there && <option value={pointed}>{t("nowhere")}</option>}
            {paragraphs.map(({ number, paragraph }) => (
              <option key={paragraph.id} value={paragraph.id}>
                {t("paragraph", { number, beginning: beginningOf(plainText(paragraph)) })}
              </option>
            ))}
          </select>
        )}
      </Field>
      {paper !== null && pointed !== undefined && (
        <ParagraphBeside paper={paper} paragraph={pointed} address={undefined} />
      )}
    </>
  );
}

const beginningOf = (text: string): string =>
  text.length <= BEGINNING ? text : `${text.slice(0, BEGINNING).trimEnd()}…`;
