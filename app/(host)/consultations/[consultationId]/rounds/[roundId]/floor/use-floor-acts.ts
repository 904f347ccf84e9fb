"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import type { inferRouterOutputs } from "@trpc/server";
import { useTRPC } from "@/app/_trpc/client";
import type { AppRouter } from "@/server/trpc/router";

export type NotedQuestion = inferRouterOutputs<AppRouter>["floor"]["notes"]["questions"][number];
export type Note = NotedQuestion["notes"][number];
export type FloorPlace = { readonly consultationId: string; readonly roundId: string };

/** What is done with notes; after each the list is read again, upon a refusal too. */
export function useFloorActs(place: FloorPlace) {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const onSettled = () => queryClient.invalidateQueries(trpc.floor.notes.queryFilter(place));
  return {
    add: useMutation(trpc.floor.add.mutationOptions({ onSettled })),
    edit: useMutation(trpc.floor.edit.mutationOptions({ onSettled })),
    remove: useMutation(trpc.floor.remove.mutationOptions({ onSettled })),
  };
}
