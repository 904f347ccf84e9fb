import { useTranslations } from "next-intl";
import type { RoomView } from "@/domain/room/view";

/** After the session: where what was found will stand. */
export function EndedPart({ view }: { readonly view: RoomView }) {
  const t = useTranslations("roomScreens.screen");
  return (
    <>
      <p className="eyebrow">{view.title}</p>
      <h1>{t("ended")}</h1>
      <p className="room-lede">{t(view.provisional ? "endedUnsigned" : "endedSigned")}</p>
    </>
  );
}
