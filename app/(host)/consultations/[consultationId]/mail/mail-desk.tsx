"use client";

import { useSuspenseQuery } from "@tanstack/react-query";
import type { inferRouterOutputs } from "@trpc/server";
import { useTranslations } from "next-intl";
import { useTRPC } from "@/app/_trpc/client";
import type { AppRouter } from "@/server/trpc/router";
import { Invitations } from "./invitations";
import { NoticeList } from "./notice-list";
import { Notices } from "./notices";
import { ReturnedMail } from "./returned-mail";
import { Schedule } from "./schedule";

export type Desk = inferRouterOutputs<AppRouter>["mail"]["desk"];

/** How often the desk is read again while a mail is on its way, in milliseconds. */
const ON_ITS_WAY = 2_000;

const isUnderway = ({ seats, notices }: Desk): boolean =>
  seats.some(({ invitation }) => invitation?.state === "waiting") ||
  notices.some(({ progress }) => progress.waiting > 0);

/** Mail of a consultation: invitations with what became of each, notices to all, and what goes out by the clock. */
export function MailDesk({ consultationId }: { readonly consultationId: string }) {
  const t = useTranslations("mailDesk");
  const trpc = useTRPC();
  const { data } = useSuspenseQuery({
    ...trpc.mail.desk.queryOptions({ consultationId }),
    refetchInterval: ({ state }) => (state.data && isUnderway(state.data) ? ON_ITS_WAY : false),
  });
  return (
    <main className="desk stack-lg" id="main">
      <div className="desk-head">
        <div>
          <h1>{t("title")}</h1>
          <p>{t("lede")}</p>
        </div>
      </div>
      <Invitations consultationId={consultationId} seats={data.seats} />
      <Notices
        consultationId={consultationId}
        sendable={data.sendable}
        seats={data.seats}
        seen={data.notices.length}
      />
      {data.notices.length > 0 && <NoticeList consultationId={consultationId} notices={data.notices} />}
      {data.schedule.map((round) => (
        <Schedule key={round.roundId} consultationId={consultationId} round={round} />
      ))}
      <ReturnedMail consultationId={consultationId} />
    </main>
  );
}
