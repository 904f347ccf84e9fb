import { getTranslations } from "next-intl/server";
import { Masthead } from "@/app/_components/masthead";
import { forPage, getQueryClient, trpc } from "@/app/_trpc/server";
import { PATH, stepNumber } from "@/domain/consultation/set-up-draft";
import { SignOut } from "../sign-out";
import { SetUpPath } from "./set-up-path";
import { stepIn } from "./step-in";

type NewConsultationPageProps = PageProps<"/consultations/new">;

export async function generateMetadata({ searchParams }: NewConsultationPageProps) {
  const [t, { step: named }] = await Promise.all([getTranslations("setUpPath"), searchParams]);
  const step = stepIn(named);
  return {
    title: t("pageTitle", {
      step: t("step", { number: stepNumber(step), all: PATH.length }),
      name: t(`steps.${step}`),
    }),
  };
}

export default async function NewConsultationPage() {
  const [t, beginning] = await Promise.all([
    getTranslations("setUpPath"),
    forPage(getQueryClient().fetchQuery(trpc.consultations.beginning.queryOptions())),
  ]);
  const { mission } = beginning;
  return (
    <>
      <Masthead>
        <SignOut />
      </Masthead>
      {mission === null ? (
        <main className="sheet" id="main">
          <h1>{t("title")}</h1>
          <p className="notice caution">{t("noMission")}</p>
        </main>
      ) : (
        <SetUpPath beginning={beginning} mission={mission} timeZones={Intl.supportedValuesOf("timeZone")} />
      )}
    </>
  );
}
