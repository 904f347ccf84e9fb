import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { cache } from "react";
import { Masthead, SimulatedNotice } from "@/app/_components/masthead";
import { PaperChanges } from "@/app/_components/paper/paper-changes";
import { PaperText } from "@/app/_components/paper/paper-text";
import { registry } from "@/app/_trpc/caller";
import { forPage } from "@/app/_trpc/server";
import { changesBetween } from "@/domain/paper/changes";

type PaperPageProps = PageProps<"/c/[slug]/paper/[number]">;

const circulated = cache(async (slug: string, number: number) => {
  if (!Number.isSafeInteger(number) || number < 1) notFound();
  return forPage((await registry()).papers.ofNumber({ slug, number }));
});

export async function generateMetadata({ params }: PaperPageProps): Promise<Metadata> {
  const { slug, number } = await params;
  const [t, { consultation }] = await Promise.all([
    getTranslations("paper.reader"),
    circulated(slug, Number(number)),
  ]);
  return { title: `${t("title", { number: Number(number) })} · ${consultation}` };
}

/** A version of the discussion paper, the same for everybody: to be read and printed, with its changes where they are asked for. */
export default async function PaperPage({ params, searchParams }: PaperPageProps) {
  const [{ slug, number }, { changes }] = await Promise.all([params, searchParams]);
  const [t, shown] = await Promise.all([getTranslations("paper"), circulated(slug, Number(number))]);
  const { consultation, simulated, paper, before, versions } = shown;
  const address = `/c/${slug}/paper/${paper.number}`;
  const compared = before !== null && changes !== undefined;
  const rounds = versions.find((version) => version.number === paper.number)?.rounds ?? [];
  const others = versions.filter((version) => version.number !== paper.number);
  return (
    <>
      {simulated && <SimulatedNotice />}
      <Masthead />
      <main className="sheet" id="main">
        <div>
          <p className="eyebrow">{consultation}</p>
          <h1>{paper.title}</h1>
        </div>
        <p className="help">
          {t("reader.title", { number: paper.number })}.{" "}
          {t("reader.circulated", { count: rounds.length, rounds: rounds.join(", ") })}.
        </p>
        {before !== null && (
          <p className="noprint">
            <a className="btn secondary small" href={compared ? address : `${address}?changes`}>
              {compared
                ? t("hideChanges", { number: paper.number })
                : t("showChanges", { number: before.number })}
            </a>
          </p>
        )}
        {compared ? (
          <PaperChanges changes={changesBetween(before, paper)} />
        ) : (
          <PaperText blocks={paper.blocks} />
        )}
        <nav className="row noprint" aria-label={t("reader.others")}>
          {others.map((version) => (
            <a key={version.number} className="btn quiet small" href={`/c/${slug}/paper/${version.number}`}>
              {t("version", { number: version.number })}
            </a>
          ))}
          <a className="btn quiet small" href={`/c/${slug}`}>
            {t("reader.toConsultation")}
          </a>
        </nav>
      </main>
    </>
  );
}
