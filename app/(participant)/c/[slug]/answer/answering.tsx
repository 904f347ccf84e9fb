"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { type ReactNode, useCallback, useEffect, useState } from "react";
import { Deadline } from "@/app/_components/deadline";
import { Masthead } from "@/app/_components/masthead";
import { Refused } from "../../../_protocol/transport";
import { useTrouble } from "../../../_trouble";
import { AnswerSheet } from "./answer-sheet";
import { withdrawalOf } from "./asked";
import { ClosedRound } from "./closed-round";
import type { EarlierItem } from "./earlier-round";
import { ForgetDevice } from "./forget-device";
import { type Situation, situationOn } from "./situation";
import { useLookingAgain } from "./use-standing";
import { WithdrawnRound } from "./withdrawn-round";

type AnsweringProps = {
  readonly slug: string;
  readonly title: string;
  /** Time zone of each round and window, by its id. */
  readonly timeZones: Readonly<Record<string, string>>;
  /** What earlier rounds found on carried items, and the id of the round beside whose items it stands. */
  readonly earlier: { readonly beside: string | null; readonly items: Readonly<Record<string, EarlierItem>> };
  /** The background papers of each round, by its id. */
  readonly background: Readonly<Record<string, ReactNode>>;
  /** Whether its hosts have ended the consultation, so that no further round comes. */
  readonly ended: boolean;
  /** The next round that is planned. */
  readonly next: { readonly id: string; readonly opensAt: string; readonly timeZone: string } | null;
};

/** Leads a participant to what they can do now. From here on no page knows a delegation. */
export function Answering({ slug, title, timeZones, earlier, background, ended, next }: AnsweringProps) {
  const t = useTranslations("participant.answer");
  const tWindow = useTranslations("participantWindow");
  const tClock = useTranslations("clock");
  const trouble = useTrouble();
  const [situation, setSituation] = useState<Situation>({ state: "loading" });
  const [problem, setProblem] = useState<{ readonly error: unknown } | null>(null);

  const look = useCallback(() => {
    setProblem(null);
    situationOn(slug).then(setSituation, (error: unknown) => setProblem({ error }));
  }, [slug]);
  useEffect(look, [look]);
  // Who waits for a round need not load the page anew.
  useLookingAgain(look, { until: situation.state !== "noRoundOpen" });

  const router = useRouter();
  const open =
    situation.state === "open" && situation.round.kind === "round" ? situation.round.roundId : null;
  // A page that was loaded before this round opened knows nothing yet of what stands beside it.
  const unknown = open !== null && open !== earlier.beside;
  useEffect(() => {
    if (unknown) router.refresh();
  }, [unknown, router]);

  // What this device keeps can then never be finished; what the code brings takes its place.
  const enrolledElsewhere = problem?.error instanceof Refused && problem.error.code === "already_enrolled";
  if (situation.state === "open")
    return (
      <AnswerSheet
        key={situation.round.roundId}
        slug={slug}
        answerable={situation}
        timeZone={timeZones[situation.round.roundId] ?? "UTC"}
        earlier={earlier.beside === situation.round.roundId ? earlier.items : {}}
        background={background[situation.round.roundId]}
        onLook={look}
        onClosed={(draft, sent) => setSituation({ ...situation, state: "closed", draft, sent })}
      />
    );
  if (situation.state === "closed") return <ClosedRound slug={slug} answerable={situation} onLook={look} />;
  const withdrawn = situation.state === "withdrawn" ? withdrawalOf(situation.round) : null;
  if (situation.state === "withdrawn")
    return (
      withdrawn && (
        <WithdrawnRound
          slug={slug}
          answerable={situation}
          withdrawn={withdrawn}
          copying={situation.copying}
          timeZone={timeZones[situation.round.roundId] ?? "UTC"}
        />
      )
    );
  const shown = situation.state === "noRoundOpen" && ended ? "ended" : situation.state;
  const notInWindow = situation.state === "noCredential" && situation.kind === "window";
  return (
    <>
      <Masthead>
        <span className="tag done">{t("noName")}</span>
      </Masthead>
      <main className="sheet" id="main">
        <div>
          <p className="eyebrow">{title}</p>
          <h1>{notInWindow ? tWindow("noCredential.title") : t(`states.${shown}.title`)}</h1>
        </div>
        <p className="lede">{notInWindow ? tWindow("noCredential.what") : t(`states.${shown}.what`)}</p>
        {problem !== null && (
          <div className="notice caution" role="alert">
            <p>{trouble(problem.error)}</p>
            <button type="button" className="btn secondary small" onClick={look}>
              {t("again")}
            </button>
          </div>
        )}
        {situation.state === "noRoundOpen" && next !== null && (
          <p>
            {t("opens")} <Deadline at={next.opensAt} timeZone={next.timeZone} over={tClock("openingOver")} />
          </p>
        )}
        {situation.state === "noRoundOpen" && next !== null && background[next.id]}
        {(situation.state === "nothingKept" || enrolledElsewhere) && (
          <p>
            <a className="btn" href={`/c/${slug}/restore`}>
              {t("restore")}
            </a>
          </p>
        )}
        <p>
          <a href={`/c/${slug}`}>{t("consultation")}</a>
        </p>
        {"device" in situation && (
          <div>
            <ForgetDevice slug={slug} device={situation.device} what="closed" />
          </div>
        )}
      </main>
    </>
  );
}
