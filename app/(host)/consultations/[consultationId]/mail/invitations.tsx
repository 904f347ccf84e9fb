"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { useRefused } from "@/app/(host)/_components/refused";
import { AskedButton } from "../seats/asked-button";
import { InvitedSeats } from "./invited-seats";
import type { Desk } from "./mail-desk";
import { Preview } from "./preview";
import { useMailActs } from "./use-mail-acts";

type Seats = Desk["seats"];
type InvitationsProps = { readonly consultationId: string; readonly seats: Seats };

const STATES = ["waiting", "sent", "failed", "bounced"] as const;

/** Invitations by mail: how far they have come, to whom they can be sent now, and what they say. */
export function Invitations({ consultationId, seats }: InvitationsProps) {
  const t = useTranslations("mailDesk");
  const refused = useRefused("act");
  const { sendInvitations } = useMailActs();
  const [picked, setPicked] = useState<ReadonlySet<string>>(new Set());
  const free = seats.filter(
    ({ enrolled, addresses, invitation }) =>
      !enrolled && addresses.length > 0 && invitation?.state !== "waiting",
  );
  const chosen = free.filter(({ id }) => picked.has(id));
  const stuck = free.filter(({ invitation }) => invitation?.state === "failed");
  const fresh = free.filter(({ invitation }) => invitation === null);
  const mailed = free.length - fresh.length;
  const send = (seatIds: "all" | "notMailed" | string[]) =>
    !sendInvitations.isPending &&
    sendInvitations.mutate({ consultationId, seatIds }, { onSuccess: () => setPicked(new Set()) });
  const idsOf = (some: Seats) => some.map(({ id }) => id);
  return (
    <section className="panel mail-seats" aria-labelledby="invitations">
      <h2 id="invitations">{t("invitations")}</h2>
      <p className="help">{t("invitationsHelp")}</p>
      <p className="progress">
        {STATES.map((state) => (
          <span key={state}>
            {t(`count.${state}`, {
              count: seats.filter(({ invitation }) => invitation?.state === state).length,
            })}
          </span>
        ))}
      </p>
      <div className="row">
        {fresh.length > 0 && (
          <AskedButton
            name={t(mailed > 0 ? "inviteRest" : "inviteAll", { count: fresh.length })}
            confirm={t("inviteAllNow", { count: fresh.length })}
            className="btn"
            pending={sendInvitations.isPending}
            onConfirm={() => send("notMailed")}
          />
        )}
        {stuck.length > 0 && (
          <button type="button" className="btn secondary" onClick={() => send(idsOf(stuck))}>
            {t("retryFailed", { count: stuck.length })}
          </button>
        )}
        {mailed > 0 && (
          <AskedButton
            name={t("inviteAgain", { count: free.length })}
            confirm={t("inviteAgainNow", { count: free.length, mailed })}
            className="btn secondary"
            pending={sendInvitations.isPending}
            onConfirm={() => send("all")}
          />
        )}
        {chosen.length > 0 && (
          <button type="button" className="btn secondary" onClick={() => send(idsOf(chosen))}>
            {t("inviteChosen", { count: chosen.length })}
          </button>
        )}
        <Preview consultationId={consultationId} kind="invitation" roundId={null} note="" />
      </div>
      <p className="help" role="status">
        {sendInvitations.isSuccess && t("queued", { count: sendInvitations.data.queued })}
        {refused(sendInvitations.error)}
      </p>
      <InvitedSeats
        consultationId={consultationId}
        seats={seats}
        free={new Set(idsOf(free))}
        picked={picked}
        onPick={(id, into) =>
          setPicked((before) => new Set(into ? [...before, id] : [...before].filter((other) => other !== id)))
        }
      />
    </section>
  );
}
