"use client";

import { useTranslations } from "next-intl";
import { saveFile } from "@/app/_components/save-file";
import type { Answers } from "@/domain/questionnaire/questionnaire";
import type { SavedAnswers } from "./_protocol/receipts";

type SaveAnswersProps = { readonly roundId: string; readonly number: number; readonly answers: Answers };

/** Saves what was sent as a file, so that it can be looked for after the close from any device: the box keeps no copy. */
export function SaveAnswers({ roundId, number, answers }: SaveAnswersProps) {
  const t = useTranslations("participant.saveAnswers");
  function save() {
    const saved: SavedAnswers = { version: 1, roundId, answers };
    saveFile(t("name", { number }), JSON.stringify(saved), "application/json");
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
