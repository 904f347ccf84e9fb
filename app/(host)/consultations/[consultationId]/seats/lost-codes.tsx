"use client";

import { useSuspenseQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useTRPC } from "@/app/_trpc/client";
import type { InvitationLink } from "@/domain/consultation/invitation-csv";
import { AskReplacement } from "./ask-replacement";
import { ReplacementRequest } from "./replacement-request";
import type { Seat } from "./seats";

type LostCodesProps = {
  readonly consultationId: string;
  readonly seats: readonly Seat[];
  readonly onMade: (links: readonly InvitationLink[]) => void;
};

/** What the co-hosting missions do together where a participant has lost the recovery code. */
export function LostCodes({ consultationId, seats, onMade }: LostCodesProps) {
  const t = useTranslations("lostCodes");
  const trpc = useTRPC();
  const { data } = useSuspenseQuery(trpc.replacements.list.queryOptions({ consultationId }));
  const { asked, allowed, coHosts, mine } = data;
  const free = seats.filter(({ id, enrolled }) => enrolled && !asked.some(({ seatId }) => seatId === id));
  return (
    <section className="panel" aria-labelledby="lost-codes">
      <h2 id="lost-codes">{t("title")}</h2>
      <p className="help">{t("lede", { missions: coHosts })}</p>
      {asked.length > 0 && (
        <ul className="stack">
          {asked.map((request) => (
            <ReplacementRequest
              key={request.seatId}
              consultationId={consultationId}
              request={request}
              mayDecide={mine.decide}
              onMade={onMade}
            />
          ))}
        </ul>
      )}
      {allowed.length > 0 && (
        <>
          <h3>{t("allowed")}</h3>
          <ul className="bullets">
            {allowed.map(({ seatId, delegation, times }) => (
              <li key={seatId}>{t("allowedTimes", { delegation, times })}</li>
            ))}
          </ul>
          <p className="help">{t("stillValid")}</p>
        </>
      )}
      {mine.decide && (
        <details className="more">
          <summary>{t("askTitle")}</summary>
          <AskReplacement
            consultationId={consultationId}
            seats={free}
            alone={coHosts === 1}
            onMade={onMade}
          />
        </details>
      )}
    </section>
  );
}
