import { getTranslations } from "next-intl/server";
import { SimulatedNotice } from "@/app/_components/masthead";
import { forPage, getQueryClient, trpc } from "@/app/_trpc/server";
import { Answering } from "./answering";

export async function generateMetadata() {
  const t = await getTranslations("participant.answer");
  return { title: t("title"), robots: { index: false } };
}

export default async function AnswerPage({ params }: PageProps<"/c/[slug]/answer">) {
  const { slug } = await params;
  const page = await forPage(
    getQueryClient().fetchQuery(trpc.consultations.publicPage.queryOptions({ slug })),
  );
  const timeZones = Object.fromEntries(page.rounds.map(({ id, timeZone }) => [id, timeZone]));
  const next = page.rounds.find(({ stage }) => stage === "draft");
  return (
    <>
      {page.simulated && <SimulatedNotice />}
      <Answering
        slug={slug}
        title={page.title}
        timeZones={timeZones}
        next={next === undefined ? null : { opensAt: next.opensAt, timeZone: next.timeZone }}
      />
    </>
  );
}
