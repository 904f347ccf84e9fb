"use client";

import { useTranslations } from "next-intl";
import { useRef } from "react";
import { givenOf } from "@/app/_components/answer-fields/answered";
import { Deadline } from "@/app/_components/deadline";
import { Masthead } from "@/app/_components/masthead";
import { canonicalJson } from "@/domain/anonymity/encoding";
import type { RoundWithdrawal } from "@/domain/anonymity/manifest";
import type { Answers, Questionnaire } from "@/domain/questionnaire/questionnaire";
import { useCopy } from "../../../_copying";
import { ForgetDevice } from "./forget-device";
import type { AnswerableRound } from "./situation";
import { asItReads, WrittenAnswers } from "./written-answers";

type WithdrawnRoundProps = {
  readonly slug: string;
  readonly answerable: AnswerableRound;
  readonly withdrawn: RoundWithdrawal;
  /** Whether the box still keeps the answers. */
  readonly copying: boolean;
  readonly timeZone: string;
};

const isNothing = (answers: Answers) => Object.keys(givenOf(answers)).length === 0;

/** The round was withdrawn: why, and what this participant answered or wrote, to be copied while it is there. */
export function WithdrawnRound({ slug, answerable, withdrawn, copying, timeZone }: WithdrawnRoundProps) {
  const t = useTranslations("errata.participant");
  const tClosed = useTranslations("participant.closed");
  const { device, questionnaire, draft, sent, round } = answerable;
  const sameAsSent = sent !== null && canonicalJson(sent.answers) === canonicalJson(givenOf(draft));
  const own = sent === null || isNothing(sent.answers) ? null : sent.answers;
  const here = sameAsSent || isNothing(draft) ? null : draft;
  return (
    <>
      <Masthead>
        <span className="tag done">{tClosed("noName")}</span>
      </Masthead>
      <main className="sheet" id="main">
        <h1>{t("title", { number: round.number })}</h1>
        <p className="lede">{t("lede")}</p>
        <dl className="facts">
          <div>
            <dt>{t("why")}</dt>
            <dd>{withdrawn.reason}</dd>
          </div>
        </dl>
        {copying ? (
          <p className="notice caution">
            {t("until")} <Deadline at={withdrawn.copiesUntil} timeZone={timeZone} />
          </p>
        ) : (
          <p className="notice">{t("over")}</p>
        )}
        {own === null && here === null && <p>{t("nothing")}</p>}
        {own !== null && <ToCopy what={t("readBack")} questionnaire={questionnaire} answers={own} />}
        {here !== null && <ToCopy what={t("onDevice")} questionnaire={questionnaire} answers={here} />}
        <div>
          <ForgetDevice slug={slug} device={device} what="closed" />
        </div>
      </main>
    </>
  );
}

type ToCopyProps = {
  readonly what: string;
  readonly questionnaire: Questionnaire;
  readonly answers: Answers;
};

/** Answers as they read, and a button that copies them. */
export function ToCopy({ what, questionnaire, answers }: ToCopyProps) {
  const t = useTranslations("participant.closed");
  const tWithdrawn = useTranslations("errata.participant");
  const { copy, said } = useCopy();
  const written = useRef<HTMLDivElement>(null);
  return (
    <section className="stack" aria-label={what}>
      <p className="help">{what}</p>
      <div className="row">
        <button
          type="button"
          className="btn"
          onClick={() => copy(asItReads(written.current), written.current)}
        >
          {t("copy")}
        </button>
        <span className="help" role="status">
          {said === "copied" && tWithdrawn("copied")}
          {said === "refused" && t("copyRefused")}
        </span>
      </div>
      <WrittenAnswers questionnaire={questionnaire} answers={answers} written={written} />
    </section>
  );
}
