"use client";

import { signIn } from "next-auth/react";
import { useTranslations } from "next-intl";
import { type FormEvent, useRef, useState } from "react";

type SignInFormProps = {
  /** Whether another way to sign in comes first. */
  readonly secondary: boolean;
};

export function SignInForm({ secondary }: SignInFormProps) {
  const t = useTranslations("signIn");
  const [sending, setSending] = useState(false);
  const [failed, setFailed] = useState(false);
  // Without a name: sent before the page's script has come, a form would put the address into that of the page.
  const field = useRef<HTMLInputElement>(null);

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    if (sending) return;
    setSending(true);
    setFailed(false);
    const email = field.current?.value ?? "";
    try {
      await signIn("email", { email, callbackUrl: "/consultations" });
    } catch {
      setSending(false);
      setFailed(true);
    }
  }

  return (
    <form className="stack" onSubmit={submit}>
      <div className="field">
        <label htmlFor="email">{t("email")}</label>
        <input className="input" id="email" ref={field} type="email" autoComplete="email" required />
      </div>
      <div aria-live="polite">{failed && <p className="notice caution">{t("notReached")}</p>}</div>
      <button className={secondary ? "btn secondary" : "btn"} type="submit" aria-disabled={sending}>
        {sending ? t("sending") : t("send")}
      </button>
    </form>
  );
}
