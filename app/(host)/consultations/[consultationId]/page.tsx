import { forPage, getQueryClient, HydrateClient, trpc } from "@/app/_trpc/server";
import { Overview } from "./overview";
import { titleWithin } from "./title";

type OverviewPageProps = PageProps<"/consultations/[consultationId]">;

export async function generateMetadata({ params }: OverviewPageProps) {
  return titleWithin((await params).consultationId);
}

export default async function OverviewPage({ params }: OverviewPageProps) {
  const { consultationId } = await params;
  await forPage(getQueryClient().fetchQuery(trpc.consultations.overview.queryOptions({ consultationId })));
  return (
    <HydrateClient>
      <Overview consultationId={consultationId} />
    </HydrateClient>
  );
}
