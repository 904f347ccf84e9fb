import { useLocale, useTranslations } from "next-intl";
import { actKey, actValues } from "@/domain/acts/act-words";
import type { ActingPerson } from "@/domain/acts/acts-csv";
import { momentParts } from "@/domain/consultation/moment";

/** An entry as the page gets it. */
export type ShownAct = {
  readonly position: number;
  /** ISO. */
  readonly at: string;
  readonly act: string;
  readonly detail: Readonly<Record<string, unknown>>;
  /** Null for the command line. */
  readonly person: ActingPerson | null;
  /** Addresses of the people whom the detail names. */
  readonly named: readonly string[];
};

type ActDetailProps = { readonly entry: ShownAct; readonly timeZone: string };

/** What an act was about, in a sentence; the detail of an act that has no words yet is shown as it was recorded. */
export function ActDetail({ entry, timeZone }: ActDetailProps) {
  const t = useTranslations("log");
  const tMoment = useTranslations("moment");
  const locale = useLocale();
  const { closesAt, delegations, ...values } = actValues(entry);
  const closes =
    closesAt === null
      ? "none"
      : tMoment.markup("whole", { ...momentParts(closesAt, timeZone, locale), utc: (chunks) => chunks });
  const key = actKey(entry.act);
  const name = `acts.${key}` as never; // asked for before it is used
  const sentence = `details.${key}` as never; // as above
  if (!t.has(name)) return <code>{JSON.stringify(entry.detail)}</code>;
  if (!t.has(sentence)) return null;
  const told = t(sentence, { ...values, closes, named: entry.named.join(", ") || "none" } as never); // keys of one union
  if (delegations.length === 0) return <p>{told}</p>;
  return (
    <details className="more">
      <summary>{told}</summary>
      <p>{delegations.join("; ")}</p>
    </details>
  );
}
