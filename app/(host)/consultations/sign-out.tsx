"use client";

import { signOut } from "next-auth/react";
import { useTranslations } from "next-intl";

export function SignOut() {
  const t = useTranslations("consultations");
  return (
    <button type="button" className="btn quiet small" onClick={() => signOut({ callbackUrl: "/sign-in" })}>
      {t("signOut")}
    </button>
  );
}
