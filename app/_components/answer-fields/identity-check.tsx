"use client";

import { useTranslations } from "next-intl";
import { useDeferredValue, useEffect, useState } from "react";
import type { Identifying } from "@/domain/anonymity/identifying";
import { PassagesFound } from "./passages-found";

type IdentityCheckProps = { readonly text: string };

type Checked = { readonly text: string; readonly found: readonly Identifying[] };
const NOTHING: Checked = { text: "", found: [] };

/** Marks the passages of a text that could tell whose it is, and says why. It advises; nothing depends on it. */
export function IdentityCheck({ text }: IdentityCheckProps) {
  const t = useTranslations("answerFields.identifying");
  const { text: marked, found } = useChecked(text);
  const count = found.length;
  return (
    <PassagesFound
      text={marked}
      found={found}
      title={t("title", { count })}
      label={t("inYourText", { count })}
      why={({ kind, passage }) => t(kind, { passage })}
    >
      <p className="fine">
        {t("yours")} {t("limits")}
      </p>
    </PassagesFound>
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
