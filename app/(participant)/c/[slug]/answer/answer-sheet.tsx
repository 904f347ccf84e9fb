"use client";

import { useEffect, useState } from "react";
import type { Answers } from "@/domain/questionnaire/questionnaire";
import type { SentResponse } from "../../../_protocol/device";
import { QuestionPage } from "./question-page";
import { Receipt } from "./receipt";
import { Review } from "./review";
import type { AnswerableRound } from "./situation";
import { useDraft } from "./use-draft";

/** A page of the sheet: an agenda question by its index, the review, or the receipt. */
export type SheetPage = number | "review" | "receipt";

type AnswerSheetProps = {
  readonly slug: string;
  readonly answerable: AnswerableRound;
  readonly timeZone: string;
  /** The round has closed over these answers, and what was last sent of them. */
  readonly onClosed: (answers: Answers, sent: SentResponse | null) => void;
};

/** One agenda question per page, then the review, then the receipt; all of them reachable until the round closes. */
export function AnswerSheet({ slug, answerable, timeZone, onClosed }: AnswerSheetProps) {
  const draft = useDraft(slug, answerable);
  const [sent, setSent] = useState<SentResponse | null>(answerable.sent);
  const [page, setPage] = useState<SheetPage>(() => pageInAddress(answerable));

  function go(to: SheetPage) {
    setPage(to);
    window.history.pushState(null, "", typeof to === "number" ? `#question-${to + 1}` : `#${to}`);
    window.scrollTo(0, 0);
  }

  useEffect(() => {
    const onBack = () => setPage(pageInAddress(answerable));
    window.addEventListener("popstate", onBack);
    return () => window.removeEventListener("popstate", onBack);
  }, [answerable]);

  if (page === "receipt" && sent?.receipt != null)
    return (
      <Receipt
        slug={slug}
        answerable={answerable}
        timeZone={timeZone}
        receipt={sent.receipt}
        heading={focused}
        onChange={() => go(0)}
      />
    );
  if (page === "review" || page === "receipt")
    return (
      <Review
        answerable={answerable}
        draft={draft}
        sent={sent}
        heading={focused}
        go={go}
        onSent={(response) => {
          setSent(response);
          go("receipt");
        }}
        onClosed={(last) => onClosed(draft.answers, last)}
      />
    );
  return (
    <QuestionPage key={page} answerable={answerable} draft={draft} index={page} heading={focused} go={go} />
  );
}

/** The heading takes the focus as its page appears, so that a screen reader starts there. */
const focused = (heading: HTMLHeadingElement | null) => heading?.focus();

function pageInAddress({ questionnaire, sent }: AnswerableRound): SheetPage {
  const named = window.location.hash.slice(1);
  if (named === "review" || named === "receipt") return named;
  const number = Number(/^question-(\d+)$/.exec(named)?.[1]);
  if (number >= 1 && number <= questionnaire.agendaQuestions.length) return number - 1;
  return sent?.receipt != null ? "receipt" : 0;
}
