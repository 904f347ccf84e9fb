"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { GridList } from "react-aria-components/GridList";
import { useDragAndDrop } from "react-aria-components/useDragAndDrop";
import { entryId, type SummaryPlace } from "@/domain/summary/arrangement";
import { withText, withWords } from "@/domain/summary/arranging";
import { contradictionsBeside } from "@/domain/summary/contradicting";
import { draw } from "../rounds/[roundId]/questionnaire/fresh";
import { controlOf, type Moves } from "./arrange-summary";
import { focusSoon } from "./focus-soon";
import { SummaryEntryRow } from "./summary-entry-row";
import { TextPanel } from "./text-panel";
import type { SummaryDraft, SummaryRead } from "./use-summary-draft";

/** What is dragged between the lists of one desk. */
const DRAGGED = "tour-de-table/summary-entry";

type SummaryPlaceListProps = {
  readonly place: SummaryPlace;
  readonly draft: SummaryDraft;
  readonly read: SummaryRead;
  readonly moves: Moves;
  readonly errorAt: (id: string) => string | undefined;
};

/** One section with its entries in order, to be dragged within it and to others, and texts to be written. */
export function SummaryPlaceList({ place, draft, read, moves, errorAt }: SummaryPlaceListProps) {
  const t = useTranslations("summaryDesk");
  const tSections = useTranslations("reportSummary.sections");
  const [writing, setWriting] = useState<string | "new" | null>(null);
  const entries = draft.arrangement[place];
  const name = place === "annex" ? t("annex") : tSections(place);
  const edited = entries.find((entry) => entry.kind === "text" && entry.id === writing);
  const { dragAndDropHooks } = useDragAndDrop({
    getItems: (keys) => [...keys].map((key) => ({ [DRAGGED]: String(key) })),
    acceptedDragTypes: [DRAGGED],
    getDropOperation: () => "move",
    onReorder: ({ keys, target }) => moves.to([...keys].map(String), place, besideOf(target)),
    onInsert: async ({ items, target }) => moves.to(await draggedIn(items), place, besideOf(target)),
    onRootDrop: async ({ items }) => moves.to(await draggedIn(items), place, null),
  });

  function put(text: string) {
    const id = writing === "new" || writing === null ? draw() : writing;
    const changed =
      writing === "new" && place !== "annex"
        ? withText(draft.arrangement, { kind: "text", id, text }, place, entries.length)
        : withWords(draft.arrangement, id, text);
    moves.change(changed, t("textKept"));
    setWriting(null);
    focusSoon(() => controlOf(id, "edit"));
  }
  return (
    <section className="summary-place" aria-labelledby={`place-${place}`}>
      <h3 id={`place-${place}`} tabIndex={-1}>
        {name} <span className="count">{entries.length}</span>
      </h3>
      {place === "annex" && <p className="help">{t("annexHelp")}</p>}
      <GridList
        className="summary-list"
        aria-label={name}
        selectionMode="none"
        items={entries.map((entry) => ({ id: entryId(entry), entry }))}
        dragAndDropHooks={dragAndDropHooks}
        dependencies={[draft.arrangement, draft.toPlace, errorAt]}
        renderEmptyState={() => <p className="help">{t("empty")}</p>}
      >
        {({ id, entry }) => (
          <SummaryEntryRow
            id={id}
            entry={entry}
            place={place}
            draft={draft}
            read={read}
            moves={moves}
            error={errorAt(id)}
            onEdit={() => setWriting(id)}
          />
        )}
      </GridList>
      {writing !== null && (
        <TextPanel
          key={writing}
          text={edited?.kind === "text" ? edited.text : ""}
          section={name}
          contradictions={contradictionsBeside(read.evidence)}
          onKeep={put}
          onCancel={() => setWriting(null)}
        />
      )}
      {place !== "annex" && writing === null && (
        <button type="button" className="btn quiet small" onClick={() => setWriting("new")}>
          {t("addText", { section: name })}
        </button>
      )}
    </section>
  );
}

type Target = { readonly key: string | number; readonly dropPosition: "before" | "after" | "on" };

const besideOf = ({ key, dropPosition }: Target) => ({
  id: String(key),
  side: dropPosition === "before" ? ("before" as const) : ("after" as const),
});

type Dropped = { readonly kind: string; readonly getText?: (type: string) => Promise<string> };

const draggedIn = async (items: readonly Dropped[]): Promise<string[]> =>
  (await Promise.all(items.map((item) => item.getText?.(DRAGGED)))).filter((id) => id !== undefined);
