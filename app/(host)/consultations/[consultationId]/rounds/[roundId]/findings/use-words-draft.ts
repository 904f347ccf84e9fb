"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { quotable } from "@/domain/findings/sentence";
import { aroundPhrase, type Chosen, sentenceAround } from "@/domain/wording/chosen";
import type { Claim } from "@/domain/wording/claims";

/** The words of one claim as they are being chosen, over the entry of the history that the person began from. */
export function useWordsDraft(claim: Claim, now: Chosen | undefined, position: number, about: string) {
  const t = useTranslations("wordingDesk");
  const begun = now?.wording == null ? null : aroundPhrase(now.wording);
  const opening = claim.optionId === null ? t("opening", { about: quotable(about) }) : "";
  const [phrase, setPhrase] = useState(now?.phrase ?? claim.drafted);
  const [reason, setReason] = useState(now?.reason ?? "");
  const [own, setOwn] = useState(begun !== null);
  const [before, setBefore] = useState(begun?.before ?? opening);
  const [after, setAfter] = useState(begun?.after ?? "");
  const [tried, setTried] = useState(false);
  const [touched, setTouched] = useState(false);
  const [begunOver, setBegunOver] = useState<number | null>(position);
  const touching =
    <Value>(set: (value: Value) => void) =>
    (value: Value) => {
      setTouched(true);
      set(value);
    };
  const words: Chosen = {
    phrase,
    reason: reason.trim() === "" ? null : reason,
    wording: own ? sentenceAround(before, after) : null,
  };
  return {
    words,
    reason,
    own,
    before,
    after,
    /** Whether keeping was tried: what is missing is said from then on. */
    tried,
    touched,
    /** The entry over which these words are kept: the one begun from, until the person has looked at the newest. */
    over: begunOver ?? position,
    followNewest: () => setBegunOver(null),
    setTried,
    setPhrase: touching(setPhrase),
    setReason: touching(setReason),
    setOwn: touching(setOwn),
    setBefore: touching(setBefore),
    setAfter: touching(setAfter),
  };
}
export type WordsDraft = ReturnType<typeof useWordsDraft>;
