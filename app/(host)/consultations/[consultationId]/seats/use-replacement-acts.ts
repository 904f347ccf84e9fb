"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useTRPC } from "@/app/_trpc/client";
import type { InvitationLink } from "@/domain/consultation/invitation-csv";

/** What a mission does about a lost code. After each, what depends on it is read again; a link that was made is passed on. */
export function useReplacementActs(onMade: (links: readonly InvitationLink[]) => void) {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const onSettled = () =>
    Promise.all(
      [trpc.replacements, trpc.panel, trpc.consultations].map((part) =>
        queryClient.invalidateQueries(part.pathFilter()),
      ),
    );
  const onSuccess = ({ link }: { readonly link: InvitationLink | null }) => {
    if (link !== null) onMade([link]);
  };
  const ask = useMutation(trpc.replacements.ask.mutationOptions({ onSettled, onSuccess }));
  const agree = useMutation(trpc.replacements.agree.mutationOptions({ onSettled, onSuccess }));
  const layAside = useMutation(trpc.replacements.layAside.mutationOptions({ onSettled }));
  return { ask, agree, layAside };
}
