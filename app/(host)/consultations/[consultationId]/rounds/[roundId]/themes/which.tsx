"use client";

import { useTranslations } from "next-intl";

type WhichProps = {
  readonly shown: "answers" | "notes";
  readonly answers: number;
  readonly notes: number;
  readonly onChoose: (which: "answers" | "notes") => void;
};

/** Chooses between the answers and the notes from the floor, which are never shown in one list. */
export function Which({ shown, answers, notes, onChoose }: WhichProps) {
  const t = useTranslations("floor.bench");
  const chip = (which: WhichProps["shown"], count: number) => (
    <button
      type="button"
      className={which === shown ? "chip on" : "chip"}
      aria-pressed={which === shown}
      onClick={() => onChoose(which)}
    >
      {t(which, { count })}
    </button>
  );
  return (
    <fieldset className="row chips">
      <legend className="sr">{t("which")}</legend>
      {chip("answers", answers)}
      {chip("notes", notes)}
    </fieldset>
  );
}
