"use client";

import { useTranslations } from "next-intl";
import { type ReactNode, type RefCallback, useEffect, useRef } from "react";
import { givenOf } from "@/app/_components/answer-fields/answered";
import { Masthead } from "@/app/_components/masthead";
import { canonicalJson } from "@/domain/anonymity/encoding";
import { useCopy } from "../../../_copying";
import type { SentResponse } from "../../../_protocol/device";
import { receiptsOf } from "./asked";
import { ForgetDevice } from "./forget-device";
import type { AnswerableRound } from "./situation";
import { useStanding } from "./use-standing";
import { asItReads, WrittenAnswers } from "./written-answers";

type ClosedRoundProps = {
  readonly slug: string;
  readonly answerable: AnswerableRound;
  /** Leads on where the round turns out to be extended. */
  /** What the room tells of the state of its round; empty where there is none. */
  readonly told: string;
  readonly onLook: () => void;
  /** Takes the focus where the page appears in the place of a sheet. */
  readonly heading?: RefCallback<HTMLHeadingElement> | undefined;
  /** What a session in the room is shown of it. */
  readonly children?: ReactNode;
};

/** What is known here of whether the answers were taken. */
function outcomeOf(sent: SentResponse | null, asSent: boolean) {
  if (sent === null) return "notTaken";
  if (sent.receipt === null) return "unknown";
  return asSent ? "taken" : "earlierTaken";
}

/** The round or window has closed. What was written here and not sent can still be copied. */
export function ClosedRound({ slug, answerable, told, onLook, heading, children }: ClosedRoundProps) {
  const t = useTranslations("participant.closed");
  const tWindow = useTranslations("participantWindow");
  const { copy, said } = useCopy();
  const written = useRef<HTMLDivElement>(null);
  const { device, questionnaire, draft, sent, round } = answerable;
  const standing = useStanding(slug, round, { over: true, told });
  const extended = standing.closedAt === null && standing.closesAt !== round.closesAt;
  useEffect(() => {
    if (extended) onLook();
  }, [extended, onLook]);
  const asSent = sent !== null && canonicalJson(sent.answers) === canonicalJson(givenOf(draft));

  return (
    <>
      <Masthead>
        <span className="tag done">{t("noName")}</span>
      </Masthead>
      <main className="sheet" id="main">
        <h1 ref={heading} tabIndex={-1}>
          {round.kind === "window"
            ? tWindow("closed", { number: round.number })
            : t("title", { number: round.number })}
        </h1>
        <p className="lede" role="status">
          {t(outcomeOf(sent, asSent))}
        </p>
        {round.kind === "round" && standing.closedAt === null && (
          <div className="notice caution" role="status">
            <p>{t("undecided")}</p>
            <button type="button" className="btn secondary small" onClick={onLook}>
              {t("lookAgain")}
            </button>
          </div>
        )}
        {children}
        {sent?.receipt != null && <p className="hash">{sent.receipt}</p>}
        <div className="row">
          <button
            type="button"
            className="btn secondary"
            onClick={() => copy(asItReads(written.current), written.current)}
          >
            {said === "copied" ? t("copied") : t("copy")}
          </button>
          {sent !== null && (
            <a className="btn secondary" href={receiptsOf(slug, round)}>
              {t("check")}
            </a>
          )}
          <a className="btn quiet" href={`/c/${slug}`}>
            {t("consultation")}
          </a>
        </div>
        <p className="help" role="status">
          {said === "refused" && t("copyRefused")}
        </p>
        <WrittenAnswers questionnaire={questionnaire} answers={draft} written={written} />
        <div>
          <ForgetDevice slug={slug} device={device} what="closed" />
        </div>
      </main>
    </>
  );
}
