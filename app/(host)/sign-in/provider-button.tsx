"use client";

import { signIn } from "next-auth/react";
import { useTranslations } from "next-intl";
import { useState } from "react";

type ProviderButtonProps = { readonly name: string };

/** The way to the provider. It is asked for here and then opened as a page, so that no form leads to another site. */
export function ProviderButton({ name }: ProviderButtonProps) {
  const t = useTranslations("oidc");
  const [leaving, setLeaving] = useState(false);
  const [failed, setFailed] = useState(false);

  async function leave() {
    if (leaving) return;
    setLeaving(true);
    setFailed(false);
    try {
      await signIn("oidc", { callbackUrl: "/consultations" });
    } catch {
      setLeaving(false);
      setFailed(true);
    }
  }

  return (
    <div className="stack">
      <button type="button" className="btn" aria-disabled={leaving} onClick={leave}>
        {t(leaving ? "leaving" : "signIn", { name })}
      </button>
      <div aria-live="polite">{failed && <p className="notice caution">{t("notReached")}</p>}</div>
      <p className="help">{t("or")}</p>
    </div>
  );
}
