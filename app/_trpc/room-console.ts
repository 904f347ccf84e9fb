"use client";

import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import type { inferRouterOutputs } from "@trpc/server";
import type { Step } from "@/domain/room/step";
import type { AppRouter } from "@/server/trpc/router";
import { useTRPC } from "./client";

export type RoomConsole = inferRouterOutputs<AppRouter>["room"]["console"];
export type RoomSession = NonNullable<RoomConsole["session"]>;

/** How often hosts ask what another host did, in milliseconds. */
const EVERY = 1_500;

/** Milliseconds until it is asked again: a step that is pending is looked at as it takes effect. */
function untilAskedAgain(session: RoomSession | null | undefined): number {
  if (session?.pending == null) return EVERY;
  const left = Date.parse(session.pending.effectAt) - Date.parse(session.view.now);
  return Math.min(EVERY, Math.max(0, left) + 100);
}

/** What hosts see of the session in the room, and what they do with it. */
export function useRoomConsole(consultationId: string) {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const console = useQuery({
    ...trpc.room.console.queryOptions({ consultationId }),
    staleTime: 0,
    refetchInterval: ({ state }) => untilAskedAgain(state.data?.session),
    networkMode: "always",
  });
  const anew = () => queryClient.invalidateQueries(trpc.room.pathFilter());
  const again = {
    // The next press is about what came of this one; why one was refused is said at once.
    onSuccess: anew,
    onError: () => void anew(),
  };
  const take = useMutation(trpc.room.take.mutationOptions(again));
  const undo = useMutation(trpc.room.undo.mutationOptions(again));
  const start = useMutation(trpc.room.start.mutationOptions(again));
  /** Why an earlier press came to nothing is no longer said beside the next. */
  const forget = () => {
    for (const act of [take, undo, start]) act.reset();
  };
  return {
    data: console.data,
    /** Whether the last asking failed: what is shown may be over. */
    outOfTouch: console.isError,
    error: take.error ?? undo.error ?? start.error,
    busy: take.isPending || undo.isPending || start.isPending,
    take: (session: RoomSession, step: Step) => {
      forget();
      take.mutate({ consultationId, after: session.last, step });
    },
    undo: (number: number) => {
      forget();
      undo.mutate({ consultationId, number });
    },
    start: (roundId: string) => {
      forget();
      start.mutate({ consultationId, roundId });
    },
  };
}
