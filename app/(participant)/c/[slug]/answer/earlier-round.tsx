"use client";

import { useTranslations } from "next-intl";
import { type ReactNode, type RefObject, useEffect, useRef, useState } from "react";
import { AnswerSummary } from "@/app/_components/answer-fields/answer-summary";
import { isGiven } from "@/app/_components/answer-fields/answered";
import type { Answer, Item } from "@/domain/questionnaire/item";
import type { Answers } from "@/domain/questionnaire/questionnaire";
import type { OwnDevice } from "../../../_protocol/device";

/** A carried item as an earlier round asked it, and what that round found. */
export type EarlierItem = {
  readonly item: Item;
  readonly lineage: "carried" | "reworded";
  readonly round: { readonly id: string; readonly number: number };
  readonly found: ReactNode;
};

/**
 * What this device sent in these rounds, by round id: only what the box is known to have taken. Answers of a closed round
 * exist nowhere else, and are asked of nobody.
 */
export function useOwnEarlier(
  device: OwnDevice,
  roundIds: readonly string[],
): Readonly<Record<string, Answers>> {
  const [own, setOwn] = useState<Record<string, Answers>>({});
  const wanted = [...new Set(roundIds)].join(" ");
  useEffect(() => {
    if (wanted === "") return;
    let current = true;
    const kept = wanted.split(" ").map(async (roundId) => {
      // A device that can no longer be read shows nothing of its own, and the page goes on.
      const sent = await device.sent(roundId).catch(() => null);
      return [roundId, sent?.receipt == null ? {} : sent.answers] as const;
    });
    Promise.all(kept).then((read) => current && setOwn(Object.fromEntries(read)));
    return () => {
      current = false;
    };
  }, [device, wanted]);
  return own;
}

/**
 * Whether an answer stands: it was there when the page came, or the focus has left the item's controls since. Until then
 * somebody may be walking through its options with the arrow keys.
 */
function useSettled(answered: boolean, inside: RefObject<HTMLElement | null>): boolean {
  const [settled, settle] = useState(answered);
  useEffect(() => {
    const item = inside.current?.closest("section");
    const onLeaving = ({ relatedTarget }: FocusEvent) => {
      const still = relatedTarget instanceof HTMLInputElement && item?.contains(relatedTarget);
      if (!still) settle(answered);
    };
    item?.addEventListener("focusout", onLeaving);
    return () => item?.removeEventListener("focusout", onLeaving);
  }, [answered, inside]);
  return settled;
}

type EarlierRoundProps = {
  readonly earlier: EarlierItem;
  /** This participant's own answer then, where this device has it. */
  readonly own: Answer | undefined;
  /** The item is answered now: what was found can no longer lead. */
  readonly answered: boolean;
};

/** Opens once a scale or a choice is answered, else on request, so that the earlier round does not lead. */
export function EarlierRound({ earlier, own, answered }: EarlierRoundProps) {
  const t = useTranslations("participant.earlier");
  const [asked, ask] = useState<boolean | null>(null);
  const details = useRef<HTMLDetailsElement>(null);
  const settled = useSettled(answered, details);
  const open = asked ?? settled;
  const { number } = earlier.round;
  return (
    <details
      ref={details}
      className="more earlier"
      open={open}
      onToggle={({ currentTarget }) => currentTarget.open !== open && ask(currentTarget.open)}
    >
      <summary>{t("title", { number })}</summary>
      {earlier.lineage === "reworded" && <p className="help">{t("reworded", { number })}</p>}
      {isGiven(own) && (
        <div className="own">
          <p className="fine">{t("own")}</p>
          <dl className="answers">
            <AnswerSummary item={earlier.item} answer={own} />
          </dl>
          <p className="help">{t("ownHelp")}</p>
        </div>
      )}
      <div className="found">{earlier.found}</div>
      <p className="help">{t("foundHelp", { number })}</p>
    </details>
  );
}
