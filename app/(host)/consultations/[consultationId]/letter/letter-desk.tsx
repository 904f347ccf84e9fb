"use client";

import { useSuspenseQuery } from "@tanstack/react-query";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { LetterPaper } from "@/app/_components/figures/letter-paper";
import { useTRPC } from "@/app/_trpc/client";
import { DraftBar } from "@/app/(host)/_components/draft-bar";
import { letterWordIssues } from "@/domain/edition/circulated-words";
import { letterIssues } from "@/domain/letter/issues";
import { tidied } from "@/domain/letter/shape";
import { LetterFields } from "./letter-fields";
import { useLetterDraft } from "./use-letter-draft";

/** The letter of transmittal: its form, what it still lacks, and the letter as it then reads. */
export function LetterDesk({ consultationId }: { readonly consultationId: string }) {
  const t = useTranslations("letterDesk");
  const tIssues = useTranslations("issues");
  const trpc = useTRPC();
  const { data } = useSuspenseQuery(trpc.letters.read.queryOptions({ consultationId }));
  const draft = useLetterDraft(consultationId, data);
  const shown = tidied(draft.letter);
  const found = [...letterIssues(shown, data.coHosts), ...letterWordIssues(shown, data.given)];
  const issues = found.map(({ code, at, values }) => ({
    at,
    sentence: tIssues(code as never, values as never), // a key of `issues` with the values of its own sentence
  }));
  const signed = issues.length === 0 && draft.everSaved && !draft.unsaved;
  return (
    <>
      <main className="desk" id="main">
        <div className="desk-head noprint">
          <div>
            <h1>{t("title")}</h1>
            <p>{t("lede")}</p>
            <span className={signed ? "tag done" : "tag alert"}>
              {signed
                ? t("complete")
                : issues.length === 0
                  ? t("toSave")
                  : t("lacking", { count: issues.length })}
            </span>
          </div>
          <div className="acts">
            <Link className="btn secondary" href={`/consultations/${consultationId}/report`}>
              {t("report")}
            </Link>
          </div>
        </div>
        <div className="letter-cols">
          {data.mine.compose && (
            <LetterFields
              letter={draft.letter}
              coHosts={data.coHosts}
              issues={issues}
              onChange={draft.change}
            />
          )}
          <section className="panel" aria-label={t("preview")}>
            <LetterPaper letter={shown} />
          </section>
        </div>
      </main>
      {data.mine.compose && (
        <DraftBar
          unsaved={draft.unsaved}
          saving={draft.saving}
          address={`/consultations/${consultationId}/letter`}
          onSave={draft.save}
          onSaveOver={draft.saveOver}
          onTakeOther={draft.takeOther}
        />
      )}
    </>
  );
}
