import Link from "next/link";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { Deadline } from "@/app/_components/deadline";
import { Moment } from "@/app/_components/moment";
import { forPage, getQueryClient, trpc } from "@/app/_trpc/server";
import { countsOf } from "@/domain/disclosure/participation";
import { titleWithin } from "../../title";
import { ReplyForm } from "./reply-form";

type WindowPageProps = PageProps<"/consultations/[consultationId]/windows/[number]">;

export async function generateMetadata({ params }: WindowPageProps) {
  const [t, { consultationId, number }] = await Promise.all([getTranslations("windows"), params]);
  return titleWithin(consultationId, t("window", { number: Number(number) }));
}

/** One window at the desk: what was circulated, how many responded, and what the co-hosts reply. */
export default async function WindowPage({ params }: WindowPageProps) {
  const { consultationId, number } = await params;
  const t = await getTranslations("windows");
  const { windows, slug } = await forPage(
    getQueryClient().fetchQuery(trpc.consultations.overview.queryOptions({ consultationId })),
  );
  const window = windows.find((opened) => String(opened.number) === number && opened.stage !== "opening");
  if (window === undefined) notFound();
  const { roundId, opensAt, closesAt, closedAt, timeZone, participation, reply, replyVersion } = window;
  return (
    <main className="desk stack-lg" id="main">
      <div className="desk-head">
        <div>
          <h1>{t("window", { number: window.number })}</h1>
          <p>{t("what")}</p>
        </div>
        <div className="acts">
          <Link className="btn secondary small" href={`/c/${slug}/windows/${window.number}`} prefetch={false}>
            {t("circulated")}
          </Link>
        </div>
      </div>
      <section className="panel stack" aria-labelledby="participation">
        <h2 id="participation">{t("participation")}</h2>
        <dl className="facts">
          <div>
            <dt>{t("opened")}</dt>
            <dd>
              <Moment at={opensAt} timeZone={timeZone} />
            </dd>
          </div>
          <div>
            <dt>{t(closedAt === null ? "closes" : "closed")}</dt>
            <dd>
              {closedAt === null ? (
                <Deadline at={closesAt} timeZone={timeZone} />
              ) : (
                <Moment at={closedAt} timeZone={timeZone} />
              )}
            </dd>
          </div>
        </dl>
        <p>{participation === null ? t("noCounts") : t("received", countsOf(participation))}</p>
        {participation !== null && participation.received > 0 && (
          <p>
            <Link
              className="btn secondary small"
              href={`/consultations/${consultationId}/rounds/${roundId}/themes`}
              prefetch={false}
            >
              {t("themes")}
            </Link>
          </p>
        )}
      </section>
      {participation === null ? (
        <p className="withheld">{t("replyLater")}</p>
      ) : (
        <ReplyForm
          consultationId={consultationId}
          number={window.number}
          reply={reply}
          version={replyVersion}
        />
      )}
    </main>
  );
}
