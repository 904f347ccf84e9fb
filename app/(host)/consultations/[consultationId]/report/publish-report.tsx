"use client";

import { useMutation } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useTRPC } from "@/app/_trpc/client";
import { Act } from "../act";

/** Publishes the report, after saying that this cannot be undone. */
export function PublishReport({ consultationId }: { readonly consultationId: string }) {
  const t = useTranslations("reportDesk");
  const router = useRouter();
  const trpc = useTRPC();
  const publish = useMutation(
    trpc.publication.publishReport.mutationOptions({ onSuccess: () => router.refresh() }),
  );
  return (
    <Act
      name={t("publish")}
      what={t("publishWhat")}
      pending={publish.isPending || publish.isSuccess}
      error={publish.error?.message}
      onConfirm={() => publish.mutate({ consultationId })}
    />
  );
}
