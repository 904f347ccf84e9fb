import { useTranslations } from "next-intl";
import { StackedTable } from "@/app/_components/figures/stacked-table";
import { Moment } from "@/app/_components/moment";
import { isOfTheClock } from "@/domain/acts/act-words";
import { ActDetail, type ShownAct } from "./act-detail";
import { useActName } from "./use-act-name";

type ActsTableProps = { readonly entries: readonly ShownAct[]; readonly timeZone: string };

/** Entry by entry, the newest first: when, who, and what was done. */
export function ActsTable({ entries, timeZone }: ActsTableProps) {
  const t = useTranslations("log");
  const actName = useActName();
  const rows = entries.map((entry) => ({
    key: String(entry.position),
    heading: t("entry", { position: entry.position }),
    cells: [
      { label: t("when"), content: <Moment at={entry.at} timeZone={timeZone} /> },
      {
        label: t("who"),
        content: (
          <span className="acting">
            {entry.person === null
              ? t(isOfTheClock(entry.act) ? "clock" : "commandLine")
              : (entry.person.name ?? entry.person.email)}
            {entry.person?.name != null && <span className="fine">{entry.person.email}</span>}
          </span>
        ),
      },
      {
        label: t("act"),
        content: (
          <div>
            <strong>{actName(entry.act)}</strong>
            <ActDetail entry={entry} timeZone={timeZone} />
          </div>
        ),
      },
    ],
  }));
  return (
    <StackedTable
      title={t("entries")}
      captioned={false}
      columns={[t("number"), t("when"), t("who"), t("act")]}
      of="words"
      rows={rows}
    />
  );
}
