"use client";

import { useTranslations } from "next-intl";
import { type Paper, paragraphsOf } from "@/domain/paper/paper";
import { NumberedBlock, ParagraphText } from "./paper-text";

type ParagraphBesideProps = {
  readonly paper: Paper;
  /** The id of the paragraph. */
  readonly paragraph: string;
  /** Where the whole paper is read; undefined where it cannot be read yet. */
  readonly address: string | undefined;
};

/** The paragraph that an item is about, to be opened beside it. It came with the page's paper: opening it asks for nothing. */
export function ParagraphBeside({ paper, paragraph, address }: ParagraphBesideProps) {
  const t = useTranslations("paperBeside");
  const found = paragraphsOf(paper).find((one) => one.paragraph.id === paragraph);
  if (found === undefined) return null;
  return (
    <details className="more beside-paper">
      <summary>{t("title", { number: found.number })}</summary>
      <div className="discussion">
        {found.heading !== null && <p className="fine">{t("under", { heading: found.heading })}</p>}
        <NumberedBlock number={found.number}>
          <ParagraphText paragraph={found.paragraph} />
        </NumberedBlock>
        {address !== undefined && (
          <p>
            <a href={`${address}#${paragraph}`} target="_blank" rel="noreferrer">
              {t("whole")}
            </a>
          </p>
        )}
      </div>
    </details>
  );
}
