"use client";

import { useMutation } from "@tanstack/react-query";
import { useTRPC } from "@/app/_trpc/client";
import { saidByServer } from "@/app/(host)/_components/refused";
import type { Chosen } from "@/domain/wording/chosen";

type Round = { readonly consultationId: string; readonly roundId: string };

/** Keeps the words of one claim; the refusal stays until the next try. */
export function useChoosing({ consultationId, roundId }: Round, findingKey: string, onKept: () => void) {
  const trpc = useTRPC();
  const choose = useMutation(trpc.wordings.choose.mutationOptions({ onSuccess: onKept }));
  const { error } = choose;
  return {
    pending: choose.isPending,
    /** The server's sentence; `null` where no reply came. */
    refused: saidByServer(error),
    changedByAnother: error?.data?.refusal === "wording_changed",
    /** Keeps them over the entry that the person had before them. */
    choose: (chosen: Chosen, position: number) =>
      choose.mutate({ consultationId, roundId, findingKey, position, ...chosen }),
    settle: () => choose.reset(),
  };
}
