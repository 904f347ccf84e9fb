"use client";

import type { inferRouterOutputs } from "@trpc/server";
import { useTranslations } from "next-intl";
import { useFocusOnceGone } from "@/app/(host)/_components/focus-once-gone";
import { useRefused } from "@/app/(host)/_components/refused";
import type { InvitationLink } from "@/domain/consultation/invitation-csv";
import type { AppRouter } from "@/server/trpc/router";
import { AskedButton } from "./asked-button";
import { useReplacementActs } from "./use-replacement-acts";

type Request = inferRouterOutputs<AppRouter>["replacements"]["list"]["asked"][number];

type ReplacementRequestProps = {
  readonly consultationId: string;
  readonly request: Request;
  readonly mayDecide: boolean;
  readonly onMade: (links: readonly InvitationLink[]) => void;
};

/** New credentials that are asked for: by whom and why, who has agreed, and what one's own mission can do. */
export function ReplacementRequest({ consultationId, request, mayDecide, onMade }: ReplacementRequestProps) {
  const t = useTranslations("lostCodes");
  const refused = useRefused("act");
  const { agree, layAside } = useReplacementActs(onMade);
  const place = useFocusOnceGone<HTMLLIElement>("lost-codes");
  const { seatId, delegation, reason, askedBy, agreed, awaited, own } = request;
  const error = agree.error ?? layAside.error;
  const aside = own === "asked" ? "withdraw" : "refuse";
  return (
    <li className="notice stack" ref={place}>
      <p className="title">{t("asked", { delegation })}</p>
      <p>{t("askedBy", { mission: askedBy, reason })}</p>
      <dl className="facts">
        <div>
          <dt>{t("agreed")}</dt>
          <dd>{agreed.join("; ")}</dd>
        </div>
        <div>
          <dt>{t("awaited")}</dt>
          <dd>{awaited.join("; ")}</dd>
        </div>
      </dl>
      {mayDecide && (
        <div className="row">
          {own === "undecided" && (
            <AskedButton
              name={t("agree")}
              of={t("forSeat", { delegation })}
              confirm={t("agreeNow", { delegation })}
              className="btn secondary small"
              pending={agree.isPending}
              onConfirm={() => agree.mutate({ consultationId, seatId })}
            />
          )}
          <AskedButton
            name={t(aside)}
            of={t("forSeat", { delegation })}
            confirm={t(`${aside}Now`, { delegation })}
            className="btn quiet small"
            pending={layAside.isPending}
            onConfirm={() => layAside.mutate({ consultationId, seatId })}
          />
        </div>
      )}
      <p className="help" role="status">
        {refused(error)}
      </p>
    </li>
  );
}
