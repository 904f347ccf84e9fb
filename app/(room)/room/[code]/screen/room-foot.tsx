import { useTranslations } from "next-intl";
import type { RoomView } from "@/domain/room/view";

/** How many seats have enrolled, and the rule of the room. Never how many have answered. */
export function RoomFoot({ view }: { readonly view: RoomView }) {
  const t = useTranslations("roomScreens.screen");
  const { enrolled, invited } = view.seats;
  return (
    <div className="room-foot">
      <div>
        <p>
          {t.rich("enrolled", { enrolled, invited, big: (count) => <span className="big">{count}</span> })}
        </p>
        <svg className="meter" role="img" aria-label={t("enrolledShort", { enrolled, invited })}>
          <rect className="bg" width="100%" height="100%" rx="4" />
          <rect
            className="fg"
            width={invited === 0 ? "0" : `${(100 * enrolled) / invited}%`}
            height="100%"
            rx="4"
          />
        </svg>
        <p>{t("whoAnswered")}</p>
      </div>
      <div>
        <p>
          <strong>{t("rule")}</strong> {t(`seen.${view.round.stage}`)}
        </p>
      </div>
    </div>
  );
}
