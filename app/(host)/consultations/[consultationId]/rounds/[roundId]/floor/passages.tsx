"use client";

import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { PassagesFound } from "@/app/_components/answer-fields/passages-found";
import type { GivesAway } from "@/domain/floor/gives-away";

type PassagesProps = {
  readonly text: string;
  readonly found: readonly GivesAway[];
  /** What is asked about them, or about what the server alone has found. */
  readonly children: ReactNode;
};

/** The passages of a note that could tell who spoke, and why. */
export function Passages({ text, found, children }: PassagesProps) {
  const t = useTranslations("floor.identifying");
  const count = found.length;
  return (
    <>
      {count === 0 && children !== false && <section className="notice caution stack">{children}</section>}
      <PassagesFound
        text={text}
        found={found}
        title={t("title", { count })}
        label={t("marked", { count })}
        why={({ kind, passage }) => t(kind, { passage: passage.trim() })}
      >
        {children}
        <p className="fine">{t("limits")}</p>
      </PassagesFound>
    </>
  );
}
