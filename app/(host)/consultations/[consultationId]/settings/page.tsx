import { getTranslations } from "next-intl/server";
import { forPage, getQueryClient, HydrateClient, trpc } from "@/app/_trpc/server";
import { titleWithin } from "../title";
import { Settings } from "./settings";

export async function generateMetadata({ params }: PageProps<"/consultations/[consultationId]/settings">) {
  const [t, { consultationId }] = await Promise.all([getTranslations("settings"), params]);
  return titleWithin(consultationId, t("title"));
}

export default async function SettingsPage({
  params,
}: PageProps<"/consultations/[consultationId]/settings">) {
  const { consultationId } = await params;
  await forPage(getQueryClient().fetchQuery(trpc.consultations.overview.queryOptions({ consultationId })));
  return (
    <HydrateClient>
      <Settings consultationId={consultationId} timeZones={Intl.supportedValuesOf("timeZone")} />
    </HydrateClient>
  );
}
