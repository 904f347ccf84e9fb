"use client";

import { useTranslations } from "next-intl";
import type { Ref } from "react";

type KeysHelpProps = {
  readonly ref: Ref<HTMLDialogElement>;
  readonly on: boolean;
  readonly onSwitch: (on: boolean) => void;
};

const ROWS = ["next", "back", "undo", "help"] as const;

/** Which key does what, and the switch that turns them off for whoever presses letters without meaning to. */
export function KeysHelp({ ref, on, onSwitch }: KeysHelpProps) {
  const t = useTranslations("roomScreens.drive");
  return (
    <dialog className="room-keys" ref={ref} aria-labelledby="room-keys">
      <form method="dialog" className="stack">
        <h2 id="room-keys">{t("keys")}</h2>
        <dl className="facts">
          {ROWS.map((row) => (
            <div key={row}>
              <dt>{t(`does.${row}`)}</dt>
              <dd>{t(`press.${row}`)}</dd>
            </div>
          ))}
        </dl>
        <p className="help">{t("console")}</p>
        <label className="check">
          <input type="checkbox" checked={on} onChange={({ target }) => onSwitch(target.checked)} /> {t("on")}
        </label>
        <button type="submit" className="btn">
          {t("close")}
        </button>
      </form>
    </dialog>
  );
}
