/** A moment in the words of a language and a time zone, for the sentence `moment.whole` of `messages/`. */
export type MomentParts = {
  /** Apart from the date, as what joins the two differs between servers and browsers. */
  readonly weekday: string;
  /** "14 January 2011". */
  readonly date: string;
  /** On the 24-hour clock: "18:00". */
  readonly hour: string;
  /** The city that names the zone: "New York". */
  readonly city: string;
  /** What the zone differs from UTC at that moment, with a real minus: "UTC−5". */
  readonly offset: string;
  /** "23:00"; with its weekday where that is another there: "Saturday 01:00". */
  readonly utcHour: string;
};

/**
 * How every moment is told, on screen and in a report: weekday and date, hour, city, offset, and the hour in UTC. The
 * locale is a language tag (BCP 47).
 */
export function momentParts(instant: string, timeZone: string, locale: string): MomentParts {
  const moment = new Date(instant);
  const weekdayIn = (zone: string) =>
    new Intl.DateTimeFormat(locale, { weekday: "long", timeZone: zone }).format(moment);
  const [weekday, utcWeekday] = [weekdayIn(timeZone), weekdayIn("UTC")];
  const utcHour = hourWords(instant, "UTC", locale);
  return {
    weekday,
    date: dateWords(instant, timeZone, locale),
    hour: hourWords(instant, timeZone, locale),
    city: (timeZone.split("/").at(-1) ?? timeZone).replaceAll("_", " "),
    offset: offsetOf(moment, timeZone),
    utcHour: weekday === utcWeekday ? utcHour : `${utcWeekday} ${utcHour}`,
  };
}

/** The hour alone, on the 24-hour clock: "18:00". */
export function hourWords(instant: string, timeZone: string, locale: string): string {
  const hour = { timeZone, hour: "2-digit", minute: "2-digit", hourCycle: "h23" } as const;
  return new Intl.DateTimeFormat(locale, hour).format(new Date(instant));
}

/** The date alone: "14 January 2011". */
export function dateWords(instant: string, timeZone: string, locale: string): string {
  const date = { timeZone, day: "numeric", month: "long", year: "numeric" } as const;
  return new Intl.DateTimeFormat(locale, date).format(new Date(instant));
}

function offsetOf(moment: Date, timeZone: string): string {
  const parts = new Intl.DateTimeFormat("en", { timeZone, timeZoneName: "shortOffset" }).formatToParts(
    moment,
  );
  const offset = parts.find(({ type }) => type === "timeZoneName")?.value ?? "";
  return offset.replace("GMT", "UTC").replace("-", "−");
}
