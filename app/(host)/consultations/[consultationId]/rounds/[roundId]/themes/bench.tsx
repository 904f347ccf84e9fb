"use client";

import { useQuery, useSuspenseQuery } from "@tanstack/react-query";
import Link from "next/link";
import { useSearchParams } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useTRPC } from "@/app/_trpc/client";
import { closing } from "@/app/_trpc/closing";
import { useRefused } from "@/app/(host)/_components/refused";
import { Destroyed, Destruction } from "./destruction";
import { ItemBench } from "./item-bench";
import { letComponentsStyle } from "./nonce";
import type { BenchOfRound } from "./use-coding";

type BenchProps = { readonly consultationId: string; readonly roundId: string };

/** The rapporteur's bench of one round or window: an item of it at a time. */
export function Bench({ consultationId, roundId }: BenchProps) {
  const t = useTranslations("themes");
  const tFloor = useTranslations("floor");
  const refused = useRefused("again");
  useState(letComponentsStyle);
  const { data, error, refetch } = useQuery({
    queryKey: ["themes", "bench", roundId],
    queryFn: () => closing.themes.bench.query({ consultationId, roundId }),
  });
  if (data === undefined)
    return (
      <main className="desk" id="main">
        <h1>{t("panel")}</h1>
        {error === null ? (
          <p className="help" role="status">
            {t("loading")}
          </p>
        ) : (
          <div className="withheld">
            <b>{t("waitingTitle")}</b>
            <p>{refused(error)}</p>
            <button type="button" className="btn secondary small" onClick={() => refetch()}>
              {t("again")}
            </button>
          </div>
        )}
      </main>
    );
  return (
    <main className="desk stack-lg" id="main">
      <div className="desk-head">
        <div>
          <h1>{data.number === null ? t("windowTitle") : t("title", { number: data.number })}</h1>
          {data.destroyedAt === null && <Destruction bench={data} />}
        </div>
        {data.number !== null && data.destroyedAt === null && (
          <div className="acts">
            <Link className="btn secondary" href={`/consultations/${consultationId}/rounds/${roundId}/floor`}>
              {tFloor("toFloor")}
            </Link>
          </div>
        )}
      </div>
      <Rounds consultationId={consultationId} roundId={roundId} />
      {data.destroyedAt === null ? (
        <Items consultationId={consultationId} roundId={roundId} bench={data} />
      ) : (
        <Destroyed at={data.destroyedAt} timeZone={data.timeZone} />
      )}
    </main>
  );
}

/** The other rounds that have closed. */
function Rounds({ consultationId, roundId }: BenchProps) {
  const t = useTranslations("themes");
  const trpc = useTRPC();
  const { data } = useSuspenseQuery(trpc.consultations.overview.queryOptions({ consultationId }));
  const closed = data.rounds.filter(({ stage }) => stage === "closed");
  if (closed.length < 2) return null;
  return (
    <nav className="row" aria-label={t("rounds")}>
      {closed.map(({ id, number }) => (
        <Link
          key={id}
          className={id === roundId ? "chip on" : "chip"}
          aria-current={id === roundId ? "page" : undefined}
          href={`/consultations/${consultationId}/rounds/${id}/themes`}
        >
          {t("round", { number })}
        </Link>
      ))}
    </nav>
  );
}

function Items({ consultationId, roundId, bench }: BenchProps & { readonly bench: BenchOfRound }) {
  const t = useTranslations("themes");
  const wanted = useSearchParams().get("item");
  const item = bench.items.find(({ itemId }) => itemId === wanted) ?? bench.items[0];
  if (item === undefined) return <p className="withheld">{t("none")}</p>;
  return (
    <>
      {bench.items.length > 1 && (
        <nav className="stack items" aria-label={t("items")}>
          {bench.items.map(({ itemId, prompt, released }) => (
            <Link
              key={itemId}
              href={`?item=${encodeURIComponent(itemId)}`}
              aria-current={itemId === item.itemId ? "true" : undefined}
            >
              {prompt ?? t("windowItem")}
              {released && <span className="tag done">{t("released")}</span>}
            </Link>
          ))}
        </nav>
      )}
      <ItemBench
        key={item.itemId}
        place={{ consultationId, roundId, itemId: item.itemId }}
        prompt={item.prompt ?? t("windowItem")}
        bench={bench}
      />
    </>
  );
}
