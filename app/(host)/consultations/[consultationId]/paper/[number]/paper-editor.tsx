"use client";

import { useTranslations } from "next-intl";
import { type ReactNode, useDeferredValue, useMemo } from "react";
import { PaperPreview } from "@/app/_components/paper/paper-preview";
import { DraftBar } from "@/app/(host)/_components/draft-bar";
import { Field } from "@/app/(host)/_components/field";
import { paperFromMarkdown } from "@/domain/paper/from-markdown";
import { obstaclesIn } from "@/domain/paper/notice";
import { MOST } from "@/domain/paper/shapes";
import { FromFile } from "./from-file";
import { NoticeList } from "./notice-list";
import { type ReadPaper, usePaperDraft } from "./use-paper-draft";

type PaperEditorProps = {
  readonly consultationId: string;
  readonly read: ReadPaper;
  readonly head: ReactNode;
};

/** The text of a version, and beside it the paper as it is read, with its numbers. */
export function PaperEditor({ consultationId, read, head }: PaperEditorProps) {
  const t = useTranslations("paper");
  const draft = usePaperDraft(consultationId, read);
  const settled = useDeferredValue(draft.text);
  const paper = useMemo(() => paperFromMarkdown(settled), [settled]);
  const obstacles = obstaclesIn(paper.notices);
  const untitled = paper.title === null && settled.trim() !== "";
  return (
    <>
      <main className="desk stack-lg" id="main">
        {head}
        {draft.left !== null && (
          <section className="notice caution" aria-label={t("kept.title")}>
            <p className="title">{t("kept.title")}</p>
            <p>{t("kept.what")}</p>
            <details className="more">
              <summary>{t("kept.show")}</summary>
              <pre className="paper-left">{draft.left}</pre>
            </details>
            <button type="button" className="btn quiet small" onClick={draft.dropLeft}>
              {t("kept.drop")}
            </button>
          </section>
        )}
        <FromFile consultationId={consultationId} onTake={draft.write} />
        <div className="paper-cols">
          <section className="panel">
            <Field
              id="paper-text"
              label={t("text")}
              help={t("textHelp")}
              error={untitled ? t("titleMissing") : undefined}
            >
              {(attributes) => (
                <textarea
                  {...attributes}
                  className="textarea paper-source"
                  maxLength={MOST.characters}
                  spellCheck
                  value={draft.text}
                  onChange={({ target }) => draft.write(target.value)}
                />
              )}
            </Field>
            <div aria-live="polite">
              {obstacles.length > 0 && <NoticeList title={t("toMend")} notices={obstacles} />}
            </div>
          </section>
          <section className="panel" aria-labelledby="preview-head">
            <h2 className="label" id="preview-head">
              {t("preview")}
            </h2>
            {paper.title === null && paper.blocks.length === 0 ? (
              <p className="help">{t("previewEmpty")}</p>
            ) : (
              <PaperPreview label={t("preview")} title={paper.title} blocks={paper.blocks} />
            )}
          </section>
        </div>
      </main>
      <DraftBar
        unsaved={draft.unsaved}
        saving={draft.saving}
        address={`/consultations/${consultationId}/paper/${read.number}`}
        onSave={draft.save}
        onSaveOver={draft.saveOver}
        onTakeOther={draft.takeOther}
      />
    </>
  );
}
