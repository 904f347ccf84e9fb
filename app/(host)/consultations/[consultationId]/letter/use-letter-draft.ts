"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import type { inferRouterOutputs } from "@trpc/server";
import { useState } from "react";
import { useTRPC } from "@/app/_trpc/client";
import { ASKED_NOW, SAVED_ONCE_CONNECTED, useSavingState } from "@/app/(host)/_components/saving-state";
import type { Letter } from "@/domain/letter/letter";
import { tidied } from "@/domain/letter/shape";
import type { AppRouter } from "@/server/trpc/router";
import { useWarningBeforeLeaving } from "../seats/warning-before-leaving";

type LetterRead = inferRouterOutputs<AppRouter>["letters"]["read"];
type Base = { readonly version: number; readonly letter: Letter };

const same = (one: Letter, other: Letter) => JSON.stringify(tidied(one)) === JSON.stringify(tidied(other));

/** The letter being written: what has changed since it was read, and its way to the server. */
export function useLetterDraft(consultationId: string, read: LetterRead) {
  const [base, setBase] = useState<Base>(read);
  const [letter, change] = useState<Letter>(read.letter);
  const unsaved = !same(letter, base.letter);
  const saving = useSaving(consultationId, setBase);
  useWarningBeforeLeaving(unsaved);

  function startFrom(from: Base) {
    setBase({ version: from.version, letter: from.letter });
    change(from.letter);
  }
  // What somebody else saved takes the place of a version in which nothing was changed here.
  if (read.version > base.version && !unsaved) startFrom(read);

  return {
    letter,
    change,
    unsaved,
    /** Whether any version was ever saved: until then an edition has no letter. */
    everSaved: base.version > 0,
    saving,
    save: () => saving.save({ version: base.version, letter }),
    saveOver: () => saving.withNewest(({ version }) => saving.save({ version, letter })),
    takeOther: () =>
      saving.withNewest((newest) => {
        startFrom(newest);
        saving.settle();
      }),
  };
}

/** Saves over a version; the refusal stays until the next try. */
function useSaving(consultationId: string, onSaved: (base: Base) => void) {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const reading = trpc.letters.read.queryOptions({ consultationId });
  const save = useMutation(
    trpc.letters.save.mutationOptions({
      ...SAVED_ONCE_CONNECTED,
      onSuccess: ({ version }, { letter }) => {
        onSaved({ version, letter });
        queryClient.setQueryData(reading.queryKey, (before) => before && { ...before, version, letter });
      },
    }),
  );
  const newest = () => queryClient.fetchQuery({ ...reading, ...ASKED_NOW });
  const state = useSavingState(save, "letter_changed", newest);
  return {
    ...state,
    save: ({ version, letter }: Base) => save.mutate({ consultationId, version, letter: tidied(letter) }),
  };
}
