import { useLocale, useTranslations } from "next-intl";
import { momentParts } from "@/domain/consultation/moment";
import type { RoomView } from "@/domain/room/view";

/** After the session: how long its round stays open where it is, and where what was found will stand. */
export function EndedPart({ view }: { readonly view: RoomView }) {
  const t = useTranslations("roomScreens.screen");
  const locale = useLocale();
  const { title, round, provisional } = view;
  const { weekday, date, hour, city } = momentParts(round.closesAt, round.timeZone, locale);
  return (
    <>
      <p className="eyebrow">{title}</p>
      <h1>{t("ended")}</h1>
      {round.stage === "open" && <p className="room-lede">{t("endedOpen", { weekday, date, hour, city })}</p>}
      <p className="room-lede">
        {t(round.stage !== "closed" ? "endedBefore" : provisional ? "endedUnsigned" : "endedSigned")}
      </p>
    </>
  );
}
