"use client";

import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import { useKeys } from "./keys";

/** How long it is said that keys do nothing, in milliseconds. */
const SAID_FOR = 8_000;

/** A screen without a host: it follows, and says so when somebody presses a key to drive it. */
export function KeysElsewhere() {
  const t = useTranslations("roomScreens.drive");
  const [pressed, setPressed] = useState(0);
  useKeys(() => setPressed((times) => times + 1));
  useEffect(() => {
    if (pressed === 0) return;
    const said = setTimeout(() => setPressed(0), SAID_FOR);
    return () => clearTimeout(said);
  }, [pressed]);
  return (
    <p className={pressed > 0 ? "room-drive" : "room-drive-none"} role="status">
      {pressed > 0 && t("followsOnly")}
    </p>
  );
}
