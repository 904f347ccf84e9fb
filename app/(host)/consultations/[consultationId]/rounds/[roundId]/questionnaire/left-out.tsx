"use client";

import { useTranslations } from "next-intl";
import { broughtBack, leftOutByRound } from "@/domain/questionnaire/carry-over";
import { MOST } from "@/domain/questionnaire/editing";
import type { Item } from "@/domain/questionnaire/item";
import type { AskedRound } from "@/domain/questionnaire/lineage";
import { KindWithCount } from "./outline";
import { itemNumber, placeOf } from "./place";
import { panelHead, thenFocus } from "./then-focus";
import type { QuestionnaireDraft } from "./use-questionnaire-draft";

type LeftOutProps = {
  readonly draft: QuestionnaireDraft;
  readonly earlier: readonly AskedRound[];
  readonly turnTo: (id: string) => void;
};

/** What earlier rounds asked and this one does not, each with the way back. */
export function LeftOut({ draft, earlier, turnTo }: LeftOutProps) {
  const t = useTranslations("questionnaire.lineage");
  return leftOutByRound(draft.questionnaire, earlier).map(({ round, items }) => (
    <section className="outline left-out" key={round.number} aria-labelledby={`left-out-${round.number}`}>
      <h2 id={`left-out-${round.number}`}>{t("leftOutOf", { number: round.number })}</h2>
      <ul>
        {items.map((item) => (
          <LeftOutItem key={item.id} draft={draft} round={round} item={item} turnTo={turnTo} />
        ))}
      </ul>
    </section>
  ));
}

type LeftOutItemProps = Pick<LeftOutProps, "draft" | "turnTo"> & {
  readonly round: AskedRound;
  readonly item: Item;
};

function LeftOutItem({ draft, round, item, turnTo }: LeftOutItemProps) {
  const t = useTranslations("questionnaire");
  const back = broughtBack(draft.questionnaire, round.questionnaire, item.id);
  const prompt = item.prompt.trim() || t("notWritten");
  const noRoom = `no-room-${item.id}`;

  function bringBack() {
    const place = back === null ? undefined : placeOf(back, item.id);
    if (back === null || place?.item === undefined) return;
    const number = itemNumber(place.questionIndex, place.item.index);
    const alone = draft.questionnaire.agendaQuestions.length < back.agendaQuestions.length;
    thenFocus(() => {
      draft.bringBack(back, item.id);
      draft.say(t(alone ? "lineage.backWithQuestion" : "parts.item.back", { number }));
      turnTo(item.id);
    }, panelHead);
  }

  return (
    <li>
      <p className="clamp">{prompt}</p>
      <KindWithCount item={item} />
      <button
        type="button"
        className="btn secondary small"
        aria-label={t("lineage.bringBackItem", { prompt })}
        aria-disabled={back === null}
        aria-describedby={back === null ? noRoom : undefined}
        onClick={bringBack}
      >
        {t("lineage.bringBack")}
      </button>
      {back === null && (
        <p className="help" id={noRoom}>
          {t("lineage.noRoom", { items: MOST.items, questions: MOST.agendaQuestions })}
        </p>
      )}
    </li>
  );
}
