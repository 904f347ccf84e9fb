import { getTranslations } from "next-intl/server";
import { forPage, getQueryClient, HydrateClient, trpc } from "@/app/_trpc/server";
import { titleWithin } from "../title";
import { Seats } from "./seats";

export async function generateMetadata({ params }: PageProps<"/consultations/[consultationId]/seats">) {
  const [t, { consultationId }] = await Promise.all([getTranslations("seats"), params]);
  return titleWithin(consultationId, t("title"));
}

export default async function SeatsPage({ params }: PageProps<"/consultations/[consultationId]/seats">) {
  const { consultationId } = await params;
  const client = getQueryClient();
  await forPage(
    Promise.all([
      client.fetchQuery(trpc.panel.seats.queryOptions({ consultationId })),
      client.fetchQuery(trpc.replacements.list.queryOptions({ consultationId })),
    ]),
  );
  return (
    <HydrateClient>
      <Seats consultationId={consultationId} />
    </HydrateClient>
  );
}
