"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "react-aria-components/Button";
import { GridListItem } from "react-aria-components/GridList";
import { Words } from "@/app/_components/figures/words";
import type { Block } from "@/domain/report/document";
import type { Evidence } from "@/domain/report/evidence";
import { sentencesInSummary } from "@/domain/report/summary";
import { SUMMARY_PLACES, type SummaryEntry, type SummaryPlace } from "@/domain/summary/arrangement";
import { withoutText } from "@/domain/summary/arranging";
import { controlOf, type Moves } from "./arrange-summary";
import { focusSoon } from "./focus-soon";
import type { SummaryDraft, SummaryRead } from "./use-summary-draft";

type SummaryEntryRowProps = {
  readonly id: string;
  readonly entry: SummaryEntry;
  readonly place: SummaryPlace;
  readonly draft: SummaryDraft;
  readonly read: SummaryRead;
  readonly moves: Moves;
  readonly error: string | undefined;
  readonly onEdit: () => void;
};

/** One finding, theme or text with a handle to drag it, and buttons that do the same. */
export function SummaryEntryRow(props: SummaryEntryRowProps) {
  const { id, entry, place, draft, read, moves, error, onEdit } = props;
  const t = useTranslations("summaryDesk");
  const tSections = useTranslations("reportSummary.sections");
  const [choosing, setChoosing] = useState(false);
  const one = read.evidence.find(({ key }) => key === id);
  const about = entry.kind === "text" ? entry.text : (one?.about ?? id);
  const nameOf = (each: SummaryPlace) => (each === "annex" ? t("annex") : tSections(each));
  function step(by: -1 | 1) {
    moves.by(id, by);
    focusSoon(() => controlOf(id, by === -1 ? "up" : "down"));
  }
  function go(to: SummaryPlace) {
    setChoosing(false);
    moves.to([id], to, null);
    focusSoon(() => controlOf(id, "move"));
  }
  return (
    <GridListItem id={id} textValue={about} className="summary-entry" data-entry={id}>
      <Button slot="drag" className="iconbtn handle" aria-label={t("handle", { about })}>
        <svg className="icon" viewBox="0 0 24 24" aria-hidden="true">
          <path d="M6 9h12M6 15h12" />
        </svg>
      </Button>
      <div className="what">
        <p className="eyebrow">
          {entry.kind === "text" ? t("kinds.text") : t(kindOf(one?.block), { round: one?.round ?? 0 })}
          {draft.toPlace.includes(id) && <span className="tag alert">{t("new")}</span>}
        </p>
        {entry.kind === "text" || one === undefined ? <p className="own">{about}</p> : <Said one={one} />}
        {error !== undefined && <p className="error">{error}</p>}
      </div>
      <div className="does">
        <Button
          className="btn quiet small"
          data-act="up"
          aria-label={t("up", { about })}
          onPress={() => step(-1)}
        >
          {t("upShort")}
        </Button>
        <Button
          className="btn quiet small"
          data-act="down"
          aria-label={t("down", { about })}
          onPress={() => step(1)}
        >
          {t("downShort")}
        </Button>
        <Button
          className="btn quiet small"
          data-act="move"
          aria-label={t("move", { about })}
          aria-expanded={choosing}
          onPress={() => setChoosing(!choosing)}
        >
          {t("moveShort")}
        </Button>
        {entry.kind === "text" && (
          <>
            <Button
              className="btn quiet small"
              data-act="edit"
              aria-label={t("edit", { about })}
              onPress={onEdit}
            >
              {t("editShort")}
            </Button>
            <Button
              className="btn quiet small"
              aria-label={t("delete", { about })}
              onPress={() => {
                moves.change(withoutText(draft.arrangement, id), t("deleted"));
                focusSoon(() => document.getElementById(`place-${place}`));
              }}
            >
              {t("deleteShort")}
            </Button>
          </>
        )}
        {choosing && (
          <div className="choices">
            {SUMMARY_PLACES.filter((each) => each !== place).map((each) => (
              <Button key={each} className="btn secondary small" onPress={() => go(each)}>
                {nameOf(each)}
              </Button>
            ))}
          </div>
        )}
      </div>
    </GridListItem>
  );
}

const kindOf = (block: Block | undefined) => (block?.kind === "finding" ? "kinds.finding" : "kinds.theme");

/** What the report says of it. */
function Said({ one }: { readonly one: Pick<Evidence, "block" | "about"> }) {
  const sentences = sentencesInSummary(one);
  if (sentences.length === 0) return <p>{one.about}</p>;
  return (
    <p>
      {sentences.map((message) => (
        <span key={JSON.stringify(message)}>
          <Words message={message} />{" "}
        </span>
      ))}
    </p>
  );
}
