"use client";

import { useTranslations } from "next-intl";
import type { IssueCode } from "@/domain/issue";
import { blankGroups } from "@/domain/questionnaire/blank";
import { BREAKDOWN, type Group } from "@/domain/questionnaire/breakdown";
import { MOST, movedBy, withGroups, without } from "@/domain/questionnaire/editing";
import { regionalGroups } from "@/domain/questionnaire/regional-groups";
import { draw } from "./fresh";
import { LineList } from "./line-list";
import { type IssueSentence, sentencesAt } from "./use-issue-sentences";
import type { QuestionnaireDraft } from "./use-questionnaire-draft";

type GroupLinesProps = {
  readonly draft: QuestionnaireDraft;
  readonly groups: readonly Group[];
  readonly issues: readonly IssueSentence[];
};

const ABOUT_GROUPS: readonly IssueCode[] = [
  "breakdown_too_few_groups",
  "group_blank",
  "group_repeated",
  "id_repeated",
];

const namesOf = (groups: readonly Group[]) => groups.map(({ name }) => name);

/** The groups to choose from, by a preset or in the host's own words. */
export function GroupLines({ draft, groups, issues }: GroupLinesProps) {
  const t = useTranslations("questionnaire.breakdown");
  const tGroups = useTranslations("seats.groups");
  const { questionnaire } = draft;
  const preset = regionalGroups((group) => tGroups(group));
  const taken = namesOf(preset).join("\n") === namesOf(groups).join("\n");
  const change = (changed: readonly Group[]) =>
    draft.change(withGroups(questionnaire, changed) ?? questionnaire);

  function takePreset() {
    if (taken) return;
    const changed = withGroups(questionnaire, preset) ?? questionnaire;
    draft.remove(changed, { what: "groups", entry: groups });
    draft.say(t("presetSet", { groups: namesOf(preset).join(", ") }));
  }
  function remove(index: number) {
    const entry = groups[index];
    if (entry === undefined) return;
    const removal = { what: "group", index, entry } as const;
    draft.remove(without(questionnaire, removal), removal);
  }

  return (
    <>
      <fieldset>
        <legend className="label">{t("presets")}</legend>
        <div className="choices">
          <button type="button" className="btn secondary small" aria-pressed={taken} onClick={takePreset}>
            {t("regionalGroups")}
          </button>
        </div>
      </fieldset>
      <LineList
        part="group"
        lines={groups.map(({ id, name }) => ({ key: id, text: name }))}
        most={MOST.groups}
        maxLength={200}
        issues={sentencesAt(issues, BREAKDOWN, ABOUT_GROUPS)}
        say={draft.say}
        onText={(index, name) =>
          change(groups.map((group, at) => (at === index ? { ...group, name } : group)))
        }
        onMove={(index, step) => change(movedBy(groups, index, step))}
        onRemove={remove}
        onAdd={(index) => change(groups.toSpliced(index, 0, ...blankGroups(questionnaire, 1, draw)))}
      />
    </>
  );
}
