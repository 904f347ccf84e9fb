"use client";

import { useTranslations } from "next-intl";
import { type KeyboardEvent, useEffect, useMemo, useRef, useState } from "react";
import { GridList, useDragAndDrop } from "react-aria-components";
import { setAside, toggled } from "@/domain/themes/changes";
import type { Closeness } from "@/domain/themes/closeness";
import type { Codings } from "@/domain/themes/coding";
import { type BenchAnswer, type Standing, themesByAnswer } from "@/domain/themes/progress";
import { ANSWER_TYPE, AnswerRow } from "./answer-row";
import type { TextWords } from "./text-words";
import type { Send } from "./use-coding";

/** Answers that a list shows before it is asked for more. */
const PAGE = 40;

type AnswersProps = {
  /** How answers, or notes from the floor, are spoken of. */
  readonly words: TextWords;
  readonly answers: readonly BenchAnswer[];
  readonly codings: Codings;
  readonly standing: ReadonlyMap<string, Standing>;
  readonly counts: Readonly<Record<Standing, number>>;
  readonly closeness: Closeness;
  readonly send: Send;
  readonly onNewTheme: (answerId: string) => void;
};

/** The answers in their order, by how far they have come: as a list or one at a time. */
export function Answers(props: AnswersProps) {
  const { words, answers, codings, standing, counts, closeness, send, onNewTheme } = props;
  const t = useTranslations("themes");
  const [tab, setTab] = useState<Standing>("toCode");
  const [single, setSingle] = useState(false);
  const [query, setQuery] = useState("");
  const [limit, setLimit] = useState(PAGE);
  const [current, setCurrent] = useState<string | null>(null);
  const list = useRef<HTMLDivElement>(null);
  const onward = useRef<string | null>(null);
  const found = useMemo(() => closeness.search(query), [closeness, query]);
  const themes = themesByAnswer(codings);
  const searching = found !== null;
  // An answer stays until the next one is turned to: it may raise a second theme.
  const here = answers.filter(
    ({ id }) =>
      (found === null || found.has(id)) && (searching || standing.get(id) === tab || id === current),
  );
  const place = Math.max(
    0,
    here.findIndex(({ id }) => id === current),
  );
  const shown = single ? here.slice(place, place + 1) : here.slice(0, limit);

  const { dragAndDropHooks } = useDragAndDrop({
    getItems: (keys) => [...keys].map((key) => ({ [ANSWER_TYPE]: String(key) })),
    getAllowedDropOperations: () => ["move"],
  });

  // The next answer may be drawn only once it is the one that is shown.
  useEffect(() => {
    if (onward.current === null || onward.current !== current) return;
    onward.current = null;
    list.current?.querySelector<HTMLElement>(`[data-key="${current}"]`)?.focus();
  });

  const turnTo = (index: number) => {
    const next = here[index];
    if (next === undefined) return;
    onward.current = next.id;
    if (index >= limit) setLimit(index + PAGE);
    setCurrent(next.id);
  };

  const onKey = (event: KeyboardEvent<HTMLDivElement>) => {
    const row = event.target instanceof HTMLElement && event.target.closest('[role="row"]');
    const answer = row ? here.find(({ id }) => id === row.getAttribute("data-key")) : undefined;
    if (answer === undefined || event.ctrlKey || event.metaKey || event.altKey) return;
    const number = /^[0-9]$/.test(event.key) ? Number(event.key) : null;
    const theme = codings.themes.find((one) => one.number === number);
    const done = () => {
      event.preventDefault();
      event.stopPropagation();
    };
    if (event.key === "Enter" && event.target === row) {
      done();
      // After the last comes the first: it may have been passed over.
      turnTo((here.indexOf(answer) + 1) % here.length);
    } else if (answer.mayBeReflected && number === 0) {
      done();
      send(setAside(codings, answer.id));
    } else if (answer.mayBeReflected && theme !== undefined) {
      done();
      send(toggled(codings, answer.id, theme.id));
    } else if (answer.mayBeReflected && event.key.toLowerCase() === "n") {
      done();
      onNewTheme(answer.id);
    }
  };

  return (
    <section className="stack" aria-label={words.label}>
      <div className="row between">
        <fieldset className="row chips">
          <legend className="sr">{t("standings")}</legend>
          {words.standings.map((one) => (
            <button
              key={one}
              type="button"
              className={one === tab && !searching ? "chip on" : "chip"}
              aria-pressed={one === tab && !searching}
              onClick={() => {
                setTab(one);
                setQuery("");
                setCurrent(null);
                setLimit(PAGE);
              }}
            >
              {t(`tabs.${one}`, { count: counts[one] })}
            </button>
          ))}
        </fieldset>
        <div className="row">
          <input
            className="input"
            type="search"
            size={18}
            placeholder={words.search}
            aria-label={words.search}
            value={query}
            onChange={(event) => setQuery(event.target.value)}
          />
          <button type="button" className="btn quiet small" onClick={() => setSingle(!single)}>
            {single ? t("list") : t("single")}
          </button>
        </div>
      </div>
      {shown.length > 0 && <p className="fine">{words.keys}</p>}
      {/* Keys act while an answer has the focus, and nowhere else. */}
      <div
        ref={list}
        onKeyDownCapture={onKey}
        onFocusCapture={(event) => {
          const key = event.target.closest('[role="row"]')?.getAttribute("data-key");
          if (key != null) setCurrent(key);
        }}
      >
        <GridList
          aria-label={words.label}
          className="answer-list"
          items={shown}
          dependencies={[codings, current, here, closeness]}
          keyboardNavigationBehavior="tab"
          disallowTypeAhead
          dragAndDropHooks={dragAndDropHooks}
          renderEmptyState={() => (
            <p className="withheld">{searching ? words.nothingFound : words.nothingHere(tab)}</p>
          )}
        >
          {(answer) => (
            <AnswerRow
              answer={answer}
              words={words}
              place={here.indexOf(answer) + 1}
              all={here.length}
              current={answer.id === current}
              codings={codings}
              raised={themes.get(answer.id) ?? []}
              aside={standing.get(answer.id) === "setAside"}
              suggested={themes.has(answer.id) ? [] : closeness.suggested(answer, codings)}
              send={send}
              onNewTheme={() => onNewTheme(answer.id)}
            />
          )}
        </GridList>
      </div>
      {!single && here.length > limit && (
        <button type="button" className="btn secondary small" onClick={() => setLimit(limit + PAGE)}>
          {t("more", { count: Math.min(PAGE, here.length - limit) })}
        </button>
      )}
      {single && here.length > 1 && (
        <div className="row">
          <button
            type="button"
            className="btn secondary small"
            aria-disabled={place === 0}
            onClick={() => turnTo(place - 1)}
          >
            {t("previous")}
          </button>
          <button
            type="button"
            className="btn secondary small"
            aria-disabled={place === here.length - 1}
            onClick={() => turnTo(place + 1)}
          >
            {t("next")}
          </button>
        </div>
      )}
    </section>
  );
}
