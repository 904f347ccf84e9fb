"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useDeferredValue, useEffect, useId, useMemo, useRef } from "react";
import { FindingSentences } from "@/app/_components/figures/finding-article";
import { Field } from "@/app/(host)/_components/field";
import type { Finding } from "@/domain/findings/finding";
import type { ChosenWords } from "@/domain/wording/chosen";
import type { Claim } from "@/domain/wording/claims";
import { wordingIssues } from "@/domain/wording/issues";
import { offeredFor } from "@/domain/wording/offered";
import { wordedFinding } from "@/domain/wording/worded";
import { useWarningBeforeLeaving } from "../../../seats/warning-before-leaving";
import type { WordingDesk } from "./claim-words";
import { LadderOfPhrases } from "./ladder-of-phrases";
import { OwnSentence } from "./own-sentence";
import { useChoosing } from "./use-choosing";
import { useWordsDraft } from "./use-words-draft";

type WordingFormProps = {
  readonly finding: Finding;
  readonly claim: Claim;
  readonly about: string;
  readonly chosen: ChosenWords;
  /** The last entry of the history, as the page shows it. */
  readonly position: number;
  readonly desk: WordingDesk;
  readonly onClose: () => void;
};

/** Chooses the phrase and writes the sentence around it, with how it will read and what is to be put right. */
export function WordingForm({ finding, claim, about, chosen, position, desk, onClose }: WordingFormProps) {
  const t = useTranslations("wordingDesk");
  const tIssues = useTranslations("wordingIssues");
  const router = useRouter();
  const id = useId();
  const top = useRef<HTMLHeadingElement>(null);
  const draft = useWordsDraft(claim, chosen[claim.key], position, about);
  const choosing = useChoosing(desk, claim.key, () => {
    onClose();
    router.refresh();
  });
  useEffect(() => top.current?.focus(), []);
  useWarningBeforeLeaving(draft.touched && !choosing.pending);

  const { words } = draft;
  const read = useDeferredValue(words);
  const rungs = offeredFor(finding, claim);
  const stronger = rungs.find(({ phrase }) => phrase === words.phrase)?.standing === "stronger";
  const issues = useMemo(
    () => wordingIssues(finding, claim, read, desk.delegations),
    [finding, claim, read, desk.delegations],
  );
  const preview = wordedFinding(finding, { ...chosen, [claim.key]: words });
  const shown = issues.filter(({ code }) => draft.tried || (code !== "reason" && code !== "empty"));
  const reasonMissing = draft.tried && issues.some(({ code }) => code === "reason");

  return (
    <form
      className="claim stack"
      aria-labelledby={`${id}-title`}
      onSubmit={(event) => {
        event.preventDefault();
        draft.setTried(true);
        if (choosing.pending || wordingIssues(finding, claim, words, desk.delegations).length > 0) return;
        choosing.choose(words, draft.over);
      }}
    >
      <h4 id={`${id}-title`} ref={top} tabIndex={-1}>
        {t("changeOf", { about })}
      </h4>
      <LadderOfPhrases claim={claim} rungs={rungs} phrase={words.phrase} onChoose={draft.setPhrase} />
      {stronger && (
        <Field
          id={`${id}-reason`}
          label={t("reason")}
          help={t("reasonHelp")}
          error={reasonMissing ? tIssues("reason") : undefined}
        >
          {(attributes) => (
            <textarea
              {...attributes}
              className="textarea short"
              rows={2}
              value={draft.reason}
              onChange={({ target }) => draft.setReason(target.value)}
            />
          )}
        </Field>
      )}
      <OwnSentence id={id} claim={claim} draft={draft} />
      <div className="preview-words">
        <p className="label">{t("preview")}</p>
        <FindingSentences sentences={preview} />
      </div>
      <div aria-live="polite">
        {shown.length > 0 && (
          <div className="notice caution">
            <p className="title">{t("toMend")}</p>
            <ul className="entries">
              {shown.map(({ code, passage }) => (
                <li key={`${code} ${passage}`}>{tIssues(code, { passage })}</li>
              ))}
            </ul>
          </div>
        )}
      </div>
      <div role="alert">
        {choosing.refused !== undefined && (
          <div className="notice caution">
            <p>{choosing.refused ?? t("noReply")}</p>
            {choosing.changedByAnother && (
              <button
                type="button"
                className="btn secondary small"
                onClick={() => {
                  draft.followNewest();
                  choosing.settle();
                  top.current?.focus();
                  router.refresh();
                }}
              >
                {t("showTheirs")}
              </button>
            )}
          </div>
        )}
      </div>
      <div className="row">
        <button type="submit" className="btn" aria-disabled={choosing.pending}>
          {choosing.pending ? t("keeping") : t("keep")}
        </button>
        <button type="button" className="btn quiet" onClick={onClose}>
          {t("cancel")}
        </button>
      </div>
    </form>
  );
}
