import { getTranslations } from "next-intl/server";
import { registry } from "@/app/_trpc/caller";
import { forPage } from "@/app/_trpc/server";
import { titleWithin } from "../title";
import { ActsTable } from "./acts-table";
import { ChainState } from "./chain-state";
import { Pages } from "./pages";
import { fileOf, isNarrowed, soughtIn } from "./sought";
import { SoughtForm } from "./sought-form";

type LogPageProps = PageProps<"/consultations/[consultationId]/log">;

export async function generateMetadata({ params }: LogPageProps) {
  const [t, { consultationId }] = await Promise.all([getTranslations("log"), params]);
  return titleWithin(consultationId, t("title"));
}

/** What hosts and rapporteurs did, for hosts. It works without script: what it is narrowed to stands in its address. */
export default async function LogPage({ params, searchParams }: LogPageProps) {
  const { consultationId } = await params;
  const sought = soughtIn(await searchParams);
  const [t, tMore, caller] = await Promise.all([
    getTranslations("log"),
    getTranslations("logNarrowed"),
    registry(),
  ]);
  const log = await forPage(caller.acts.page({ consultationId, ...sought }));
  const base = `/consultations/${consultationId}/log`;
  return (
    <main className="desk stack-lg log" id="main">
      <div className="desk-head">
        <div>
          <h1>{t("title")}</h1>
          <p>{t("lede")}</p>
          <p>{t("never")}</p>
        </div>
        <div className="acts">
          <a className="btn secondary" href={`${base}/csv`} download>
            {t("download")}
          </a>
        </div>
      </div>
      <ChainState chain={log.chain} />
      <section className="panel" aria-labelledby="acts">
        <h2 id="acts">{t("entries")}</h2>
        <SoughtForm base={base} sought={sought} choices={log.choices} />
        <div className="row between">
          <p className="fine">{t("shown", { count: log.entries.length, total: log.total })}</p>
          {isNarrowed(sought) && log.total > 0 && (
            <a className="btn quiet small" href={fileOf(base, sought)} download>
              {tMore("file", { total: log.total })}
            </a>
          )}
        </div>
        {log.entries.length === 0 ? (
          <p className="help">{t("nothing")}</p>
        ) : (
          <ActsTable entries={log.entries} timeZone={log.timeZone} />
        )}
        <Pages base={base} sought={sought} page={log.page} pages={log.pages} />
      </section>
    </main>
  );
}
