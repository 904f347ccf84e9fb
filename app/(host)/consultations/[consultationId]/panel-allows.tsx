"use client";

import { useTranslations } from "next-intl";
import { useId } from "react";
import type { BreakdownProspect, Prospect } from "@/domain/consultation/prospect";
import { FEWEST_POSITIONS } from "@/domain/disclosure/cell";

type PanelAllowsProps = {
  readonly prospect: Prospect;
  /** Whether all is said, or what bears on a breakdown alone. */
  readonly about: "everything" | "breakdown";
};

/** What the size of the panel allows to be shown, in words, before anybody has answered. Nothing where nobody is invited. */
export function PanelAllows({ prospect, about }: PanelAllowsProps) {
  const t = useTranslations("panelAllows");
  const heading = useId();
  const { counted, seats, spare, nearlyAllFrom, steps, breakdown } = prospect;
  if (seats === 0) return null;
  return (
    <section className="stack" aria-labelledby={heading}>
      <h3 id={heading}>{t("title")}</h3>
      <p>{t(`counted.${counted}`, { seats })}</p>
      <ul className="bullets">
        {about === "everything" && spare !== null && (
          <>
            <li>{t("spare", { spare, fewest: FEWEST_POSITIONS })}</li>
            <li>{t("nearlyAll", { from: nearlyAllFrom })}</li>
            {steps !== null && <li>{t("steps", { steps })}</li>}
          </>
        )}
        {spare === null ? (
          <li>{t("nothing", { fewest: FEWEST_POSITIONS })}</li>
        ) : (
          (about === "breakdown" || breakdown.of !== null) && <OfBreakdown breakdown={breakdown} />
        )}
      </ul>
      {spare !== null && breakdown.groups.length > 0 && <p className="help">{t("selfDeclared")}</p>}
    </section>
  );
}

function OfBreakdown({ breakdown }: { readonly breakdown: BreakdownProspect }) {
  const t = useTranslations("panelAllows");
  const { chance, most, of, groups } = breakdown;
  return (
    <li>
      {t(`breakdown.${chance}`, { fewest: FEWEST_POSITIONS })}{" "}
      {chance !== "never" && of !== null && most < of && `${t("most", { most, of })} `}
      {chance === "expected" && t("hidden")}
      {groups.length > 0 && (
        <ul className="bullets">
          {groups.map((group) => (
            <li key={group.name}>
              {t(`group.${group.chance}`, { name: group.name, seats: group.seats, fewest: FEWEST_POSITIONS })}
            </li>
          ))}
        </ul>
      )}
    </li>
  );
}
