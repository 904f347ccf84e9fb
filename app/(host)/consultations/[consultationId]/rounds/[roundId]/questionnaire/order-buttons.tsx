"use client";

import { useTranslations } from "next-intl";

/** What stands in an order that hosts can change. */
type Part = "question" | "item" | "statement" | "option" | "category" | "group";

type OrderButtonsProps = {
  readonly part: Part;
  /** What it is called: 2, or 2b. */
  readonly number: string;
  readonly index: number;
  readonly count: number;
  readonly onMove: (step: -1 | 1) => void;
  readonly onRemove: () => void;
};

/** Up, down and delete. At either end the button stays, so that the keyboard keeps its place. */
export function OrderButtons({ part, number, index, count, onMove, onRemove }: OrderButtonsProps) {
  const t = useTranslations("questionnaire.parts");
  return (
    <span className="moves">
      {([-1, 1] as const).map((step) => {
        const atEnd = index === (step === -1 ? 0 : count - 1);
        return (
          <button
            key={step}
            type="button"
            className="iconbtn"
            data-step={step}
            aria-label={t(`${part}.${step === -1 ? "up" : "down"}`, { number })}
            aria-disabled={atEnd}
            onClick={() => !atEnd && onMove(step)}
          >
            <svg className="icon" viewBox="0 0 24 24" aria-hidden="true">
              <path d={step === -1 ? "M6 14.5l6-6 6 6" : "M6 9.5l6 6 6-6"} />
            </svg>
          </button>
        );
      })}
      <button
        type="button"
        className="iconbtn"
        aria-label={t(`${part}.remove`, { number })}
        onClick={onRemove}
      >
        <svg className="icon" viewBox="0 0 24 24" aria-hidden="true">
          <path d="M5 7h14M9 7V4h6v3M7 7l1 13h8l1-13" />
        </svg>
      </button>
    </span>
  );
}
