import { getTranslations } from "next-intl/server";
import { RoomCodeForm } from "./room-code-form";

export async function generateMetadata() {
  const t = await getTranslations("roomJoin");
  return { title: t("title"), robots: { index: false } };
}

export default function RoomPage() {
  return <RoomCodeForm />;
}
