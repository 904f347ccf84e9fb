"use client";

import Link from "next/link";
import { signOut } from "next-auth/react";
import { useTranslations } from "next-intl";

/** The end of the top of a page: to one's own sessions, and out. */
export function SignOut() {
  const t = useTranslations("consultations");
  const tSessions = useTranslations("sessions");
  return (
    <span className="account">
      <Link className="btn quiet small" href="/sessions">
        {tSessions("link")}
      </Link>
      <button type="button" className="btn quiet small" onClick={() => signOut({ callbackUrl: "/sign-in" })}>
        {t("signOut")}
      </button>
    </span>
  );
}
