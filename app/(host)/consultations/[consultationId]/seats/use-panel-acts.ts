"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useTRPC } from "@/app/_trpc/client";

/** What a host does to seats that are on the panel. After each, the panel is read again, and so is what counts its seats. */
export function usePanelActs() {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const again = {
    onSettled: () =>
      Promise.all([
        queryClient.invalidateQueries(trpc.panel.pathFilter()),
        queryClient.invalidateQueries(trpc.consultations.pathFilter()),
      ]),
  };
  const add = useMutation(trpc.panel.add.mutationOptions(again));
  const addFurther = useMutation(trpc.panel.addFurther.mutationOptions(again));
  const read = useMutation(trpc.panel.import.mutationOptions(again));
  const remove = useMutation(trpc.panel.remove.mutationOptions(again));
  const issueLinks = useMutation(trpc.panel.issueLinks.mutationOptions(again));
  const withdrawLinks = useMutation(trpc.panel.withdrawLinks.mutationOptions(again));
  return { add, addFurther, read, remove, issueLinks, withdrawLinks };
}
