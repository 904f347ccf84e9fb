"use client";

import { useTranslations } from "next-intl";
import { type KeyboardEvent, type PointerEvent, type RefCallback, useState } from "react";
import { canMove, type Places } from "./ranking-moves";

type RankedOptionProps = {
  readonly id: string;
  readonly text: string;
  /** 1 is the first. */
  readonly place: number;
  readonly places: Places;
  readonly onMove: (step: -1 | 1) => void;
  readonly onMoveTo: (index: number) => void;
  readonly onTie: () => void;
  readonly onUnrank: () => void;
  /** Puts back the order that stood when this option was lifted. */
  readonly onRestore: (before: Places) => void;
  readonly handle: RefCallback<HTMLButtonElement>;
};

/** One option in the order: a handle that lifts it (Space, arrows, Escape, or dragging) and buttons that do the same. */
export function RankedOption(props: RankedOptionProps) {
  const { id, text, place, places, onMove, onMoveTo, onTie, onUnrank, onRestore, handle } = props;
  const t = useTranslations("answerFields");
  const [lifted, setLifted] = useState<Places | null>(null);

  function onKeyDown(event: KeyboardEvent) {
    if (event.key === " ") {
      event.preventDefault();
      setLifted(lifted === null ? places : null);
    }
    if (lifted === null) return;
    if (event.key === "Escape") {
      onRestore(lifted);
      setLifted(null);
    }
    const step = event.key === "ArrowUp" ? -1 : event.key === "ArrowDown" ? 1 : null;
    if (step === null) return;
    event.preventDefault();
    if (canMove(places, id, step)) onMove(step);
  }

  function onPointerMove(event: PointerEvent) {
    if (lifted === null || !event.currentTarget.hasPointerCapture(event.pointerId)) return;
    const under = document.elementFromPoint(event.clientX, event.clientY)?.closest("[data-place]");
    const to = Number(under?.getAttribute("data-place"));
    if (under !== null && under !== undefined && to !== place) onMoveTo(to - 1);
  }

  return (
    <li className={lifted === null ? undefined : "lifted"} data-place={place} value={place}>
      <button
        type="button"
        className="iconbtn handle"
        ref={handle}
        aria-label={t("handle", { what: text })}
        aria-pressed={lifted !== null}
        onKeyDown={onKeyDown}
        onBlur={() => setLifted(null)}
        onPointerDown={(event) => {
          event.currentTarget.setPointerCapture(event.pointerId);
          setLifted(places);
        }}
        onPointerMove={onPointerMove}
        onPointerUp={() => setLifted(null)}
        onPointerCancel={() => setLifted(null)}
      >
        <svg className="icon" viewBox="0 0 24 24" aria-hidden="true">
          <path d="M6 9h12M6 15h12" />
        </svg>
      </button>
      <span className="place-number" aria-hidden="true">
        {place}
      </span>
      <span className="what">
        <span className="sr">{t("place", { place })} </span>
        {text}
        <span className="row">
          {place > 1 && (
            <button type="button" className="clear" aria-label={t("tieOf", { what: text })} onClick={onTie}>
              {t("tie")}
            </button>
          )}
          <button
            type="button"
            className="clear"
            aria-label={t("unrankOf", { what: text })}
            onClick={onUnrank}
          >
            {t("unrank")}
          </button>
        </span>
      </span>
      <span className="moves">
        {([-1, 1] as const).map((step) => (
          <button
            key={step}
            type="button"
            className="iconbtn framed"
            aria-label={t(step === -1 ? "up" : "down", { what: text })}
            aria-disabled={!canMove(places, id, step)}
            onClick={() => canMove(places, id, step) && onMove(step)}
          >
            <svg className="icon" viewBox="0 0 24 24" aria-hidden="true">
              <path d={step === -1 ? "M6 14.5l6-6 6 6" : "M6 9.5l6 6 6-6"} />
            </svg>
          </button>
        ))}
      </span>
    </li>
  );
}
