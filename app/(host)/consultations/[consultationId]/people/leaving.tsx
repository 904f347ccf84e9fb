"use client";

import { useMutation } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useTRPC } from "@/app/_trpc/client";
import { useRefused } from "@/app/(host)/_components/refused";
import { Leave } from "../../leave";
import { Act } from "../act";

type LeavingProps = {
  readonly consultationId: string;
  /** The mission for which whoever looks hosts, if they do. */
  readonly mission: string | null;
  readonly lastHost: boolean;
  readonly lastMission: boolean;
};

/** How whoever looks goes: by themselves, or with their whole mission. */
export function Leaving({ consultationId, mission, lastHost, lastMission }: LeavingProps) {
  const t = useTranslations("peopleActs");
  const refused = useRefused("act");
  const trpc = useTRPC();
  const end = useMutation(
    trpc.people.endCoHosting.mutationOptions({
      onSuccess: () => window.location.assign("/consultations"),
    }),
  );
  return (
    <section className="panel stack" aria-labelledby="leaving">
      <h2 id="leaving">{t("leaving")}</h2>
      <Leave consultationId={consultationId} unavailable={lastHost ? t("lastHostLeaves") : undefined} />
      {mission !== null && (
        <Act
          name={t("endCoHosting", { mission })}
          what={t("endCoHostingWhat", { mission })}
          pending={end.isPending}
          error={refused(end.error)}
          unavailable={lastMission ? t("lastMission") : undefined}
          secondary
          onConfirm={() => end.mutate({ consultationId })}
        />
      )}
    </section>
  );
}
