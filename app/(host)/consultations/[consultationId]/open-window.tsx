"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import type { inferRouterOutputs } from "@trpc/server";
import Link from "next/link";
import { useSearchParams } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useTRPC } from "@/app/_trpc/client";
import { useRefused } from "@/app/(host)/_components/refused";
import { instantOf } from "@/domain/consultation/consultation";
import type { AppRouter } from "@/server/trpc/router";
import { Act } from "./act";

type OpenWindowProps = {
  readonly consultationId: string;
  readonly next: inferRouterOutputs<AppRouter>["consultations"]["overview"]["nextWindow"];
};

/** Opens the next window: what it would circulate, until when, and the act. */
export function OpenWindow({ consultationId, next }: OpenWindowProps) {
  const t = useTranslations("windows");
  const trpc = useTRPC();
  const refused = useRefused("act");
  const queryClient = useQueryClient();
  const open = useMutation(
    trpc.windows.open.mutationOptions({
      onSettled: () => queryClient.invalidateQueries(trpc.consultations.pathFilter()),
    }),
  );
  const draftHash = useSearchParams().get("read");
  const [until, setUntil] = useState("");
  const { stillToDo, timeZone } = next;
  const closesAt = instantOf(until, timeZone);
  const missing = draftHash === null ? t("needsReading") : closesAt === null ? t("needsTime") : undefined;
  if (stillToDo.length > 0)
    return (
      <div>
        {stillToDo.map(({ code, sentence }) => (
          <p className="help" key={code}>
            {sentence}
          </p>
        ))}
      </div>
    );
  return (
    <div className="stack">
      <p>
        <Link className="btn secondary small" href={`/consultations/${consultationId}/windows/draft`}>
          {t("preview")}
        </Link>
      </p>
      <div className="field">
        <label htmlFor="window-until">{t("until", { timeZone })}</label>
        <input
          className="input"
          id="window-until"
          type="datetime-local"
          value={until}
          onChange={({ target }) => setUntil(target.value)}
        />
      </div>
      <Act
        name={t("open")}
        what={t("openWhat")}
        pending={open.isPending}
        error={refused(open.error)}
        unavailable={missing}
        secondary
        doneUnder="windows"
        onConfirm={() =>
          closesAt !== null &&
          draftHash !== null &&
          open.mutate({ consultationId, draftHash, closesAt: closesAt.toISOString() })
        }
      />
    </div>
  );
}
