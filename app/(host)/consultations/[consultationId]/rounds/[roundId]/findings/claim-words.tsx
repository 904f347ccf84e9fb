"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useAskedInPlace } from "@/app/(host)/_components/asked-in-place";
import type { Finding } from "@/domain/findings/finding";
import { type ChosenWords, isDraft } from "@/domain/wording/chosen";
import type { Claim } from "@/domain/wording/claims";
import { type PastWords, PastWordsList } from "./past-words";
import { useChoosing } from "./use-choosing";
import { WordingForm } from "./wording-form";

/** Where words are chosen. */
export type WordingDesk = {
  readonly consultationId: string;
  readonly roundId: string;
  /** Names that no sentence may hold. */
  readonly delegations: readonly string[];
  readonly timeZone: string;
  readonly published: boolean;
};

type ClaimWordsProps = {
  readonly finding: Finding;
  readonly claim: Claim;
  readonly about: string;
  readonly chosen: ChosenWords;
  /** The changes of these words, the oldest first. */
  readonly history: readonly PastWords[];
  readonly desk: WordingDesk;
};

/** The acts on one claim's words: change them, return to the draft, see their history. */
export function ClaimWords({ finding, claim, about, chosen, history, desk }: ClaimWordsProps) {
  const t = useTranslations("wordingDesk");
  const router = useRouter();
  const { asked, setAsked, asking } = useAskedInPlace();
  const position = history.length;
  const returning = useChoosing(desk, claim.key, () => router.refresh());
  const now = chosen[claim.key];
  const differs = now !== undefined && !isDraft(claim, now);
  if (asked)
    return (
      <WordingForm
        finding={finding}
        claim={claim}
        about={about}
        chosen={chosen}
        position={position}
        desk={desk}
        onClose={() => setAsked(false)}
      />
    );
  return (
    <div className="claim stack">
      {claim.optionId !== null && <p className="label">{t("option", { option: about })}</p>}
      <div className="row">
        {!desk.published && (
          <button
            type="button"
            className="btn secondary small"
            ref={asking}
            aria-label={t("changeOf", { about })}
            onClick={() => setAsked(true)}
          >
            {t("change")}
          </button>
        )}
        {!desk.published && differs && (
          <button
            type="button"
            className="btn quiet small"
            aria-label={t("returnOf", { about })}
            aria-disabled={returning.pending}
            onClick={() => {
              if (returning.pending) return;
              returning.choose({ phrase: claim.drafted, reason: null, wording: null }, position);
              asking.current?.focus();
            }}
          >
            {t("returnToDraft")}
          </button>
        )}
      </div>
      <div role="alert">
        {returning.refused !== undefined && (
          <p className="notice caution">{returning.refused ?? t("noReply")}</p>
        )}
      </div>
      <PastWordsList claim={claim} about={about} history={history} timeZone={desk.timeZone} />
    </div>
  );
}
