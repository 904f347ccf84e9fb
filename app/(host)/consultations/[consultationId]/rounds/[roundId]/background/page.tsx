import { getTranslations } from "next-intl/server";
import { forPage, getQueryClient, HydrateClient, trpc } from "@/app/_trpc/server";
import { titleWithin } from "../../../title";
import { BackgroundDesk } from "./background-desk";

type BackgroundPageProps = PageProps<"/consultations/[consultationId]/rounds/[roundId]/background">;

export async function generateMetadata({ params }: BackgroundPageProps) {
  const [t, { consultationId }] = await Promise.all([getTranslations("backgroundDesk"), params]);
  return titleWithin(consultationId, t("tab"));
}

/** The background papers of a round, as its hosts send and arrange them. */
export default async function BackgroundPage({ params }: BackgroundPageProps) {
  const { consultationId, roundId } = await params;
  const client = getQueryClient();
  await forPage(client.fetchQuery(trpc.backgroundPapers.desk.queryOptions({ consultationId, roundId })));
  return (
    <HydrateClient>
      <BackgroundDesk key={roundId} consultationId={consultationId} roundId={roundId} />
    </HydrateClient>
  );
}
