"use client";

import { useTranslations } from "next-intl";
import { type ReactNode, type RefCallback, useRef } from "react";
import { Deadline } from "@/app/_components/deadline";
import { Masthead } from "@/app/_components/masthead";
import type { Answers } from "@/domain/questionnaire/questionnaire";
import { useCopy } from "../../../_copying";
import { SaveAnswers } from "../../../_save-answers";
import { receiptsOf } from "./asked";
import { ForgetDevice } from "./forget-device";
import type { AnswerableRound } from "./situation";

type ReceiptProps = {
  readonly slug: string;
  readonly answerable: AnswerableRound;
  readonly timeZone: string;
  /** That the round has ended since, where it has. */
  readonly closes: ReactNode;
  /** Whether a last call, counted down above the page, ends it before its time. */
  readonly calling: boolean;
  readonly receipt: string;
  /** What it stands for. */
  readonly answers: Answers;
  readonly heading: RefCallback<HTMLHeadingElement>;
  readonly onChange: () => void;
};

/** That the answers are in, and what stands for them. */
export function Receipt(props: ReceiptProps) {
  const { slug, answerable, timeZone, closes, calling, receipt, answers, heading, onChange } = props;
  const t = useTranslations("participant.receipt");
  const tWindow = useTranslations("participantWindow");
  const tClock = useTranslations("clock");
  const { copy, said } = useCopy();
  const shown = useRef<HTMLParagraphElement>(null);
  const { round, device } = answerable;
  const ofWindow = round.kind === "window";

  return (
    <>
      <Masthead>
        <span className="tag done">{t("noName")}</span>
      </Masthead>
      <main className="sheet" id="main">
        <div role="status">
          <p className="eyebrow">
            {ofWindow
              ? tWindow("received", { number: round.number })
              : t("eyebrow", { number: round.number })}
          </p>
          <h1 ref={heading} tabIndex={-1}>
            {t("title")}
          </h1>
        </div>
        {closes}
        <p className="lede">{ofWindow ? tWindow("mayChange") : t("lede")}</p>
        {!calling && (
          <dl className="facts big">
            <div>
              <dt>{t("closes")}</dt>
              <dd>
                <Deadline at={round.closesAt} timeZone={timeZone} over={tClock("timeIsUp")} />
                {"extendedByRule" in round && <span className="help">{tClock("extended")}</span>}
              </dd>
            </div>
          </dl>
        )}
        <button type="button" className="btn secondary wide" onClick={onChange}>
          {t("change")}
        </button>
        <h2>{t("receipt")}</h2>
        <p className="help">{t("receiptHelp")}</p>
        <p className="hash" data-testid="receipt" ref={shown}>
          {receipt}
        </p>
        <div className="row">
          <button type="button" className="btn secondary small" onClick={() => copy(receipt, shown.current)}>
            {said === "copied" ? t("copied") : t("copy")}
          </button>
          <button type="button" className="btn secondary small" onClick={() => window.print()}>
            {t("print")}
          </button>
        </div>
        <p className="help" role="status">
          {said === "refused" && t("copyRefused")}
        </p>
        <p className="help">{t("keepToYourself")}</p>
        <h2>{t("check")}</h2>
        <p className="help">
          {ofWindow ? tWindow("checkHelp") : t("checkHelp")}{" "}
          <a href={receiptsOf(slug, round)}>{t("checkLink")}</a>
        </p>
        <SaveAnswers of={round} answers={answers} />
        <h2>{t("next")}</h2>
        <dl className="sees">
          {ofWindow
            ? (["close", "hosts", "report"] as const).map((step) => (
                <div key={step}>
                  <dt>{tWindow(`steps.${step}.when`)}</dt>
                  <dd>{tWindow(`steps.${step}.what`)}</dd>
                </div>
              ))
            : (["close", "findings", "rounds"] as const).map((step) => (
                <div key={step}>
                  <dt>{t(`steps.${step}.when`)}</dt>
                  <dd>{t(`steps.${step}.what`)}</dd>
                </div>
              ))}
        </dl>
        <p className="help">{t("sharedHelp")}</p>
        <div>
          <ForgetDevice slug={slug} device={device} what="open" />
        </div>
      </main>
    </>
  );
}
