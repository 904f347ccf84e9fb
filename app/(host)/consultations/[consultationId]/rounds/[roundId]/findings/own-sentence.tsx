"use client";

import { useTranslations } from "next-intl";
import { Field } from "@/app/(host)/_components/field";
import { plain } from "@/domain/findings/message";
import { phraseMessage } from "@/domain/findings/sentence";
import type { Claim } from "@/domain/wording/claims";
import type { WordsDraft } from "./use-words-draft";

type OwnSentenceProps = { readonly id: string; readonly claim: Claim; readonly draft: WordsDraft };

/** The chair's sentence in two fields, with the phrase between them: it can be neither lost nor written over. */
export function OwnSentence({ id, claim, draft }: OwnSentenceProps) {
  const t = useTranslations("wordingDesk");
  const tAll = useTranslations();
  const phrase = plain(phraseMessage(claim.ladder, draft.words.phrase), tAll.markup);
  return (
    <div className="stack">
      <label className="check">
        <input type="checkbox" checked={draft.own} onChange={({ target }) => draft.setOwn(target.checked)} />
        {t("own")}
      </label>
      {draft.own && (
        <>
          <Field id={`${id}-before`} label={t("before")} error={undefined}>
            {(attributes) => (
              <textarea
                {...attributes}
                className="textarea short"
                rows={2}
                value={draft.before}
                onChange={({ target }) => draft.setBefore(target.value)}
              />
            )}
          </Field>
          <p className="phrase-token">{t("token", { phrase })}</p>
          <Field id={`${id}-after`} label={t("after")} help={t("sentenceHelp")} error={undefined}>
            {(attributes) => (
              <textarea
                {...attributes}
                className="textarea short"
                rows={2}
                value={draft.after}
                onChange={({ target }) => draft.setAfter(target.value)}
              />
            )}
          </Field>
        </>
      )}
    </div>
  );
}
