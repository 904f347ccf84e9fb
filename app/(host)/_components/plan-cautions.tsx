"use client";

import { useTranslations } from "next-intl";
import { useServiceTime } from "@/app/_components/service-time";
import { planCautions, type TimedRound } from "@/domain/consultation/plan-cautions";

type PlanCautionsProps = { readonly round: TimedRound; readonly all: readonly TimedRound[] };

/** What is odd about a round's dates beside those of the others. It keeps nobody from going on. */
export function PlanCautions({ round, all }: PlanCautionsProps) {
  const t = useTranslations("issues");
  const found = planCautions(round, all, useServiceTime());
  return (
    // Empty it stays on the page, so that what comes into it is read out.
    <div role="status">
      {found.map(({ code, values }) => (
        <p className="notice caution" key={code}>
          {t(code as never, values as never) /* a key of `issues`, with the values of its words */}
        </p>
      ))}
    </div>
  );
}
