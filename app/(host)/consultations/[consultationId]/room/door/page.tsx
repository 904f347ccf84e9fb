import { getTranslations } from "next-intl/server";
import { forPage, getQueryClient, HydrateClient, trpc } from "@/app/_trpc/server";
import { titleWithin } from "../../title";
import { Door } from "./door";

export async function generateMetadata({ params }: PageProps<"/consultations/[consultationId]/room/door">) {
  const [t, { consultationId }] = await Promise.all([getTranslations("roomDoor"), params]);
  return titleWithin(consultationId, t("title"));
}

export default async function DoorPage({ params }: PageProps<"/consultations/[consultationId]/room/door">) {
  const { consultationId } = await params;
  await forPage(getQueryClient().fetchQuery(trpc.panel.seats.queryOptions({ consultationId })));
  return (
    <HydrateClient>
      <Door consultationId={consultationId} />
    </HydrateClient>
  );
}
