"use client";

import { useTranslations } from "next-intl";
import { useDeferredValue, useEffect, useId, useState } from "react";
import type { Identifying } from "@/domain/anonymity/identifying";
import { MarkedText } from "./marked-text";

type IdentityCheckProps = { readonly text: string };

type Checked = { readonly text: string; readonly found: readonly Identifying[] };
const NOTHING: Checked = { text: "", found: [] };

/** Marks the passages of a text that could tell whose it is, and says why. It advises; nothing depends on it. */
export function IdentityCheck({ text }: IdentityCheckProps) {
  const t = useTranslations("answerFields.identifying");
  const { text: marked, found } = useChecked(text);
  const title = useId();
  const count = found.length;

  return (
    <>
      {/* Only their number is announced, so that typing is not interrupted by what was said before. */}
      <p className="sr" aria-live="polite">
        {count > 0 && t("title", { count })}
      </p>
      {count > 0 && (
        <section className="notice caution" aria-labelledby={title}>
          <p className="title" id={title}>
            {t("title", { count })}
          </p>
          <MarkedText text={marked} found={found} label={t("inYourText", { count })} />
          <ul className="gives-away">
            {[...new Map(found.map((one) => [one.passage, one])).values()].map(({ kind, passage }) => (
              <li key={passage}>{t(kind, { passage })}</li>
            ))}
          </ul>
          <p className="fine">
            {t("yours")} {t("limits")}
          </p>
        </section>
      )}
    </>
  );
}

/** What the check finds in a text, as soon as typing leaves time for it. */
function useChecked(text: string): Checked {
  const settled = useDeferredValue(text);
  const [checked, setChecked] = useState(NOTHING);

  useEffect(() => {
    if (settled === "") return setChecked(NOTHING);
    let current = true;
    // The names are many, and are needed only once somebody writes. Without them the text is as good as before.
    import("@/domain/anonymity/identifying").then(
      ({ identifying }) => current && setChecked({ text: settled, found: identifying(settled) }),
      () => undefined,
    );
    return () => {
      current = false;
    };
  }, [settled]);

  return checked;
}
