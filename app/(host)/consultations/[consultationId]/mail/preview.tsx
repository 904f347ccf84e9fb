"use client";

import { useMutation } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useTRPC } from "@/app/_trpc/client";
import { useRefused } from "@/app/(host)/_components/refused";
import type { NoticeKind } from "@/domain/mail/notice";

type PreviewProps = {
  readonly consultationId: string;
  readonly kind: NoticeKind | "invitation";
  readonly roundId: string | null;
  readonly note: string;
};

/** Shows a mail as it would go out now. Nothing is sent. */
export function Preview({ consultationId, kind, roundId, note }: PreviewProps) {
  const t = useTranslations("mailDesk");
  const refused = useRefused("again");
  const trpc = useTRPC();
  const preview = useMutation(trpc.mail.preview.mutationOptions());
  return (
    <>
      <button
        type="button"
        className="btn quiet"
        aria-disabled={preview.isPending}
        onClick={() => !preview.isPending && preview.mutate({ consultationId, kind, roundId, note })}
      >
        {t("preview")}
      </button>
      <div className="mail-preview" aria-live="polite">
        {preview.data !== undefined && (
          <>
            <p className="fine">{t("subject", { subject: preview.data.subject })}</p>
            <pre>{preview.data.text}</pre>
            <p className="fine">{t("previewHelp")}</p>
          </>
        )}
        {preview.error !== null && <p className="notice caution">{refused(preview.error)}</p>}
      </div>
    </>
  );
}
