"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import type { inferRouterOutputs } from "@trpc/server";
import { useState } from "react";
import { useTRPC } from "@/app/_trpc/client";
import type { AppRouter } from "@/server/trpc/router";
import { noteIds } from "./note-ids";

export type NotedQuestion = inferRouterOutputs<AppRouter>["floor"]["notes"]["questions"][number];
export type Note = NotedQuestion["notes"][number];
export type FloorPlace = { readonly consultationId: string; readonly roundId: string };

/** What is to stand in a note, and whether whoever wrote it has decided that it stays as it is, names and all. */
type Written = { readonly text: string; readonly asWritten: boolean };

/**
 * What is done with notes under an agenda question; after each the list is read again, upon a refusal too. `note` adds one:
 * called again after a lost reply it adds no second.
 */
export function useFloorActs(place: FloorPlace, agendaQuestionId: string) {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const onSettled = () => queryClient.invalidateQueries(trpc.floor.notes.queryFilter(place));
  const [ids] = useState(() => noteIds(() => crypto.randomUUID()));
  const add = useMutation(trpc.floor.add.mutationOptions({ onSettled, onSuccess: ids.kept }));
  return {
    add,
    note: (written: Written, onSuccess: () => void) =>
      add.mutate({ ...place, ...written, agendaQuestionId, noteId: ids.idOf(written.text) }, { onSuccess }),
    edit: useMutation(trpc.floor.edit.mutationOptions({ onSettled })),
    remove: useMutation(trpc.floor.remove.mutationOptions({ onSettled })),
  };
}
