"use client";

import { useMutation } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { closing } from "@/app/_trpc/closing";
import { useRefused } from "@/app/(host)/_components/refused";
import { Act } from "../../../act";
import { useDay } from "./destruction";
import type { ItemPlace, Released } from "./use-coding";

type ReleaseThemesProps = {
  readonly place: ItemPlace;
  readonly released: Released;
  readonly toCode: number;
  /** Whether two still code or compare. */
  readonly settling: boolean;
  readonly timeZone: string;
  readonly again: () => void;
};

/** Releases the themes of an item, and shows what was released last: what a report may say and no more. */
export function ReleaseThemes({ place, released, toCode, settling, timeZone, again }: ReleaseThemesProps) {
  const t = useTranslations("themes");
  const refused = useRefused("act");
  const day = useDay();
  const release = useMutation({ mutationFn: () => closing.themes.release.mutate(place), onSettled: again });
  const published = released?.publishedAt ?? null;
  return (
    <>
      {released !== null && (
        <section className="panel" aria-labelledby="released">
          <h2 id="released">{t("releasedTitle")}</h2>
          <p className="fine">
            {published === null
              ? t("releasedOn", { date: day(released.releasedAt, timeZone) })
              : t("publishedOn", { date: day(published, timeZone) })}
          </p>
          <ReleasedTable table={released.table} />
        </section>
      )}
      {published === null && (
        <Act
          name={released === null ? t("release") : t("releaseAgain")}
          what={t("releaseWhat")}
          pending={release.isPending}
          error={refused(release.error)}
          unavailable={settling || toCode === 0 ? undefined : t("notYet", { count: toCode })}
          onConfirm={() => release.mutate()}
        />
      )}
    </>
  );
}

function ReleasedTable({ table }: { readonly table: NonNullable<Released>["table"] }) {
  const t = useTranslations("themes");
  if (table.kind === "tooFew") return <p>{t("releasedTooFew")}</p>;
  return (
    <>
      {table.themes.length === 0 && <p>{t("releasedNothing")}</p>}
      <ul className="themes">
        {table.themes.map(({ id, wording, raised }) => (
          <li className="row between" key={id}>
            <span>{wording}</span>
            <span className="help">
              {raised.kind === "count"
                ? t.rich("count", {
                    count: raised.count,
                    all: table.answered,
                    b: (chunks) => <b>{chunks}</b>,
                  })
                : t("nearlyAll")}
            </span>
          </li>
        ))}
      </ul>
      {table.pooled && <p className="fine">{t("releasedPooled")}</p>}
    </>
  );
}
