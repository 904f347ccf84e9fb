"use client";

import { useTranslations } from "next-intl";
import { GridListItem } from "react-aria-components";
import { setAside, toggled } from "@/domain/themes/changes";
import type { Codings, Theme } from "@/domain/themes/coding";
import type { BenchAnswer } from "@/domain/themes/progress";
import type { TextWords } from "./text-words";
import type { Send } from "./use-coding";

/** What is dragged from the answers to the themes: an answer's id. */
export const ANSWER_TYPE = "application/x-tour-de-table-answer";

type AnswerRowProps = {
  readonly answer: BenchAnswer;
  readonly words: TextWords;
  readonly place: number;
  readonly all: number;
  readonly current: boolean;
  readonly codings: Codings;
  /** Ids of the themes that it raises. */
  readonly raised: readonly string[];
  readonly aside: boolean;
  /** Ids of the themes that it looks close to. */
  readonly suggested: readonly string[];
  readonly send: Send;
  readonly onNewTheme: () => void;
};

/** One answer: its text, the themes that it raises or looks close to, and every way to code it. */
export function AnswerRow(props: AnswerRowProps) {
  const { answer, words, place, all, current, codings, raised, aside, suggested, send, onNewTheme } = props;
  const t = useTranslations("themes");
  const name = words.nameOf(place, all);
  const chip = (theme: Theme) => {
    const on = raised.includes(theme.id);
    return (
      <button
        key={theme.id}
        type="button"
        className={on ? "chip on" : "chip"}
        aria-pressed={on}
        aria-label={on ? t("coded", { theme: theme.wording }) : t("codeWith", { theme: theme.wording })}
        onClick={() => send(toggled(codings, answer.id, theme.id))}
      >
        <span className="k">{theme.number}</span> {theme.wording}
      </button>
    );
  };
  const byId = (ids: readonly string[]) => codings.themes.filter(({ id }) => ids.includes(id));
  const others = codings.themes.filter(({ id }) => !raised.includes(id) && !suggested.includes(id));
  return (
    <GridListItem
      id={answer.id}
      textValue={`${name}: ${answer.text}`}
      className={current ? "answer is-current" : "answer"}
    >
      {/* Dragged by the pointer alone, as a whole: number keys and buttons do the same for the keyboard. */}
      <p className="fine">
        {name} {words.tag !== null && <span className="tag">{words.tag}</span>}
      </p>
      <p className="said" dir="auto">
        {answer.text}
      </p>
      {answer.mayBeReflected ? (
        <div className="coded">
          {byId(raised).map(chip)}
          {raised.length === 0 && suggested.length > 0 && (
            <>
              <span className="fine">{t("closeTo")}</span>
              {byId(suggested).map(chip)}
            </>
          )}
          <button type="button" className="btn quiet small" onClick={onNewTheme}>
            {t("newTheme")}
          </button>
          <button
            type="button"
            className={aside ? "chip on" : "chip"}
            aria-pressed={aside}
            onClick={() => send(setAside(codings, answer.id))}
          >
            <span className="k">0</span> {t("setAside")}
          </button>
          {others.length > 0 && (
            <details className="more">
              <summary>{t("otherThemes")}</summary>
              <div className="coded">{others.map(chip)}</div>
            </details>
          )}
        </div>
      ) : (
        <p className="fine">
          <span className="tag none">{t("readOnly")}</span>
        </p>
      )}
    </GridListItem>
  );
}
