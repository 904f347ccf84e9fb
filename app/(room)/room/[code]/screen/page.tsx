import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { cache } from "react";
import { registry } from "@/app/_trpc/caller";
import { roomShown } from "@/app/_trpc/room-shown";
import { codeShown, codeTyped } from "@/domain/room/code";
import { RoomScreen } from "./room-screen";

type ScreenPageProps = PageProps<"/room/[code]/screen">;

const shown = cache(async (typed: string) => {
  const code = codeTyped(typed);
  if (code === null) notFound();
  return { code, view: await roomShown(code) };
});

export async function generateMetadata({ params }: ScreenPageProps) {
  const [t, { code, view }] = await Promise.all([getTranslations("roomScreens"), shown((await params).code)]);
  return { title: `${t("screen.title", { code: codeShown(code) })} · ${view.title}` };
}

/** The consultation that this visitor may conduct under this address, if any: of a host who is signed in. */
async function conducted(slug: string): Promise<string | null> {
  const mine = await (await registry()).consultations.list().catch(() => []);
  return mine.find((one) => one.slug === slug && one.role === "host")?.id ?? null;
}

/** The wall of a room. Everybody may look at it; a host who is signed in drives the room from it. */
export default async function ScreenPage({ params }: ScreenPageProps) {
  const { code, view } = await shown((await params).code);
  return <RoomScreen code={code} first={view} conducts={await conducted(view.slug)} />;
}
