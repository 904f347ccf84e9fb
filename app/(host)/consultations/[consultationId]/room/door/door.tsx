"use client";

import { useQueryClient, useSuspenseQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useRef } from "react";
import { useTRPC } from "@/app/_trpc/client";
import { useMadeLinks } from "../../seats/use-made-links";
import { ChooseAtTheDoor } from "./choose-at-the-door";
import { DoorCard } from "./door-card";

type DoorProps = { readonly consultationId: string };

/** Gives a delegation that arrives late its invitation, and says what enrolling in an open round weakens. */
export function Door({ consultationId }: DoorProps) {
  const t = useTranslations("roomDoor");
  const trpc = useTRPC();
  const { data } = useSuspenseQuery(trpc.panel.seats.queryOptions({ consultationId }));
  const queryClient = useQueryClient();
  const { links, keep, drop } = useMadeLinks();
  const [made] = links;
  const field = useRef<HTMLInputElement>(null);
  return (
    <main className="desk stack-lg door" id="main">
      <div className="desk-head">
        <div>
          <h1>{t("title")}</h1>
          <p>{t("lede")}</p>
        </div>
        <div className="acts">
          <a className="btn secondary" href={`/consultations/${consultationId}/seats`}>
            {t("toSeats")}
          </a>
        </div>
      </div>
      {!data.mine.invite && <p className="notice">{t("mayNot")}</p>}
      {data.mine.invite && made === undefined && (
        <ChooseAtTheDoor consultationId={consultationId} seats={data.seats} field={field} onMade={keep} />
      )}
      {made !== undefined && (
        <DoorCard
          consultationId={consultationId}
          link={made}
          onDone={() => {
            drop(links.map(({ delegation }) => delegation));
            // Whoever scanned the code has enrolled meanwhile.
            void queryClient.invalidateQueries(trpc.panel.pathFilter());
            // Once the field is there again.
            requestAnimationFrame(() => field.current?.focus());
          }}
        />
      )}
      <section className="notice" aria-labelledby="weakens">
        <h2 className="title" id="weakens">
          {t("weakens.title")}
        </h2>
        <p>{t("weakens.open")}</p>
      </section>
    </main>
  );
}
