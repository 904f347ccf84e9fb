"use client";

import { useTranslations } from "next-intl";
import { Field } from "@/app/(host)/_components/field";
import { originOf } from "@/domain/questionnaire/carry-over";
import { movedBy, withAgendaQuestion, withItem, without } from "@/domain/questionnaire/editing";
import type { Item } from "@/domain/questionnaire/item";
import type { AskedRound } from "@/domain/questionnaire/lineage";
import { AddItem } from "./add-item";
import { ItemSettings } from "./item-settings";
import { LINEAGE_TAG, LineageTag } from "./lineage-tag";
import { OrderButtons } from "./order-buttons";
import { ParagraphPointer, type PointedPaper } from "./paragraph-pointer";
import { itemNumber, type Place } from "./place";
import { panelHead, thenFocus } from "./then-focus";
import { ToOutline } from "./to-outline";
import { type IssueSentence, sentencesAt } from "./use-issue-sentences";
import type { QuestionnaireDraft } from "./use-questionnaire-draft";

type ItemPanelProps = {
  readonly draft: QuestionnaireDraft;
  readonly place: Place;
  readonly item: Item;
  readonly index: number;
  readonly issues: readonly IssueSentence[];
  readonly earlier: readonly AskedRound[];
  /** The version of the discussion paper that the round circulates, if any. */
  readonly paper: PointedPaper | null;
  /** Turns to another question or item. */
  readonly turnTo: (id: string) => void;
};

/** One item: what it asks, and what can be answered. */
export function ItemPanel({ draft, place, item, index, issues, earlier, paper, turnTo }: ItemPanelProps) {
  const t = useTranslations("questionnaire");
  const { question, questionIndex } = place;
  const { items } = question;
  const number = itemNumber(questionIndex, index);
  const origin = earlier.length === 0 ? undefined : originOf(item, earlier);
  const change = (changed: Item) => draft.change(withItem(draft.questionnaire, changed));

  function move(step: -1 | 1) {
    const moved = movedBy(items, index, step);
    draft.change(withAgendaQuestion(draft.questionnaire, { ...question, items: moved }));
    const now = itemNumber(questionIndex, index + step);
    draft.say(t("parts.item.moved", { place: now, of: itemNumber(questionIndex, items.length - 1) }));
  }
  function remove() {
    const removal = { what: "item", questionId: question.id, index, entry: item } as const;
    thenFocus(() => {
      draft.remove(without(draft.questionnaire, removal), removal);
      draft.say(t("parts.item.removed", { number }));
      turnTo((items[index + 1] ?? items[index - 1] ?? question).id);
    }, panelHead);
  }

  return (
    <section className="panel" id="edit" aria-labelledby="edit-head">
      <ToOutline />
      <p className="help clamp">
        {t("ofQuestion", { number: questionIndex + 1, text: question.text.trim() || t("notWritten") })}
      </p>
      <div className="row between">
        <div className="row headed">
          <h2 id="edit-head" tabIndex={-1} aria-describedby={origin && LINEAGE_TAG}>
            {t("item", { number, kind: t(`kinds.${item.kind}`) })}
          </h2>
          {origin !== undefined && <LineageTag origin={origin} />}
        </div>
        <OrderButtons
          part="item"
          number={number}
          index={index}
          count={items.length}
          onMove={move}
          onRemove={remove}
        />
      </div>
      <Field
        id="edit-prompt"
        label={t("prompt")}
        help={origin?.lineage === "reworded" ? t("lineage.rewordedHelp", { kind: item.kind }) : undefined}
        error={sentencesAt(issues, item.id, ["prompt_blank"])[0]}
      >
        {(attributes) => (
          <textarea
            {...attributes}
            className="textarea short"
            rows={2}
            maxLength={1_000}
            value={item.prompt}
            onChange={({ target }) => change({ ...item, prompt: target.value })}
          />
        )}
      </Field>
      <Field id="edit-help" label={t("help")} error={undefined}>
        {(attributes) => (
          <input
            {...attributes}
            className="input"
            maxLength={1_000}
            value={item.help ?? ""}
            onChange={({ target }) => change({ ...item, help: target.value === "" ? null : target.value })}
          />
        )}
      </Field>
      <ItemSettings draft={draft} item={item} issues={issues} onChange={change} />
      <label className="check">
        <input
          type="checkbox"
          checked={item.required}
          onChange={({ target }) => change({ ...item, required: target.checked })}
        />
        <span>
          {t("required")} <small>{t(item.kind === "text" ? "requiredTextHelp" : "requiredHelp")}</small>
        </span>
      </label>
      <ParagraphPointer item={item} paper={paper} issues={issues} onChange={change} />
      <AddItem draft={draft} question={question} turnTo={turnTo} />
    </section>
  );
}
