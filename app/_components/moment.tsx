import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { momentParts } from "@/domain/consultation/moment";

type MomentProps = { readonly at: string; readonly timeZone: string };

/** A moment as a diplomat reads it: weekday, date and hour where it counts, the offset, and the same in UTC. */
export function Moment({ at, timeZone }: MomentProps) {
  const t = useTranslations("moment");
  const locale = useLocale();
  const utc = (chunks: ReactNode) => <span className="nb">{chunks}</span>;
  return <time dateTime={at}>{t.rich("whole", { ...momentParts(at, timeZone, locale), utc })}</time>;
}
