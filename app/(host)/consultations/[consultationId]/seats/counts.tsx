import { useTranslations } from "next-intl";
import type { Seat } from "./seats";

/** What is known of the panel in numbers, and what is known to nobody. */
export function Counts({ seats }: { readonly seats: readonly Seat[] }) {
  const t = useTranslations("seats");
  const all = seats.length;
  const counts = [
    { name: t("count.linked"), value: seats.filter(({ invited }) => invited).length },
    { name: t("count.enrolled"), value: seats.filter(({ enrolled }) => enrolled).length },
  ];
  return (
    <dl className="rosterbar">
      <div>
        <dt>{t("count.seats")}</dt>
        <dd>{all}</dd>
      </div>
      {counts.map(({ name, value }) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>
            {value} <small>{t("count.of", { all })}</small>
          </dd>
        </div>
      ))}
      <div>
        <dt>{t("count.answered")}</dt>
        <dd>
          <small>{t("count.notKnown")}</small>
        </dd>
      </div>
    </dl>
  );
}
