"use client";

import { useTranslations } from "next-intl";
import { useId } from "react";
import { plain } from "@/domain/findings/message";
import { phraseMessage } from "@/domain/findings/sentence";
import type { Claim } from "@/domain/wording/claims";
import type { Rung } from "@/domain/wording/offered";

type LadderOfPhrasesProps = {
  readonly claim: Claim;
  /** The most claiming first. */
  readonly rungs: readonly Rung[];
  readonly phrase: string;
  readonly onChoose: (phrase: string) => void;
};

/** The rows of a ladder to choose among, and above them the one that is never offered. */
export function LadderOfPhrases({ claim, rungs, phrase, onChoose }: LadderOfPhrasesProps) {
  const t = useTranslations("wordingDesk");
  const tAll = useTranslations();
  const id = useId();
  return (
    <fieldset aria-describedby={`${id}-help`}>
      <legend className="label">{t("phrase")}</legend>
      <ul className="ladder">
        <li>
          <label className="rung barred">
            <input type="radio" name={id} disabled />
            <span>{t("rungs.consensus")}</span>
            <span className="why">{t("rungs.barred")}</span>
          </label>
        </li>
        {rungs.map((rung) => (
          <li key={rung.phrase}>
            <label className="rung">
              <input
                type="radio"
                name={id}
                checked={rung.phrase === phrase}
                onChange={() => onChoose(rung.phrase)}
              />
              <span>{plain(phraseMessage(claim.ladder, rung.phrase), tAll.markup)}</span>
              <span className="why">{t(`rungs.${rung.standing}`)}</span>
            </label>
          </li>
        ))}
      </ul>
      <p className="help" id={`${id}-help`}>
        {t("ladderHelp")}
      </p>
    </fieldset>
  );
}
