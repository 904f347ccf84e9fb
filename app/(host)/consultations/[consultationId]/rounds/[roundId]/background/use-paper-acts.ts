"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useTRPC } from "@/app/_trpc/client";
import { useRefused } from "@/app/(host)/_components/refused";

/** What is done with a paper without its file. Where somebody else was first, the page shows what they made of it. */
export function usePaperActs() {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const refused = useRefused("act");
  const { describe, arrange, remove, withdraw } = trpc.backgroundPapers;
  const onError = () => void queryClient.invalidateQueries(trpc.backgroundPapers.pathFilter());
  const acts = {
    describe: useMutation(describe.mutationOptions({ onError })),
    arrange: useMutation(arrange.mutationOptions({ onError })),
    remove: useMutation(remove.mutationOptions({ onError })),
    withdraw: useMutation(withdraw.mutationOptions({ onError })),
  };
  const problem = Object.values(acts).find(({ error }) => error !== null)?.error;
  return { ...acts, problem: refused(problem) };
}
