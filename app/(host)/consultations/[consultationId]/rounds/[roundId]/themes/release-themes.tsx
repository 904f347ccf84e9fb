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
  /** How many notes from the floor are still to code. */
  readonly notesToCode: number;
  /** Whether two still code or compare. */
  readonly settling: boolean;
  readonly timeZone: string;
  /** Once all that was coded on this page has been sent. */
  readonly sent: () => Promise<unknown>;
  readonly again: () => void;
};

/** Releases the themes of an item, and shows what was released last: what a report may say and no more. */
export function ReleaseThemes(props: ReleaseThemesProps) {
  const { place, released, toCode, notesToCode, settling, timeZone, sent, again } = props;
  const t = useTranslations("themes");
  const tFloor = useTranslations("floor.bench");
  const refused = useRefused("act");
  const day = useDay();
  const release = useMutation({
    // What was coded last may still be on its way: a release counts it.
    mutationFn: async () => {
      await sent();
      await closing.themes.release.mutate(place);
    },
    onSettled: again,
  });
  const published = released?.publishedAt ?? null;
  const waiting =
    toCode > 0
      ? t("notYet", { count: toCode })
      : notesToCode > 0
        ? tFloor("notYet", { count: notesToCode })
        : undefined;
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
          {released.floor !== null && <ReleasedFloor floor={released.floor} />}
        </section>
      )}
      {published === null && (
        <Act
          name={released === null ? t("release") : t("releaseAgain")}
          what={t("releaseWhat")}
          pending={release.isPending}
          error={refused(release.error)}
          unavailable={settling ? undefined : waiting}
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

/** What is released of the notes, under a heading of its own. */
function ReleasedFloor({ floor }: { readonly floor: NonNullable<NonNullable<Released>["floor"]> }) {
  const t = useTranslations("floor.bench");
  return (
    <>
      <h3>{t("released")}</h3>
      {floor.themes.length === 0 && <p>{t("releasedNothing")}</p>}
      <ul className="themes">
        {floor.themes.map(({ id, wording, noted }) => (
          <li className="row between" key={id}>
            <span>{wording}</span>
            <span className="help">{t("noted", { count: noted })}</span>
          </li>
        ))}
      </ul>
      {floor.pooled && <p className="fine">{t("releasedPooled")}</p>}
    </>
  );
}
