"use client";

import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import type { Identifying } from "@/domain/anonymity/identifying";

type IdentityCheckProps = { readonly text: string };

/** Says which passages of a text could tell whose it is. It advises; nothing depends on it. */
export function IdentityCheck({ text }: IdentityCheckProps) {
  const t = useTranslations("answerFields");
  const [found, setFound] = useState<readonly Identifying[]>([]);

  useEffect(() => {
    let current = true;
    // The names are many, and are needed only once somebody writes. Without them the text is as good as before.
    import("@/domain/anonymity/identifying").then(
      ({ identifying }) => current && setFound(identifying(text)),
      () => undefined,
    );
    return () => {
      current = false;
    };
  }, [text]);

  return (
    <div aria-live="polite">
      {text !== "" && found.length > 0 && (
        <div className="notice caution">
          {found.map(({ kind, passage }) => (
            <p key={passage}>{t(`identifying.${kind}`, { passage })}</p>
          ))}
          <p className="fine">{t("identifying.yours")}</p>
        </div>
      )}
    </div>
  );
}
