"use client";

import { useMutation, useQueryClient, useSuspenseQuery } from "@tanstack/react-query";
import { signOut } from "next-auth/react";
import { useTranslations } from "next-intl";
import { useTRPC } from "@/app/_trpc/client";
import { useRefused } from "@/app/(host)/_components/refused";
import { Act } from "@/app/(host)/consultations/[consultationId]/act";
import { SessionRow } from "./session-row";

type SessionsProps = {
  /** The name of the session in which the page is read. */
  readonly here: string | null;
};

const leave = () => signOut({ callbackUrl: "/sign-in" });

/** One's own sessions: this one, which is signed out of, the others, each ended by itself, and the end of all. */
export function Sessions({ here }: SessionsProps) {
  const t = useTranslations("sessions");
  const refused = useRefused("act");
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const { data } = useSuspenseQuery(trpc.sessions.mine.queryOptions());
  const end = useMutation(
    trpc.sessions.end.mutationOptions({
      onSettled: () => queryClient.invalidateQueries(trpc.sessions.pathFilter()),
    }),
  );
  const endAll = useMutation(trpc.sessions.endAll.mutationOptions({ onSuccess: leave }));
  return (
    <>
      <ul className="signoffs">
        {data.map((session) => (
          <SessionRow
            key={session.name}
            session={session}
            here={session.name === here}
            pending={end.isPending}
            onEnd={() => (session.name === here ? leave() : end.mutate({ name: session.name }))}
          />
        ))}
      </ul>
      <div aria-live="polite">
        {end.isSuccess && <p className="notice settled">{t("ended")}</p>}
        {end.error !== null && <p className="notice caution">{refused(end.error)}</p>}
      </div>
      <Act
        name={t("everywhere")}
        what={t("everywhereWhat")}
        pending={endAll.isPending}
        error={refused(endAll.error)}
        secondary
        onConfirm={() => endAll.mutate()}
      />
    </>
  );
}
