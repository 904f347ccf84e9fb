"use client";

import { useTranslations } from "next-intl";
import { QuestionnairePaper } from "@/app/_components/answer-fields/questionnaire-paper";
import type { KeptDraft } from "./kept-drafts";

type OfferedProps = {
  readonly draft: KeptDraft;
  readonly onTakeUp: (draft: KeptDraft) => void;
  readonly onDrop: (draft: KeptDraft) => void;
};

/** Offers back what an earlier visit left unsaved. It stands in the editor's place until it is decided. */
export function Offered({ draft, onTakeUp, onDrop }: OfferedProps) {
  const t = useTranslations("questionnaire");
  return (
    <section className="notice" aria-labelledby="offered">
      <h2 className="title" id="offered">
        {t("offered")}
      </h2>
      <p>{t("offeredWhat")}</p>
      <div className="row">
        <button type="button" className="btn" onClick={() => onTakeUp(draft)}>
          {t("takeUp")}
        </button>
        <button type="button" className="btn quiet" onClick={() => onDrop(draft)}>
          {t("drop")}
        </button>
      </div>
    </section>
  );
}

type StaleProps = {
  readonly drafts: readonly KeptDraft[];
  /** Why they are not put back. */
  readonly why: string;
  readonly onDrop: (draft: KeptDraft) => void;
};

/** Shows what an earlier visit left and can no longer be put back, to be copied from. */
export function Stale({ drafts, why, onDrop }: StaleProps) {
  const t = useTranslations("questionnaire");
  return drafts.map((draft) => (
    <section className="notice caution" key={draft.version} aria-label={t("stale")}>
      <h2 className="title">{t("stale")}</h2>
      <p>{why}</p>
      <details className="more">
        <summary>{t("staleShow")}</summary>
        <QuestionnairePaper questionnaire={draft.questionnaire} />
      </details>
      <button type="button" className="btn quiet small" onClick={() => onDrop(draft)}>
        {t("drop")}
      </button>
    </section>
  ));
}
