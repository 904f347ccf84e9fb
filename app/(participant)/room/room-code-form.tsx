"use client";

import { useTranslations } from "next-intl";
import { type FormEvent, useRef, useState } from "react";
import { Masthead } from "@/app/_components/masthead";
import { codeTyped } from "@/domain/room/code";
import { CodeField } from "../_code-field";
import { isNoRoom, roomBehind } from "../_protocol/room";
import { useTrouble } from "../_trouble";

/** Where the code on the wall is typed. */
export function RoomCodeForm() {
  const t = useTranslations("roomJoin");
  const trouble = useTrouble();
  const typed = useRef<HTMLInputElement>(null);
  const [looking, setLooking] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);

  async function submit(event: FormEvent) {
    event.preventDefault();
    if (looking) return;
    const code = codeTyped(typed.current?.value ?? "");
    if (code === null) return setProblem(t("problems.malformed"));
    setProblem(null);
    setLooking(true);
    try {
      await roomBehind(window.location.origin, code).view();
      window.location.assign(`/room/${code}`);
    } catch (error) {
      setProblem(isNoRoom(error) ? t("problems.unknown") : trouble(error));
      setLooking(false);
    }
  }

  return (
    <>
      <Masthead />
      <main className="sheet" id="main">
        <h1>{t("title")}</h1>
        <p className="lede">{t("lede")}</p>
        <form className="stack" onSubmit={submit}>
          <CodeField label={t("code")} help={t("codeHelp")} problem={problem} typed={typed} />
          <button className="btn" type="submit" aria-disabled={looking}>
            {t(looking ? "looking" : "continue")}
          </button>
        </form>
      </main>
    </>
  );
}
