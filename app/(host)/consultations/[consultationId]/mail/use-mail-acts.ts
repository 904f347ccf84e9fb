"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useTRPC } from "@/app/_trpc/client";

/** What a host does about mail. After each, the desk is read again. */
export function useMailActs() {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const again = { onSettled: () => queryClient.invalidateQueries(trpc.mail.pathFilter()) };
  const changeAddresses = useMutation(trpc.mail.changeAddresses.mutationOptions(again));
  const sendInvitations = useMutation(trpc.mail.sendInvitations.mutationOptions(again));
  const sendNotice = useMutation(trpc.mail.sendNotice.mutationOptions(again));
  const sendAgain = useMutation(trpc.mail.sendAgain.mutationOptions(again));
  const planScheduled = useMutation(trpc.mail.planScheduled.mutationOptions(again));
  const noteReturned = useMutation(trpc.mail.noteReturned.mutationOptions(again));
  return { changeAddresses, sendInvitations, sendNotice, sendAgain, planScheduled, noteReturned };
}
