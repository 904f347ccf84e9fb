"use client";

import { useTranslations } from "next-intl";
import { type ReactNode, useId } from "react";
import { MarkedText } from "@/app/_components/answer-fields/marked-text";
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
  const title = useId();
  const count = found.length;
  return (
    <>
      {/* Only their number is announced, so that typing is not interrupted by what was said before. */}
      <p className="sr" aria-live="polite">
        {count > 0 && t("title", { count })}
      </p>
      {count === 0 && children !== false && <section className="notice caution stack">{children}</section>}
      {count > 0 && (
        <section className="notice caution stack" aria-labelledby={title}>
          <p className="title" id={title}>
            {t("title", { count })}
          </p>
          <MarkedText text={text} found={found} label={t("marked", { count })} />
          <ul className="gives-away">
            {[...new Map(found.map((one) => [one.passage, one])).values()].map(({ kind, passage }) => (
              <li key={passage}>{t(kind, { passage: passage.trim() })}</li>
            ))}
          </ul>
          {children}
          <p className="fine">{t("limits")}</p>
        </section>
      )}
    </>
  );
}
