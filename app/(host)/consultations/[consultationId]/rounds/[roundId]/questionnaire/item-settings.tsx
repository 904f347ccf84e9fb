"use client";

import type { IssueCode } from "@/domain/issue";
import { blankLabels } from "@/domain/questionnaire/blank";
import { labelsOf, MOST, movedBy, withLabels, without } from "@/domain/questionnaire/editing";
import type { Item } from "@/domain/questionnaire/item";
import { ApprovalBounds } from "./approval-bounds";
import { draw } from "./fresh";
import { LineList } from "./line-list";
import { ScaleSteps } from "./scale-steps";
import { type IssueSentence, sentencesAt } from "./use-issue-sentences";
import type { QuestionnaireDraft } from "./use-questionnaire-draft";

type ItemSettingsProps = {
  readonly draft: QuestionnaireDraft;
  readonly item: Item;
  readonly issues: readonly IssueSentence[];
  readonly onChange: (item: Item) => void;
};

const ABOUT_LINES: readonly IssueCode[] = [
  "scale_without_statements",
  "too_few_options",
  "label_blank",
  "label_repeated",
  "id_repeated",
];

/** What differs from kind to kind: statements and the scale, options and their bounds; nothing for an open answer. */
export function ItemSettings({ draft, item, issues, onChange }: ItemSettingsProps) {
  if (item.kind === "text") return null;
  const labels = labelsOf(item);
  function remove(index: number) {
    const entry = labels[index];
    if (entry === undefined) return;
    const removal = { what: "label", itemId: item.id, index, entry } as const;
    draft.remove(without(draft.questionnaire, removal), removal);
  }
  return (
    <>
      <LineList
        part={item.kind === "scale" ? "statement" : "option"}
        lines={labels.map(({ id, text }) => ({ key: id, text }))}
        most={MOST.labels[item.kind]}
        maxLength={600}
        issues={sentencesAt(issues, item.id, ABOUT_LINES)}
        say={draft.say}
        onText={(index, text) =>
          onChange(
            withLabels(
              item,
              labels.map((label, at) => (at === index ? { ...label, text } : label)),
            ),
          )
        }
        onMove={(index, step) => onChange(withLabels(item, movedBy(labels, index, step)))}
        onRemove={remove}
        onAdd={(index) =>
          onChange(withLabels(item, labels.toSpliced(index, 0, ...blankLabels(draft.questionnaire, 1, draw))))
        }
      />
      {item.kind === "scale" && <ScaleSteps draft={draft} item={item} issues={issues} onChange={onChange} />}
      {item.kind === "approval" && <ApprovalBounds item={item} issues={issues} onChange={onChange} />}
    </>
  );
}
