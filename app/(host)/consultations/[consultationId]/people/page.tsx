import { getTranslations } from "next-intl/server";
import { forPage, getQueryClient, HydrateClient, trpc } from "@/app/_trpc/server";
import { People } from "./people";

export async function generateMetadata() {
  const t = await getTranslations("people");
  return { title: t("title") };
}

export default async function PeoplePage({ params }: PageProps<"/consultations/[consultationId]/people">) {
  const { consultationId } = await params;
  await forPage(getQueryClient().fetchQuery(trpc.consultations.overview.queryOptions({ consultationId })));
  return (
    <HydrateClient>
      <People consultationId={consultationId} />
    </HydrateClient>
  );
}
