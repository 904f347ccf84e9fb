import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { Masthead } from "@/app/_components/masthead";
import { forPage, getQueryClient, HydrateClient, trpc } from "@/app/_trpc/server";
import { sessionOfRequest } from "@/server/auth/actor";
import { Sessions } from "./sessions";

export async function generateMetadata() {
  const t = await getTranslations("sessions");
  return { title: t("title") };
}

/** The sessions of whoever is signed in. */
export default async function SessionsPage() {
  const [t, here] = await Promise.all([
    getTranslations("sessions"),
    sessionOfRequest(),
    forPage(getQueryClient().fetchQuery(trpc.sessions.mine.queryOptions())),
  ]);
  return (
    <>
      <Masthead>
        <Link className="btn quiet small" href="/consultations">
          {t("back")}
        </Link>
      </Masthead>
      <main className="sheet" id="main">
        <h1>{t("title")}</h1>
        <p className="lede">{t("lede")}</p>
        <HydrateClient>
          <Sessions here={here} />
        </HydrateClient>
      </main>
    </>
  );
}
