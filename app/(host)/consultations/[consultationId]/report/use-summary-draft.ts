"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useState } from "react";
import type { registry } from "@/app/_trpc/caller";
import { useTRPC } from "@/app/_trpc/client";
import { ASKED_NOW, SAVED_ONCE_CONNECTED, useSavingState } from "@/app/(host)/_components/saving-state";
import type { Arrangement } from "@/domain/summary/arrangement";
import { arranged, arrangesTheSame } from "@/domain/summary/draft";
import { useWarningBeforeLeaving } from "../seats/warning-before-leaving";

type Caller = Awaited<ReturnType<typeof registry>>;
/** The summary as the server has it, with all that it can point at. It comes with the page, so figures stay released ones. */
export type SummaryRead = Awaited<ReturnType<Caller["summaries"]["read"]>>;
export type SummaryDraft = ReturnType<typeof useSummaryDraft>;

type Composed = { readonly arrangement: Arrangement; readonly nextSteps: string };

/** What was saved, brought up to the evidence that there is now. */
const startOf = ({ version, arrangement, nextSteps, evidence, asked }: SummaryRead) => {
  const { toPlace, ...now } = arranged(arrangement, { evidence, asked });
  return { version, toPlace, composed: { ...now, nextSteps } satisfies Composed };
};

/** The summary being arranged: what has changed since it was read, what can be undone, and its way to the server. */
export function useSummaryDraft(consultationId: string, read: SummaryRead) {
  const [base, setBase] = useState(() => startOf(read));
  const [composed, setComposed] = useState(base.composed);
  const [before, setBefore] = useState<readonly Arrangement[]>([]);
  const [said, say] = useState("");
  const [refused, refuse] = useState("");
  const unsaved =
    composed.nextSteps !== base.composed.nextSteps ||
    !arrangesTheSame(composed.arrangement, base.composed.arrangement);
  const saving = useSaving(consultationId, (version, sent) =>
    setBase({ version, toPlace: [], composed: sent }),
  );
  useWarningBeforeLeaving(unsaved);

  function startFrom(from: SummaryRead) {
    const start = startOf(from);
    setBase(start);
    setComposed(start.composed);
    setBefore([]);
  }
  // What somebody else saved takes the place of a version in which nothing was changed here.
  if (read.version > base.version && !unsaved) startFrom(read);

  return {
    ...composed,
    toPlace: base.toPlace,
    unsaved,
    saving,
    said,
    say: (sentence: string) => {
      say(sentence);
      refuse("");
    },
    /** Why the last move was not made, until another is. */
    refused,
    refuse,
    /** Arranges anew, and remembers how it was. */
    arrange: (arrangement: Arrangement) => {
      if (arrangesTheSame(arrangement, composed.arrangement)) return;
      setBefore([...before, composed.arrangement]);
      setComposed({ ...composed, arrangement });
    },
    writeNextSteps: (nextSteps: string) => setComposed({ ...composed, nextSteps }),
    undoable: before.length > 0,
    undo: () => {
      const last = before.at(-1);
      if (last === undefined) return;
      setBefore(before.slice(0, -1));
      setComposed({ ...composed, arrangement: last });
    },
    save: () => saving.save(base.version, composed),
    saveOver: () => saving.withNewest(({ version }) => saving.save(version, composed)),
    takeOther: () =>
      saving.withNewest(({ version, arrangement, nextSteps }) => {
        startFrom({ ...read, version, arrangement, nextSteps });
        saving.settle();
      }),
  };
}

/** Saves over a version; the refusal stays until the next try. */
function useSaving(consultationId: string, onSaved: (version: number, sent: Composed) => void) {
  const trpc = useTRPC();
  const router = useRouter();
  const queryClient = useQueryClient();
  const reading = trpc.summaries.read.queryOptions({ consultationId });
  const save = useMutation(
    trpc.summaries.save.mutationOptions({
      ...SAVED_ONCE_CONNECTED,
      onSuccess: ({ version }, { arrangement, nextSteps }) => {
        onSaved(version, { arrangement, nextSteps });
        router.refresh();
      },
    }),
  );
  const newest = () => queryClient.fetchQuery({ ...reading, ...ASKED_NOW });
  const state = useSavingState(save, "summary_changed", newest);
  return {
    ...state,
    save: (version: number, { arrangement, nextSteps }: Composed) =>
      save.mutate({ consultationId, version, arrangement, nextSteps }),
  };
}
