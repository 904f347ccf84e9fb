import { getTranslations } from "next-intl/server";
import { forPage, getQueryClient, HydrateClient, trpc } from "@/app/_trpc/server";
import { titleWithin } from "../title";
import { RoomDesk } from "./room-desk";

type RoomPageProps = PageProps<"/consultations/[consultationId]/room">;

export async function generateMetadata({ params }: RoomPageProps) {
  const [t, { consultationId }] = await Promise.all([getTranslations("roomScreens.console"), params]);
  return titleWithin(consultationId, t("title"));
}

/** The console of a session in the room, for hosts at the table or with a phone in hand. */
export default async function RoomPage({ params }: RoomPageProps) {
  const { consultationId } = await params;
  const consultation = await forPage(
    getQueryClient().fetchQuery(trpc.consultations.overview.queryOptions({ consultationId })),
  );
  await forPage(getQueryClient().fetchQuery(trpc.room.console.queryOptions({ consultationId })));
  return (
    <HydrateClient>
      <RoomDesk consultationId={consultationId} mayConduct={consultation.mine.conduct} />
    </HydrateClient>
  );
}
