"use client";

import { useTranslations } from "next-intl";
import { useAskedInPlace } from "@/app/(host)/_components/asked-in-place";

type AskedButtonProps = {
  readonly name: string;
  /** What the name leaves to be said to those who hear it away from its place. */
  readonly of?: string;
  /** The act in full, on the button that confirms it. */
  readonly confirm: string;
  readonly className: string;
  readonly pending: boolean;
  readonly onConfirm: () => void;
};

/** An act that is confirmed where it was asked for. */
export function AskedButton({ name, of, confirm, className, pending, onConfirm }: AskedButtonProps) {
  const t = useTranslations("seats");
  const { asked, setAsked, asking, confirming } = useAskedInPlace();
  if (!asked)
    return (
      <button
        type="button"
        className={className}
        ref={asking}
        aria-disabled={pending}
        onClick={() => !pending && setAsked(true)}
      >
        {name}
        {of !== undefined && <span className="sr"> {of}</span>}
      </button>
    );
  return (
    <span className="row asked">
      <button
        type="button"
        className="btn refuse small"
        ref={confirming}
        aria-disabled={pending}
        onClick={() => {
          if (pending) return;
          setAsked(false);
          onConfirm();
        }}
      >
        {confirm}
      </button>
      <button type="button" className="btn quiet small" onClick={() => setAsked(false)}>
        {t("keep")}
      </button>
    </span>
  );
}
