"use client";

import { useTranslations } from "next-intl";
import { useSyncExternalStore } from "react";
import { Moment } from "@/app/_components/moment";
import { useFocusOnceGone } from "@/app/(host)/_components/focus-once-gone";
import { AskedButton } from "@/app/(host)/consultations/[consultationId]/seats/asked-button";

type SessionRowProps = {
  readonly session: { readonly begunAt: string; readonly endsAt: string };
  /** Whether the page is read in it. */
  readonly here: boolean;
  readonly pending: boolean;
  readonly onEnd: () => void;
};

const never = () => () => undefined;

/** The time zone of this device; UTC until the page has woken up in it. */
const useZoneHere = () =>
  useSyncExternalStore(
    never,
    () => Intl.DateTimeFormat().resolvedOptions().timeZone,
    () => "UTC",
  );

/** One session: whether it is this one, when it began and ends, and its end. */
export function SessionRow({ session, here, pending, onEnd }: SessionRowProps) {
  const t = useTranslations("sessions");
  const timeZone = useZoneHere();
  const row = useFocusOnceGone<HTMLLIElement>();
  return (
    <li className="session" ref={row}>
      <span className="m">{t(here ? "here" : "elsewhere")}</span>
      {here ? (
        <button type="button" className="btn quiet small" onClick={onEnd}>
          {t("signOut")}
        </button>
      ) : (
        <AskedButton
          name={t("end")}
          confirm={t("endNow")}
          className="btn quiet small"
          pending={pending}
          onConfirm={onEnd}
        />
      )}
      <span className="help whole">
        {t("begun")} <Moment at={session.begunAt} timeZone={timeZone} />
      </span>
      <span className="help whole">
        {t("ends")} <Moment at={session.endsAt} timeZone={timeZone} />
      </span>
    </li>
  );
}
