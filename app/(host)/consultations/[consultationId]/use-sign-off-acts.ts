"use client";

import { useMutation } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useTRPC } from "@/app/_trpc/client";
import { useRefused } from "@/app/(host)/_components/refused";
import type { Subject } from "@/domain/edition/signed";

/** The acts of a sign-off, each as its button takes it. Once one is done the page is read again. */
export function useSignOffActs(consultationId: string, subject: Subject, hash: string) {
  const trpc = useTRPC();
  const router = useRouter();
  const refused = useRefused("act");
  const refresh = () => router.refresh();
  const read = { onSuccess: refresh };
  const signing = useMutation(trpc.editions.sign.mutationOptions(read));
  const signingFirst = useMutation(trpc.editions.sign.mutationOptions());
  const takingBack = useMutation(trpc.editions.takeBack.mutationOptions(read));
  const findings = useMutation(trpc.publication.publish.mutationOptions(read));
  const report = useMutation(trpc.publication.publishReport.mutationOptions(read));
  const withdrawal = useMutation(trpc.editions.withdraw.mutationOptions(read));

  const publishing = subject.of === "findings" ? findings : subject.of === "report" ? report : withdrawal;
  const publish = (then: { onError?: () => void }) => {
    if (subject.of === "findings") findings.mutate({ consultationId, roundId: subject.roundId }, then);
    else if (subject.of === "report") report.mutate({ consultationId }, then);
    else withdrawal.mutate({ consultationId, number: subject.number }, then);
  };
  const signed = { consultationId, subject, hash };
  const under = (...acts: readonly { isPending: boolean; isSuccess: boolean }[]) =>
    acts.some(({ isPending, isSuccess }) => isPending || isSuccess);
  return {
    sign: {
      pending: under(signing, signingFirst),
      error: refused(signing.error),
      onConfirm: () => signing.mutate(signed),
    },
    /** Where publishing is refused after all, the signature stands, and the page then shows it. */
    signAndPublish: {
      pending: publishing.error === null && under(signing, signingFirst, publishing),
      error: refused(signingFirst.error ?? publishing.error),
      onConfirm: () => signingFirst.mutate(signed, { onSuccess: () => publish({ onError: refresh }) }),
    },
    publish: {
      pending: under(publishing),
      error: refused(publishing.error),
      onConfirm: () => publish({}),
    },
    takeBack: {
      pending: under(takingBack),
      error: refused(takingBack.error),
      onConfirm: () => takingBack.mutate({ consultationId, subject }),
    },
  };
}
