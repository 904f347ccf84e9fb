"use client";

import { useMutation } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useTRPC } from "@/app/_trpc/client";
import { useRefused } from "@/app/(host)/_components/refused";
import { Act } from "./[consultationId]/act";

type LeaveProps = {
  readonly consultationId: string;
  /** Why whoever looks cannot leave. */
  readonly unavailable?: string | undefined;
};

/** Lays down whatever role whoever looks has in a consultation. Its pages are closed to them from then on. */
export function Leave({ consultationId, unavailable }: LeaveProps) {
  const t = useTranslations("peopleActs");
  const refused = useRefused("act");
  const trpc = useTRPC();
  const leave = useMutation(
    trpc.people.leave.mutationOptions({ onSuccess: () => window.location.assign("/consultations") }),
  );
  return (
    <Act
      name={t("leave")}
      what={t("leaveWhat")}
      pending={leave.isPending}
      error={refused(leave.error)}
      unavailable={unavailable}
      secondary
      onConfirm={() => leave.mutate({ consultationId })}
    />
  );
}
