import { forPage, getQueryClient, HydrateClient, trpc } from "@/app/_trpc/server";
import { Overview } from "./overview";

export default async function OverviewPage({ params }: PageProps<"/consultations/[consultationId]">) {
  const { consultationId } = await params;
  await forPage(getQueryClient().fetchQuery(trpc.consultations.overview.queryOptions({ consultationId })));
  return (
    <HydrateClient>
      <Overview consultationId={consultationId} />
    </HydrateClient>
  );
}
