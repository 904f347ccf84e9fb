"use client";

import { useLocale, useTranslations } from "next-intl";
import { momentParts } from "@/domain/consultation/moment";
import { plain } from "@/domain/findings/message";
import { phraseMessage } from "@/domain/findings/sentence";
import { type Chosen, isDraft } from "@/domain/wording/chosen";
import type { Claim } from "@/domain/wording/claims";
import { MARKER } from "@/domain/wording/reading";

/** One change of the words of a finding: what was chosen, by whom and when (ISO). */
export type PastWords = Chosen & {
  readonly findingKey: string;
  readonly position: number;
  readonly name: string;
  readonly at: string;
};

type PastWordsListProps = {
  readonly claim: Claim;
  readonly about: string;
  readonly history: readonly PastWords[];
  readonly timeZone: string;
};

/** Every change of one finding's words, the newest first. */
export function PastWordsList({ claim, about, history, timeZone }: PastWordsListProps) {
  const t = useTranslations("wordingDesk");
  const tAll = useTranslations();
  const locale = useLocale();
  if (history.length === 0) return null;
  const count = history.length;
  return (
    <details className="more">
      <summary aria-label={t("historyOf", { about, count })}>{t("history", { count })}</summary>
      <ol className="entries" reversed>
        {history.toReversed().map((entry) => {
          const phrase = plain(phraseMessage(claim.ladder, entry.phrase), tAll.markup);
          const at = tAll.markup("moment.whole", {
            ...momentParts(entry.at, timeZone, locale),
            utc: (chunks) => chunks,
          });
          return (
            <li key={entry.position}>
              <p>{t(isDraft(claim, entry) ? "entryDraft" : "entryPhrase", { phrase })}</p>
              {entry.wording !== null && (
                <p>{t("entryWording", { wording: entry.wording.replace(MARKER, "[…]") })}</p>
              )}
              {entry.reason !== null && <p>{t("entryReason", { reason: entry.reason })}</p>}
              <p className="help">{t("entry", { name: entry.name, at })}</p>
            </li>
          );
        })}
      </ol>
    </details>
  );
}
