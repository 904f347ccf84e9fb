"use client";

import { useTranslations } from "next-intl";
import { useRef, useState } from "react";
import { NO_POSITION } from "@/domain/questionnaire/position";
import type { RankingAnswer, RankingItem } from "@/domain/questionnaire/ranking";
import { NoPositionFoot } from "./no-position-foot";
import { RankedOption } from "./ranked-option";
import { moved, movedTo, type Places, ranked, tiedWithAbove, unranked } from "./ranking-moves";

type RankingFieldProps = {
  readonly item: RankingItem;
  readonly answer: RankingAnswer | undefined;
  readonly onChange: (answer: RankingAnswer | undefined) => void;
  /** Id of what is said to be mended, where there is anything. */
  readonly toMend: string | undefined;
};

/** An order made by buttons, by keys or by dragging, all the same. Untouched, it is no answer. */
export function RankingField({ item, answer, onChange, toMend }: RankingFieldProps) {
  const t = useTranslations("answerFields");
  const [said, setSaid] = useState("");
  const followed = useRef<string | null>(null);
  const noPosition = answer?.places === NO_POSITION;
  const places: Places = answer === undefined || answer.places === NO_POSITION ? [] : answer.places;
  const inOrder = places.flat();
  const textOf = (id: string) => item.options.find((option) => option.id === id)?.text ?? id;

  function put(changed: string[][], id: string) {
    const place = changed.findIndex((tied) => tied.includes(id));
    setSaid(
      place === -1
        ? t("nowUnranked", { what: textOf(id) })
        : t("nowAt", { what: textOf(id), place: place + 1, of: changed.length }),
    );
    onChange(changed.length === 0 ? undefined : { kind: "ranking", places: changed });
  }

  /** For acts whose own button goes: the focus stays with the option. */
  function putAndFollow(changed: string[][], id: string) {
    followed.current = id;
    put(changed, id);
  }
  const followTo = (id: string) => (control: HTMLButtonElement | null) => {
    if (control === null || followed.current !== id) return;
    followed.current = null;
    control.focus();
  };

  return (
    <fieldset aria-describedby={toMend}>
      <legend className="sr">{item.prompt}</legend>
      <p className="help">{t("rankingHelp")}</p>
      {inOrder.length > 0 && (
        <>
          <p className="rank-divider">{t("yourOrder")}</p>
          <ol className="rank">
            {places.flatMap((place, index) =>
              place.map((id) => (
                <RankedOption
                  key={id}
                  id={id}
                  text={textOf(id)}
                  place={index + 1}
                  places={places}
                  onMove={(step) => put(moved(places, id, step), id)}
                  onMoveTo={(to) => put(movedTo(places, id, to), id)}
                  onTie={() => putAndFollow(tiedWithAbove(places, id), id)}
                  onUnrank={() => putAndFollow(unranked(places, id), id)}
                  handle={followTo(id)}
                  onRestore={(before) => {
                    setSaid(t("orderAsBefore"));
                    onChange({ kind: "ranking", places: before.map((tied) => [...tied]) });
                  }}
                />
              )),
            )}
          </ol>
        </>
      )}
      {inOrder.length < item.options.length && (
        <>
          <p className="rank-divider">{t("notRanked")}</p>
          <ul className="rank unranked">
            {item.options
              .filter(({ id }) => !inOrder.includes(id))
              .map(({ id, text }) => (
                <li key={id}>
                  <span className="what">{text}</span>
                  <button
                    type="button"
                    className="btn secondary small"
                    aria-label={t("rankOf", { what: text, place: places.length + 1 })}
                    ref={followTo(id)}
                    onClick={() => putAndFollow(ranked(places, id), id)}
                  >
                    {t("rank", { place: places.length + 1 })}
                  </button>
                </li>
              ))}
          </ul>
        </>
      )}
      <p className="sr" aria-live="assertive">
        {said}
      </p>
      <NoPositionFoot
        name={item.id}
        what={item.prompt}
        answered={answer !== undefined}
        noPosition={noPosition}
        onNoPosition={() => onChange({ kind: "ranking", places: NO_POSITION })}
        onClear={() => {
          setSaid("");
          onChange(undefined);
        }}
      />
    </fieldset>
  );
}
