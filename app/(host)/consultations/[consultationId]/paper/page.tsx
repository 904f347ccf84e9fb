import { getTranslations } from "next-intl/server";
import { forPage, getQueryClient, HydrateClient, trpc } from "@/app/_trpc/server";
import { titleWithin } from "../title";
import { PaperDesk } from "./paper-desk";

export async function generateMetadata({ params }: PageProps<"/consultations/[consultationId]/paper">) {
  const [t, { consultationId }] = await Promise.all([getTranslations("paper"), params]);
  return titleWithin(consultationId, t("title"));
}

/** The versions of the discussion paper, and the rounds that circulate them. */
export default async function PaperPage({ params }: PageProps<"/consultations/[consultationId]/paper">) {
  const { consultationId } = await params;
  const client = getQueryClient();
  await forPage(client.fetchQuery(trpc.consultations.overview.queryOptions({ consultationId })));
  await forPage(client.fetchQuery(trpc.papers.desk.queryOptions({ consultationId })));
  return (
    <HydrateClient>
      <PaperDesk consultationId={consultationId} />
    </HydrateClient>
  );
}
