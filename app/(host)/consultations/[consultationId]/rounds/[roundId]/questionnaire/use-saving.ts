"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useTRPC } from "@/app/_trpc/client";
import { ASKED_NOW, SAVED_ONCE_CONNECTED, useSavingState } from "@/app/(host)/_components/saving-state";
import type { KeptDraft } from "./kept-drafts";

type SavingOf = {
  readonly consultationId: string;
  readonly roundId: string;
  /** What now stands on the server, and the version it was saved over. */
  readonly onSaved: (saved: KeptDraft, over: number) => void;
};

/** Saves over a version; the refusal stays until the next try. */
export function useSaving({ consultationId, roundId, onSaved }: SavingOf) {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const reading = trpc.questionnaires.read.queryOptions({ consultationId, roundId });
  const save = useMutation(
    trpc.questionnaires.save.mutationOptions({
      ...SAVED_ONCE_CONNECTED,
      onSuccess: async ({ version }, sent) => {
        const saved = { version, questionnaire: sent.questionnaire };
        onSaved(saved, sent.version);
        queryClient.setQueryData(reading.queryKey, (before) => before && { ...before, ...saved });
        // Later rounds are read with what this one asks; they are asked for again when they are turned to.
        const others = trpc.questionnaires.read.pathFilter();
        await queryClient.invalidateQueries({ ...others, refetchType: "none" });
        await queryClient.invalidateQueries(trpc.consultations.pathFilter());
      },
    }),
  );
  const newest = () => queryClient.fetchQuery({ ...reading, ...ASKED_NOW });
  const state = useSavingState(save, "questionnaire_changed", newest);
  return {
    ...state,
    save: ({ version, questionnaire }: KeptDraft) =>
      save.mutate({ consultationId, roundId, version, questionnaire }),
  };
}
