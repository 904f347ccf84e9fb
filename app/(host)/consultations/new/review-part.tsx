import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import type { SET_UP_STEPS } from "@/domain/consultation/set-up-draft";

type Part = Exclude<(typeof SET_UP_STEPS)[number], "review">;
type ReviewPartProps = {
  readonly step: Part;
  readonly go: (step: Part) => void;
  readonly children: ReactNode;
};

/** What was filled in at one step, and the way back to it. */
export function ReviewPart({ step, go, children }: ReviewPartProps) {
  const t = useTranslations("setUpPath");
  const name = t(`parts.${step}`);
  return (
    <section className="panel" aria-labelledby={`part-${step}`}>
      <div className="row between">
        <h2 id={`part-${step}`}>{name}</h2>
        <button
          type="button"
          className="btn quiet small"
          aria-label={t("changePart", { part: name })}
          onClick={() => go(step)}
        >
          {t("change")}
        </button>
      </div>
      {children}
    </section>
  );
}
