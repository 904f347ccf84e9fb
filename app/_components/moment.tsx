import { useFormatter, useTranslations } from "next-intl";

type MomentProps = { readonly at: string; readonly timeZone: string };

/** A moment as a diplomat reads it: weekday, date and hour where it counts, the offset, and the same in UTC. */
export function Moment({ at, timeZone }: MomentProps) {
  const t = useTranslations("moment");
  const format = useFormatter();
  const date = new Date(at);
  const day = { weekday: "long", day: "numeric", month: "long", year: "numeric" } as const;
  const hour = { hour: "2-digit", minute: "2-digit", hourCycle: "h23" } as const;
  return (
    <time dateTime={at}>
      {t("local", {
        day: format.dateTime(date, { ...day, timeZone }),
        hour: format.dateTime(date, { ...hour, timeZone }),
        city: cityOf(timeZone),
        offset: offsetOf(date, timeZone),
      })}{" "}
      <span className="nb">{t("utc", { hour: format.dateTime(date, { ...hour, timeZone: "UTC" }) })}</span>
    </time>
  );
}

/** The city that names a zone: "America/New_York" is New York. */
function cityOf(timeZone: string): string {
  return (timeZone.split("/").pop() ?? timeZone).replaceAll("_", " ");
}

/** What the zone differs from UTC at that moment: "UTC−5". */
function offsetOf(date: Date, timeZone: string): string {
  const parts = new Intl.DateTimeFormat("en", { timeZone, timeZoneName: "shortOffset" }).formatToParts(date);
  const offset = parts.find(({ type }) => type === "timeZoneName")?.value ?? "";
  return offset.replace("GMT", "UTC").replace("-", "−");
}
