import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { Masthead } from "@/app/_components/masthead";
import { forPage, getQueryClient, trpc } from "@/app/_trpc/server";
import { maySetUp } from "@/domain/consultation/access";
import { registryContext } from "@/server/trpc/context";
import { Observed } from "./observed";
import { SignOut } from "./sign-out";

export async function generateMetadata() {
  const t = await getTranslations("consultations");
  return { title: t("title") };
}

export default async function ConsultationsPage({ searchParams }: PageProps<"/consultations">) {
  const client = getQueryClient();
  const [t, tDeletion, status, { deleted }, list, observed, { actor }] = await Promise.all([
    getTranslations("consultations"),
    getTranslations("deletion"),
    getTranslations("status"),
    searchParams,
    forPage(client.fetchQuery(trpc.consultations.list.queryOptions())),
    forPage(client.fetchQuery(trpc.people.observed.queryOptions())),
    registryContext(),
  ]);
  const workedOn = list.filter(({ role }) => role !== "observer");
  return (
    <>
      <Masthead>
        <SignOut />
      </Masthead>
      <main className="sheet" id="main">
        <h1>{t("title")}</h1>
        {deleted !== undefined && (
          <p className="notice settled" role="status">
            {tDeletion("done")}
          </p>
        )}
        {list.length === 0 && <p className="lede">{t("none")}</p>}
        <ul className="stack">
          {workedOn.map((consultation) => (
            <li className="panel" key={consultation.id}>
              <h2>
                <Link href={`/consultations/${consultation.id}`}>{consultation.title}</Link>
              </h2>
              <p className="help">{consultation.subject}</p>
              <p>
                <span className="tag">{t(`roles.${consultation.role ?? "observer"}`)}</span>
              </p>
            </li>
          ))}
          {observed.map((consultation) => (
            <Observed key={consultation.id} consultation={consultation} />
          ))}
        </ul>
        {maySetUp(actor) && (
          <p>
            <Link className="btn" href="/consultations/new">
              {t("setUp")}
            </Link>
          </p>
        )}
        {actor?.missionId != null && (
          <p>
            <Link href="/status">{status("title")}</Link>
          </p>
        )}
      </main>
    </>
  );
}
