"use client";

import { useSuspenseQuery } from "@tanstack/react-query";
import type { inferRouterOutputs } from "@trpc/server";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useTRPC } from "@/app/_trpc/client";
import type { AppRouter } from "@/server/trpc/router";
import { AddSeats } from "./add-seats";
import { Counts } from "./counts";
import { LinksForAll } from "./links-for-all";
import { LostCodes } from "./lost-codes";
import { MadeLinks } from "./made-links";
import { Roster } from "./roster";
import { useMadeLinks } from "./use-made-links";

export type Seat = inferRouterOutputs<AppRouter>["panel"]["seats"]["seats"][number];

type SeatsProps = { readonly consultationId: string };

/** The panel: its counts, its roster, and for hosts the acts of adding seats and making their links. */
export function Seats({ consultationId }: SeatsProps) {
  const t = useTranslations("seats");
  const tDoor = useTranslations("roomDoor");
  const trpc = useTRPC();
  const { data } = useSuspenseQuery(trpc.panel.seats.queryOptions({ consultationId }));
  const { links, keep, drop } = useMadeLinks();
  const [adding, setAdding] = useState(data.seats.length === 0);
  const mayInvite = data.mine.invite;
  const nothingElse = adding && data.seats.length === 0;
  return (
    <main className="desk stack-lg" id="main">
      <div className="desk-head">
        <div>
          <h1>{t("title")}</h1>
          <p>{t("lede")}</p>
        </div>
        {mayInvite && !nothingElse && (
          <div className="acts">
            <a className="btn secondary" href={`/consultations/${consultationId}/room/door`}>
              {tDoor("fromSeats")}
            </a>
            <button
              type="button"
              className={adding ? "btn secondary" : "btn"}
              aria-expanded={adding}
              aria-controls="adding"
              onClick={() => setAdding(!adding)}
            >
              {t("add")}
            </button>
          </div>
        )}
      </div>
      <Counts seats={data.seats} />
      {mayInvite && (
        <div id="adding" hidden={!adding}>
          <AddSeats consultationId={consultationId} seats={data.seats} />
        </div>
      )}
      {links.length > 0 && (
        <MadeLinks
          consultationId={consultationId}
          links={links}
          onDone={() => drop(links.map(({ delegation }) => delegation))}
        />
      )}
      {mayInvite && data.seats.length > 0 && (
        <LinksForAll consultationId={consultationId} seats={data.seats} onMade={keep} />
      )}
      <Roster
        consultationId={consultationId}
        seats={data.seats}
        mayInvite={mayInvite}
        onMade={keep}
        onGone={(gone) => drop(gone.map(({ name }) => name))}
      />
      {data.seats.length > 0 && (
        <LostCodes consultationId={consultationId} seats={data.seats} onMade={keep} />
      )}
    </main>
  );
}
