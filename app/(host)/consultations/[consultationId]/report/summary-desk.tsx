"use client";

import { useTranslations } from "next-intl";
import { useDeferredValue } from "react";
import { ReportDocument } from "@/app/_components/figures/report-document";
import { DraftBar } from "@/app/(host)/_components/draft-bar";
import type { Report } from "@/domain/report/document";
import { withSummary } from "@/domain/report/summary";
import { useSayingOfSummary } from "../unsaved-texts";
import { ArrangeSummary } from "./arrange-summary";
import { type SummaryRead, useSummaryDraft } from "./use-summary-draft";

type SummaryDeskProps = {
  readonly consultationId: string;
  readonly read: SummaryRead;
  /** The report as it is composed from what was saved. */
  readonly report: Report;
  /** A line about where the report stands. */
  readonly status: string;
};

/** The summary to be arranged, and the report as it then reads. */
export function SummaryDesk({ consultationId, read, report, status }: SummaryDeskProps) {
  const draft = useSummaryDraft(consultationId, read);
  const { arrangement, nextSteps } = draft;
  useSayingOfSummary(draft.unsaved);
  // Typing comes first; the report follows when there is time.
  const shown = useDeferredValue({ arrangement, nextSteps });
  const preview = withSummary(report, { ...shown, evidence: read.evidence, rounds: read.asked });
  return (
    <>
      <div className="summary-cols">
        <ArrangeSummary draft={draft} read={read} />
        <ReportPaper report={preview} status={status} />
      </div>
      <DraftBar
        unsaved={draft.unsaved}
        saving={draft.saving}
        address={`/consultations/${consultationId}/report`}
        onSave={draft.save}
        onSaveOver={draft.saveOver}
        onTakeOther={draft.takeOther}
        undo={{ act: draft.undoable ? draft.undo : null }}
      />
      <p className="sr" aria-live="polite">
        {draft.said}
      </p>
    </>
  );
}

/** A report as a sheet on the desk. */
export function ReportPaper({ report, status }: { readonly report: Report; readonly status: string }) {
  const t = useTranslations("summaryDesk");
  return (
    <section className="panel" aria-label={t("preview")}>
      <div className="report">
        <ReportDocument report={report} status={status} />
      </div>
    </section>
  );
}
