"use client";

import { useMutation } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useTRPC } from "@/app/_trpc/client";
import type { Subject } from "@/domain/edition/signed";

/** The acts of a sign-off, each as its button takes it. Once one is done the page is read again. */
export function useSignOffActs(consultationId: string, subject: Subject, hash: string) {
  const trpc = useTRPC();
  const router = useRouter();
  const refresh = () => router.refresh();
  const read = { onSuccess: refresh };
  const signing = useMutation(trpc.editions.sign.mutationOptions());
  const takingBack = useMutation(trpc.editions.takeBack.mutationOptions(read));
  const findings = useMutation(trpc.publication.publish.mutationOptions(read));
  const report = useMutation(trpc.publication.publishReport.mutationOptions(read));
  const withdrawal = useMutation(trpc.editions.withdraw.mutationOptions(read));

  const publishing = subject.of === "findings" ? findings : subject.of === "report" ? report : withdrawal;
  const publishNow = (onError?: () => void) => {
    const refused = onError === undefined ? {} : { onError };
    if (subject.of === "findings") findings.mutate({ consultationId, roundId: subject.roundId }, refused);
    else if (subject.of === "report") report.mutate({ consultationId }, refused);
    else withdrawal.mutate({ consultationId, number: subject.number }, refused);
  };
  const signThen = (then: () => void) =>
    signing.mutate({ consultationId, subject, hash }, { onSuccess: then });
  const busy = (act: { isPending: boolean; isSuccess: boolean }) => act.isPending || act.isSuccess;
  return {
    sign: {
      pending: busy(signing),
      error: signing.error?.message,
      onConfirm: () => signThen(refresh),
    },
    /** Where publishing is refused after all, the signature stands, and the page then shows it. */
    signAndPublish: {
      pending: busy(signing) || busy(publishing),
      error: (signing.error ?? publishing.error)?.message,
      onConfirm: () => signThen(() => publishNow(refresh)),
    },
    publish: { pending: busy(publishing), error: publishing.error?.message, onConfirm: () => publishNow() },
    takeBack: {
      pending: busy(takingBack),
      error: takingBack.error?.message,
      onConfirm: () => takingBack.mutate({ consultationId, subject }),
    },
  };
}
