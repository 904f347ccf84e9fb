"use client";

import { useMutation } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useTRPC } from "@/app/_trpc/client";
import { Act } from "../../../act";

type PublishFindingsProps = { readonly consultationId: string; readonly roundId: string };

/** Publishes a round's findings, after saying that this cannot be undone. */
export function PublishFindings({ consultationId, roundId }: PublishFindingsProps) {
  const t = useTranslations("draftFindings");
  const router = useRouter();
  const trpc = useTRPC();
  const publish = useMutation(
    trpc.publication.publish.mutationOptions({ onSuccess: () => router.refresh() }),
  );
  return (
    <Act
      name={t("publish")}
      what={t("publishWhat")}
      pending={publish.isPending || publish.isSuccess}
      error={publish.error?.message}
      onConfirm={() => publish.mutate({ consultationId, roundId })}
    />
  );
}
