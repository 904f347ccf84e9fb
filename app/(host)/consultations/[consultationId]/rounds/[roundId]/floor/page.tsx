import { getTranslations } from "next-intl/server";
import { forPage, getQueryClient, HydrateClient, trpc } from "@/app/_trpc/server";
import { titleWithin } from "../../../title";
import { FloorDesk } from "./floor-desk";

type FloorPageProps = PageProps<"/consultations/[consultationId]/rounds/[roundId]/floor">;

export async function generateMetadata({ params }: FloorPageProps) {
  const [t, { consultationId }] = await Promise.all([getTranslations("shell"), params]);
  return titleWithin(consultationId, t("floor"));
}

export default async function FloorPage({ params }: FloorPageProps) {
  const { consultationId, roundId } = await params;
  const queryClient = getQueryClient();
  await forPage(
    Promise.all([
      queryClient.fetchQuery(trpc.consultations.overview.queryOptions({ consultationId })),
      queryClient.fetchQuery(trpc.floor.notes.queryOptions({ consultationId, roundId })),
    ]),
  );
  return (
    <HydrateClient>
      <FloorDesk consultationId={consultationId} roundId={roundId} />
    </HydrateClient>
  );
}
