"use client";

import { useSuspenseQuery } from "@tanstack/react-query";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { useTRPC } from "@/app/_trpc/client";
import { EndConsultation } from "./end-consultation";
import { NextRound } from "./next-round";
import { OpenRound } from "./open-round";
import { RoundTimeline } from "./round-timeline";
import { WindowsSection } from "./windows-section";
import { WithdrawnRounds } from "./withdrawn-rounds";

type OverviewProps = { readonly consultationId: string };

/** How often it is asked anew, in milliseconds. */
const EVERY = 30_000;

export function Overview({ consultationId }: OverviewProps) {
  const t = useTranslations("overview");
  const trpc = useTRPC();
  const { data } = useSuspenseQuery({
    ...trpc.consultations.overview.queryOptions({ consultationId }),
    // The clock opens and closes rounds while the page is looked at.
    refetchInterval: EVERY,
  });
  const { panel, coHosts, people, fingerprint } = data;
  const underWay = data.rounds.filter(
    ({ stage }) => stage === "opening" || stage === "open" || stage === "closing",
  );
  return (
    <main className="desk stack-lg" id="main">
      <div className="desk-head">
        <div>
          <h1>{data.title}</h1>
          <p>{t("hosted", { hosts: coHosts.join("; "), seats: panel.seats })}</p>
        </div>
        <div className="acts">
          <Link className="btn secondary small" href={`/c/${data.slug}`}>
            {t("publicPage")}
          </Link>
        </div>
      </div>
      <RoundTimeline consultationId={consultationId} slug={data.slug} rounds={data.rounds} />
      <div className="cols cols-main-side">
        <div className="stack-lg">
          {underWay.map((round) => (
            <OpenRound
              key={round.id}
              consultationId={consultationId}
              round={round}
              mayConduct={data.mine.conduct}
              clock={data.clock}
            />
          ))}
          <WithdrawnRounds withdrawn={data.withdrawn} />
          {data.next !== undefined && (
            <NextRound
              key={data.next.id}
              consultationId={consultationId}
              round={data.next}
              enrolmentOpen={data.enrolmentOpen}
              clock={data.clock}
              mayConduct={data.mine.conduct}
            />
          )}
          <WindowsSection
            consultationId={consultationId}
            windows={data.windows}
            next={data.nextWindow}
            mayConduct={data.mine.conduct}
          />
          {data.ended && <p className="notice settled">{t("ended")}</p>}
          {data.mayEnd && !data.ended && data.mine.conduct && (
            <EndConsultation consultationId={consultationId} />
          )}
        </div>
        <aside className="stack">
          <section className="panel" aria-labelledby="enrolment">
            <h2 id="enrolment">{t("enrolment")}</h2>
            <svg className="meter" role="img" aria-label={t("enrolledShort", panel)}>
              <rect className="bg" width="100%" height="100%" rx="4" />
              <rect
                className="fg"
                width={panel.seats === 0 ? "0" : `${(100 * panel.enrolled) / panel.seats}%`}
                height="100%"
                rx="4"
              />
            </svg>
            <p className="help">{t("enrolled", panel)}</p>
            <Link className="btn secondary small wide" href={`/consultations/${consultationId}/seats`}>
              {t("seeSeats")}
            </Link>
          </section>
          <section className="panel" aria-labelledby="people">
            <h2 id="people">{t("inCharge")}</h2>
            <ul className="signoffs">
              {people.map((person) => (
                <li key={person.id}>
                  <span className="m">{person.name ?? person.email}</span>
                  <span>{t(`roles.${person.role}`)}</span>
                </li>
              ))}
            </ul>
          </section>
          {fingerprint !== null && (
            <section className="panel" aria-labelledby="fingerprint">
              <h2 id="fingerprint">{t("fingerprint")}</h2>
              <p className="mono">{fingerprint.join(" ")}</p>
              <p className="help">{t("fingerprintHelp")}</p>
            </section>
          )}
        </aside>
      </div>
    </main>
  );
}
