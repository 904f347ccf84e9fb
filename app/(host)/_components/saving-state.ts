"use client";

import { TRPCClientError } from "@trpc/client";
import { useState } from "react";
import type { RefusalCode } from "@/domain/refusal";
import type { DraftSaving } from "./draft-bar";
import { saidByServer } from "./refused";

type Save = {
  readonly isPending: boolean;
  readonly isPaused: boolean;
  readonly isSuccess: boolean;
  readonly error: unknown;
  readonly reset: () => void;
};

/** Asks at once, also without a connection: whoever pressed a button is told that no reply came. */
export const ASKED_NOW = { staleTime: 0, networkMode: "always" } as const;

/** Waits for the connection, and then saves: a draft is not decided by when it arrives. */
export const SAVED_ONCE_CONNECTED = { networkMode: "online" } as const;

/** How a draft stands with the server: from the mutation that saves it, and the reading of the newest version. */
export function useSavingState<Newest>(save: Save, changed: RefusalCode, newest: () => Promise<Newest>) {
  const { error } = save;
  /** The refusal upon which the newest version was asked for and did not come. */
  const [unanswered, setUnanswered] = useState<unknown>(null);
  return {
    pending: save.isPending,
    waiting: save.isPaused,
    succeeded: save.isSuccess,
    refused: error !== null && error === unanswered ? null : saidByServer(error),
    changedByAnother: error instanceof TRPCClientError && error.data?.refusal === changed,
    settle: () => save.reset(),
    /** Goes on with what stands on the server now. */
    withNewest: async (goOn: (newest: Newest) => void) => {
      let found: Newest;
      try {
        found = await newest();
      } catch {
        setUnanswered(error);
        return;
      }
      goOn(found);
    },
  } satisfies DraftSaving & Record<string, unknown>;
}
