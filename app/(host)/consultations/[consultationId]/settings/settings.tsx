"use client";

import { useSuspenseQuery } from "@tanstack/react-query";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { Deadline } from "@/app/_components/deadline";
import { Moment } from "@/app/_components/moment";
import { useTRPC } from "@/app/_trpc/client";
import { AddRound } from "./add-round";
import { DeleteConsultation } from "./delete-consultation";
import { ExtensionForm } from "./extension-form";
import { ParticularsForm } from "./particulars-form";
import { RoundForm } from "./round-form";

type SettingsProps = { readonly consultationId: string; readonly timeZones: readonly string[] };

/** What was filled in at set-up, to be changed: the particulars, and the rounds that are still in draft. */
export function Settings({ consultationId, timeZones }: SettingsProps) {
  const t = useTranslations("settings");
  const tLevels = useTranslations("plan.levels");
  const trpc = useTRPC();
  const { data } = useSuspenseQuery(trpc.consultations.overview.queryOptions({ consultationId }));
  const timed = data.rounds.map(({ number, opensAt, closesAt }) => ({
    number,
    opensAt: new Date(opensAt),
    closesAt: new Date(closesAt),
  }));
  return (
    <main className="desk stack-lg" id="main">
      <div className="desk-head">
        <div>
          <h1>{t("title")}</h1>
          <p>{data.mine.prepare ? t("lede") : t("hostsOnly")}</p>
          <p>{t.rich("public", { link: (name) => <Link href={`/c/${data.slug}`}>{name}</Link> })}</p>
        </div>
      </div>
      {data.mine.prepare && (
        <ParticularsForm
          consultationId={consultationId}
          particulars={data}
          enrolmentOpen={data.enrolmentOpen}
        />
      )}
      {data.mine.prepare && (
        <ExtensionForm
          consultationId={consultationId}
          hours={data.clock.extensionHours}
          fixed={data.clock.extensionFixed}
        />
      )}
      <h2 id="rounds">{t("rounds")}</h2>
      {data.rounds.map((round) =>
        round.stage === "draft" && data.mine.prepare ? (
          <RoundForm
            key={round.id}
            consultationId={consultationId}
            round={round}
            all={timed}
            timeZones={timeZones}
            removable={!data.enrolmentOpen}
          />
        ) : (
          <section className="panel" key={round.id} aria-labelledby={`round-${round.number}`}>
            <h3 id={`round-${round.number}`}>{t("round", { number: round.number })}</h3>
            <p className="help">{tLevels(round.level)}</p>
            <p className="help">
              {t("opensAt")} <Moment at={round.opensAt} timeZone={round.timeZone} />
            </p>
            <p className="help">
              {t("closesAt")} <Deadline at={round.closesAt} timeZone={round.timeZone} />
            </p>
          </section>
        ),
      )}
      {data.mine.prepare && (
        <AddRound
          key={data.rounds.length}
          all={timed}
          consultationId={consultationId}
          timeZone={data.rounds.at(-1)?.timeZone ?? "America/New_York"}
          timeZones={timeZones}
        />
      )}
      {data.mine.prepare && !data.enrolmentOpen && (
        <DeleteConsultation consultationId={consultationId} title={data.title} />
      )}
    </main>
  );
}
