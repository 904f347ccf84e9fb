"use client";

import { useTranslations } from "next-intl";
import { useId, useRef } from "react";
import { OrderButtons } from "./order-buttons";
import { thenFocus } from "./then-focus";

type Line = { readonly key: string; readonly text: string };

type LineListProps = {
  readonly part: "statement" | "option" | "category" | "group";
  readonly lines: readonly Line[];
  /** How many there can be. */
  readonly most: number;
  readonly maxLength: number;
  readonly issues: readonly string[];
  readonly say: (sentence: string) => void;
  readonly onText: (index: number, text: string) => void;
  readonly onMove: (index: number, step: -1 | 1) => void;
  readonly onRemove: (index: number) => void;
  /** Adds a blank line before the one that now has this index. */
  readonly onAdd: (index: number) => void;
};

/** Statements, options, steps or groups: lines to write in, to order, to delete and to add to. */
export function LineList(props: LineListProps) {
  const { part, lines, most, maxLength, issues, say, onText, onMove, onRemove, onAdd } = props;
  const t = useTranslations("questionnaire");
  const id = useId();
  const list = useRef<HTMLOListElement>(null);
  const adding = useRef<HTMLButtonElement>(null);
  const full = lines.length >= most;
  const fieldAt = (index: number) => list.current?.children[index]?.querySelector("textarea");

  function add(index: number) {
    if (full) say(t(`lists.${part}.full`, { most }));
    else
      thenFocus(
        () => onAdd(index),
        () => fieldAt(index),
      );
  }
  function move(index: number, step: -1 | 1) {
    const values = { text: lines[index]?.text ?? "", place: index + step + 1, of: lines.length };
    const buttons = () => list.current?.children[index + step];
    thenFocus(
      () => {
        onMove(index, step);
        say(t(`parts.${part}.moved`, values));
      },
      () => buttons()?.querySelector<HTMLElement>(`[data-step="${step}"]`),
    );
  }
  function remove(index: number) {
    thenFocus(
      () => {
        onRemove(index);
        say(t(`parts.${part}.removed`, { number: index + 1 }));
      },
      () => fieldAt(Math.min(index, lines.length - 2)) ?? adding.current,
    );
  }

  return (
    <fieldset aria-describedby={`${id}-help`}>
      <legend className="label">{t(`lists.${part}.title`)}</legend>
      <p className="help" id={`${id}-help`}>
        {t(`lists.${part}.help`)}
      </p>
      <ol className="statements" ref={list}>
        {lines.map(({ key, text }, index) => (
          <li key={key}>
            <span className="n" aria-hidden="true">
              {index + 1}
            </span>
            <textarea
              className="input"
              rows={1 + Math.floor(text.length / 48)}
              maxLength={maxLength}
              aria-label={t(`parts.${part}.name`, { number: index + 1 })}
              aria-invalid={issues.length > 0 && isToMend(lines, index)}
              aria-describedby={issues.length > 0 && isToMend(lines, index) ? `${id}-issues` : undefined}
              value={text}
              onChange={({ target }) => onText(index, target.value.replaceAll(/\s*\n\s*/g, " "))}
              onKeyDown={(event) => {
                if (event.key !== "Enter" || event.nativeEvent.isComposing) return;
                event.preventDefault();
                add(index + 1);
              }}
            />
            <OrderButtons
              part={part}
              number={`${index + 1}`}
              index={index}
              count={lines.length}
              onMove={(step) => move(index, step)}
              onRemove={() => remove(index)}
            />
          </li>
        ))}
      </ol>
      <div id={`${id}-issues`}>
        {issues.map((issue) => (
          <p className="error" key={issue}>
            {issue}
          </p>
        ))}
      </div>
      <button
        type="button"
        className="btn quiet small"
        ref={adding}
        aria-disabled={full}
        onClick={() => add(lines.length)}
      >
        <svg className="icon" viewBox="0 0 24 24" aria-hidden="true">
          <path d="M12 5v14M5 12h14" />
        </svg>
        {t(`lists.${part}.add`)}
      </button>
      {full && <span className="help">{t(`lists.${part}.full`, { most })}</span>}
    </fieldset>
  );
}

/** Whether a line is blank, or reads like another. */
function isToMend(lines: readonly Line[], index: number): boolean {
  const texts = lines.map(({ text }) => text.trim().toLowerCase());
  const text = texts[index] ?? "";
  return text === "" || texts.indexOf(text) !== texts.lastIndexOf(text);
}
