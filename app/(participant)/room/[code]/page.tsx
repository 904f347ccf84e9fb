import { getTranslations } from "next-intl/server";
import { codeTyped } from "@/domain/room/code";
import { TakeOn } from "./take-on";

export async function generateMetadata() {
  const t = await getTranslations("roomJoin");
  return { title: t("title"), robots: { index: false } };
}

export default async function RoomCodePage({ params }: PageProps<"/room/[code]">) {
  const { code } = await params;
  return <TakeOn code={codeTyped(decodeURIComponent(code))} />;
}
