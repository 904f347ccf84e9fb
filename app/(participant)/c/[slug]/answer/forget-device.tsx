"use client";

import { useTranslations } from "next-intl";
import { useRef, useState } from "react";
import { focused } from "@/app/_components/focused";
import type { Device } from "../../../_protocol/device";
import { useTrouble } from "../../../_trouble";

type ForgetDeviceProps = {
  readonly slug: string;
  readonly device: Device;
  /** What goes: answers that the box still holds, or those of closed rounds, which exist nowhere else. */
  readonly what: "open" | "closed";
};

/** Removes everything from this device, at a second step that says what goes. */
export function ForgetDevice({ slug, device, what }: ForgetDeviceProps) {
  const t = useTranslations("participant.receipt");
  const trouble = useTrouble();
  const [asked, setAsked] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const returning = useRef(false);

  async function forget() {
    setProblem(null);
    try {
      await device.forget();
      window.location.assign(`/c/${slug}`);
    } catch (error) {
      setProblem(trouble(error));
    }
  }

  if (!asked)
    return (
      <button
        type="button"
        className="btn refuse small"
        ref={(button) => {
          if (returning.current) button?.focus();
        }}
        onClick={() => setAsked(true)}
      >
        {t("forget")}
      </button>
    );
  return (
    <section className="notice caution" aria-labelledby="forget-asked">
      <p className="title" id="forget-asked" tabIndex={-1} ref={focused}>
        {t("forgetAsked")}
      </p>
      <p>{t(what === "open" ? "forgetWhat" : "forgetWhatClosed")}</p>
      {problem !== null && <p role="alert">{problem}</p>}
      <div className="row">
        <button
          type="button"
          className="btn secondary small"
          onClick={() => {
            returning.current = true;
            setAsked(false);
          }}
        >
          {t("forgetNot")}
        </button>
        <button type="button" className="btn refuse small" onClick={forget}>
          {t("forgetNow")}
        </button>
      </div>
    </section>
  );
}
