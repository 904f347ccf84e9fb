"use client";

import { useTranslations } from "next-intl";
import { MOST, movedBy, withItem, without } from "@/domain/questionnaire/editing";
import type { ScaleItem } from "@/domain/questionnaire/scale";
import { SCALE_PRESETS } from "@/domain/questionnaire/scale-presets";
import { LineList } from "./line-list";
import { type IssueSentence, sentencesAt } from "./use-issue-sentences";
import type { QuestionnaireDraft } from "./use-questionnaire-draft";

type ScaleStepsProps = {
  readonly draft: QuestionnaireDraft;
  readonly item: ScaleItem;
  readonly issues: readonly IssueSentence[];
  readonly onChange: (item: ScaleItem) => void;
};

/** The steps of a scale, by a preset or in the host's own words. */
export function ScaleSteps({ draft, item, issues, onChange }: ScaleStepsProps) {
  const t = useTranslations("questionnaire");
  const { categories } = item;
  const reads = (preset: readonly string[]) => preset.join("\n") === categories.join("\n");

  function take(preset: readonly string[]) {
    if (reads(preset)) return;
    const changed = withItem(draft.questionnaire, { ...item, categories: [...preset] });
    draft.remove(changed, { what: "scale", itemId: item.id, entry: categories });
    draft.say(t("presetSet", { categories: preset.join(", ") }));
  }
  function remove(index: number) {
    const removal = { what: "category", itemId: item.id, index, entry: categories[index] ?? "" } as const;
    draft.remove(without(draft.questionnaire, removal), removal);
  }

  return (
    <>
      <fieldset>
        <legend className="label">{t("presets")}</legend>
        <div className="choices">
          {(["support", "agreement"] as const).map((preset) => (
            <button
              key={preset}
              type="button"
              className="btn secondary small"
              aria-pressed={reads(SCALE_PRESETS[preset])}
              onClick={() => take(SCALE_PRESETS[preset])}
            >
              {t(`presetNames.${preset}`)}
            </button>
          ))}
        </div>
      </fieldset>
      <LineList
        part="category"
        // Steps have no id: each is known by its place, and the keyboard is led to the new one after a move.
        lines={categories.map((text, index) => ({ key: `${index}`, text }))}
        most={MOST.categories}
        maxLength={80}
        issues={sentencesAt(issues, item.id, ["scale_too_few_categories", "category_blank"])}
        say={draft.say}
        onText={(index, text) => onChange({ ...item, categories: categories.with(index, text) })}
        onMove={(index, step) => onChange({ ...item, categories: movedBy(categories, index, step) })}
        onRemove={remove}
        onAdd={(index) => onChange({ ...item, categories: categories.toSpliced(index, 0, "") })}
      />
    </>
  );
}
