"use client";

import { useEffect, useState } from "react";
import { asksTheSame, stillToUndo } from "@/domain/questionnaire/carry-over";
import { putBack, type Removal } from "@/domain/questionnaire/editing";
import type { Questionnaire } from "@/domain/questionnaire/questionnaire";
import { type KeptDraft, useKeptDrafts } from "./kept-drafts";
import { useSaving } from "./use-saving";

type DraftOf = {
  readonly consultationId: string;
  readonly roundId: string;
  readonly read: KeptDraft;
};

export type QuestionnaireDraft = ReturnType<typeof useQuestionnaireDraft>;

/** The questionnaire being edited: what has changed since it was read, what was removed, and its way to the server. */
export function useQuestionnaireDraft({ consultationId, roundId, read }: DraftOf) {
  const [base, setBase] = useState<KeptDraft>(read);
  const [questionnaire, setQuestionnaire] = useState(read.questionnaire);
  const [removals, setRemovals] = useState<readonly Removal[]>([]);
  const [said, say] = useState("");
  const unsaved = !asksTheSame(questionnaire, base.questionnaire);
  const lastRemoval = removals.at(-1);
  const restored = lastRemoval && putBack(questionnaire, lastRemoval);
  const kept = useKeptDrafts(roundId, base.version);
  const saving = useSaving({
    consultationId,
    roundId,
    onSaved: (saved, over) => {
      kept.forget({ version: over });
      kept.forget(base);
      setBase({ version: saved.version, questionnaire: saved.questionnaire });
    },
  });

  function startFrom({ version, questionnaire: from }: KeptDraft) {
    setBase({ version, questionnaire: from });
    setQuestionnaire(from);
    setRemovals([]);
  }
  // What another host saved takes the place of a version in which nothing was changed here.
  if (read.version > base.version && !unsaved) startFrom(read);

  useKeeping(kept, { version: base.version, questionnaire }, unsaved);
  useWarningBeforeLeaving(unsaved);

  return {
    questionnaire,
    unsaved,
    saving,
    said,
    say,
    /** Whether it is known what an earlier visit left, and decided what becomes of it. */
    ready: kept.ready,
    offered: kept.offered,
    stale: kept.stale,
    dropKept: kept.drop,
    takeUp: (draft: KeptDraft) => {
      setQuestionnaire(draft.questionnaire);
      kept.settle(draft);
    },
    change: setQuestionnaire,
    /** Changes the questionnaire to one from which something is gone, and remembers what. */
    remove: (changed: Questionnaire, removal: Removal) => {
      setQuestionnaire(changed);
      setRemovals([...removals, removal]);
    },
    /** Changes the questionnaire to one in which an item of an earlier round is back. */
    bringBack: (back: Questionnaire, itemId: string) => {
      setQuestionnaire(back);
      setRemovals(stillToUndo(removals, { back, itemId }));
    },
    lastRemoval,
    /** Whether there is still room to put the last removal back. */
    undoable: Boolean(restored),
    /** Puts the last removal back into what the questionnaire is now. */
    undo: () => {
      if (!restored) return;
      setQuestionnaire(restored);
      setRemovals(removals.slice(0, -1));
    },
    save: () => saving.save({ version: base.version, questionnaire }),
    saveOver: () => saving.withNewest(({ version }) => saving.save({ version, questionnaire })),
    takeOther: () =>
      saving.withNewest((newest) => {
        startFrom(newest);
        kept.forget(base);
        saving.settle();
      }),
  };
}

/** Keeps what is not saved in this tab, and forgets it once it is. */
function useKeeping(
  { ready, keep, forget }: ReturnType<typeof useKeptDrafts>,
  draft: KeptDraft,
  unsaved: boolean,
) {
  useEffect(() => {
    if (!ready) return;
    if (unsaved) keep(draft);
    else forget(draft);
  });
}

function useWarningBeforeLeaving(unsaved: boolean) {
  useEffect(() => {
    if (!unsaved) return;
    const warn = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener("beforeunload", warn);
    return () => window.removeEventListener("beforeunload", warn);
  }, [unsaved]);
}
