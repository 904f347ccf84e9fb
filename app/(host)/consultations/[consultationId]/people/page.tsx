import { getTranslations } from "next-intl/server";
import { forPage, getQueryClient, HydrateClient, trpc } from "@/app/_trpc/server";
import { titleWithin } from "../title";
import { People } from "./people";

export async function generateMetadata({ params }: PageProps<"/consultations/[consultationId]/people">) {
  const [t, { consultationId }] = await Promise.all([getTranslations("people"), params]);
  return titleWithin(consultationId, t("title"));
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
