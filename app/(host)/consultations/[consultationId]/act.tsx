"use client";

import { useTranslations } from "next-intl";
import { useId } from "react";
import { useAskedInPlace } from "@/app/(host)/_components/asked-in-place";
import { useFocusOnceGone } from "@/app/(host)/_components/focus-once-gone";

type ActProps = {
  readonly name: string;
  /** What happens, said before it is confirmed. */
  readonly what: string;
  readonly pending: boolean;
  readonly error: string | undefined;
  /** Why it cannot be done now. */
  readonly unavailable?: string | undefined;
  /** Whether another act on the page comes first. */
  readonly secondary?: boolean;
  /** The id of the heading under which it shows what was done, once the act itself is gone; the page's title if none. */
  readonly doneUnder?: string;
  readonly onConfirm: () => void;
};

/** An act that is not done at one press: a button, then what it does, then its confirmation in the same place. */
export function Act(props: ActProps) {
  const { name, what, pending, error, unavailable, secondary = false, doneUnder, onConfirm } = props;
  const t = useTranslations("act");
  const { asked, setAsked, asking, confirming } = useAskedInPlace();
  const place = useFocusOnceGone(doneUnder);
  const why = useId();
  if (asked && unavailable === undefined)
    return (
      <section className="notice" aria-label={name} ref={place}>
        <p className="title">{name}</p>
        <p>{what}</p>
        <div className="row">
          <button
            type="button"
            className="btn"
            ref={confirming}
            aria-disabled={pending}
            onClick={() => {
              if (pending) return;
              onConfirm();
              setAsked(false);
            }}
          >
            {t("confirm", { name })}
          </button>
          <button type="button" className="btn quiet" onClick={() => setAsked(false)}>
            {t("cancel")}
          </button>
        </div>
      </section>
    );
  return (
    <div className="stack" ref={place}>
      <div className="row">
        <button
          type="button"
          className={secondary ? "btn secondary" : "btn"}
          ref={asking}
          aria-disabled={unavailable !== undefined || pending}
          aria-describedby={unavailable === undefined ? undefined : why}
          onClick={() => unavailable === undefined && !pending && setAsked(true)}
        >
          {pending ? t("pending", { name }) : name}
        </button>
        {unavailable !== undefined && (
          <span className="help" id={why}>
            {unavailable}
          </span>
        )}
      </div>
      <div aria-live="polite">{error !== undefined && <p className="notice caution">{error}</p>}</div>
    </div>
  );
}
