import type { Metadata } from "next";
import Link from "next/link";
import { notFound } from "next/navigation";
import { getFormatter, getLocale, getTranslations } from "next-intl/server";
import { cache } from "react";
import { AgendaSections, figuresOf } from "@/app/_components/figures/agenda-sections";
import { Glance } from "@/app/_components/figures/glance";
import { GroupsSection } from "@/app/_components/figures/groups-section";
import { MovementSection } from "@/app/_components/figures/movement-section";
import { PhrasesSection } from "@/app/_components/figures/phrases-section";
import { ParticipationSection, WithheldSection } from "@/app/_components/figures/withheld-section";
import { SimulatedNotice } from "@/app/_components/masthead";
import { registry } from "@/app/_trpc/caller";
import { forPage } from "@/app/_trpc/server";
import { dateWords } from "@/domain/consultation/moment";
import { worded } from "@/domain/report/wording";
import { OnThisPage } from "./on-this-page";
import { RoundTabs } from "./round-tabs";

type RoundPageProps = PageProps<"/c/[slug]/rounds/[number]">;

const published = cache(async (slug: string, number: number) => {
  if (!Number.isSafeInteger(number) || number < 1) notFound();
  return forPage((await registry()).publication.ofRound({ slug, number }));
});

export async function generateMetadata({ params }: RoundPageProps): Promise<Metadata> {
  const { slug, number } = await params;
  const [t, { title }] = await Promise.all([
    getTranslations("roundFindings"),
    published(slug, Number(number)),
  ]);
  return { title: `${t("title", { number: Number(number) })} · ${title}` };
}

export default async function RoundPage({ params }: RoundPageProps) {
  const { slug, number } = await params;
  const [t, tAll, locale, format, shown] = await Promise.all([
    getTranslations("roundFindings"),
    getTranslations(),
    getLocale(),
    getFormatter(),
    published(slug, Number(number)),
  ]);
  const { title, simulated, coHosts, rounds, round, movements } = shown;
  const { questionnaire, findings, chosen, release, timeZone, publishedAt } = round;
  const closed = worded({ instant: round.closedAt, timeZone }, { translate: tAll.markup, locale });
  const { received, invited } = release.participation;
  return (
    <>
      {simulated && <SimulatedNotice />}
      <RoundTabs slug={slug} rounds={rounds} current={round.number} />
      <div className="reader">
        <div className="reader-grid">
          <OnThisPage questionnaire={questionnaire} moved={movements.length > 0} />
          <main className="reader-main" id="main">
            <section className="reader-head">
              <p className="eyebrow">{title}</p>
              <h1>{t("title", { number: round.number })}</h1>
              <p className="lede">
                {t("lede", { level: round.level, closed, received, invited })}{" "}
                {publishedAt !== null &&
                  t("published", {
                    published: dateWords(publishedAt, timeZone, locale),
                    coHosts: format.list(coHosts),
                  })}
              </p>
              <Glance findings={findings} chosen={chosen} />
              <p className="help">
                {t("phrases")} <a href="#phrases">{t("phrasesLink")}</a>
              </p>
            </section>
            <AgendaSections
              questionnaire={questionnaire}
              findings={findings}
              chosen={chosen}
              movements={movements}
            />
            <MovementSection
              movements={movements}
              now={round.number}
              figuresBefore={figuresOf(questionnaire, findings).length}
            />
            <GroupsSection
              questionnaire={questionnaire}
              release={release}
              figuresBefore={figuresOf(questionnaire, findings).length + movements.length}
            />
            <ParticipationSection participation={release.participation}>
              <p>
                <Link href={`/c/${slug}/rounds/${round.number}/receipts`} prefetch={false}>
                  {t("receipts")}
                </Link>
              </p>
            </ParticipationSection>
            <WithheldSection round={round} />
            <PhrasesSection findings={findings} moved={movements.length > 0} />
          </main>
        </div>
      </div>
    </>
  );
}
