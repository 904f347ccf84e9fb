import { getTranslations } from "next-intl/server";
import { Masthead } from "@/app/_components/masthead";
import { forPage, getQueryClient, trpc } from "@/app/_trpc/server";
import { SetUpForm } from "./set-up-form";

export async function generateMetadata() {
  const t = await getTranslations("setUp");
  return { title: t("title") };
}

export default async function NewConsultationPage() {
  const t = await getTranslations("setUp");
  await forPage(getQueryClient().fetchQuery(trpc.consultations.list.queryOptions()));
  return (
    <>
      <Masthead />
      <main className="sheet" id="main">
        <h1>{t("title")}</h1>
        <p className="lede">{t("lede")}</p>
        <SetUpForm timeZones={Intl.supportedValuesOf("timeZone")} />
      </main>
    </>
  );
}
