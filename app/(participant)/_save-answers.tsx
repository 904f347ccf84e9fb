"use client";

import { useTranslations } from "next-intl";
import { saveFile } from "@/app/_components/save-file";
import type { Answers } from "@/domain/questionnaire/questionnaire";
import type { SavedAnswers } from "./_protocol/receipts";

type SaveAnswersProps = {
  readonly of: { readonly kind: "round" | "window"; readonly roundId: string; readonly number: number };
  readonly answers: Answers;
};

/** Saves what was sent as a file, so that it can be looked for after the close from any device: the box keeps no copy. */
export function SaveAnswers({ of: { kind, roundId, number }, answers }: SaveAnswersProps) {
  const t = useTranslations("participant.saveAnswers");
  const tWindow = useTranslations("participantWindow");
  function save() {
    const saved: SavedAnswers = { version: 1, roundId, answers };
    const name = kind === "window" ? tWindow("fileName", { number }) : t("name", { number });
    saveFile(name, JSON.stringify(saved), "application/json");
  }
  return (
    <>
      <p className="help">{t("help")}</p>
      <div>
        <button type="button" className="btn secondary small" onClick={save}>
          {t("save")}
        </button>
      </div>
    </>
  );
}
