"use client";

import { useTranslations } from "next-intl";
import { useRef, useState } from "react";
import { focused } from "@/app/_components/focused";
import { isRefused, useRefused } from "@/app/(host)/_components/refused";
import { EditNote } from "./edit-note";
import { type FloorPlace, type Note, type NotedQuestion, useFloorActs } from "./use-floor-acts";

type NoteListProps = { readonly place: FloorPlace; readonly question: NotedQuestion };

/** What was said under a question, in an order that tells of no speaker; each note can be edited, and removed with undo. */
export function NoteList({ place, question: { id: agendaQuestionId, notes } }: NoteListProps) {
  const t = useTranslations("floor");
  const refused = useRefused("act");
  const { add, note: noteAnew, remove } = useFloorActs(place, agendaQuestionId);
  const [editing, setEditing] = useState<Note | null>(null);
  /** The note that was last removed here, as far as anybody said. */
  const [taken, setTaken] = useState<Note | null>(null);
  // The list says whether it is gone: a reply may be lost.
  const removed = taken !== null && !notes.some(({ id }) => id === taken.id) ? taken : null;
  const heading = useRef<HTMLHeadingElement>(null);
  const gone = editing !== null && !notes.some(({ id }) => id === editing.id);

  // What is typed over a note outlives the note.
  const shown = gone ? [...notes, editing] : notes;

  const take = (note: Note) =>
    remove.mutate(
      { ...place, noteId: note.id, version: note.version },
      {
        onSettled: (_, error) => {
          if (!isRefused(error, "floor_note_changed")) setTaken(note);
        },
      },
    );
  const giveBack = ({ text }: Note) =>
    // What stood there was decided on when it was saved.
    noteAnew({ text, asWritten: true }, () => {
      setTaken(null);
      remove.reset();
      heading.current?.focus();
    });

  const editor = (note: Note) => (
    <EditNote
      place={place}
      agendaQuestionId={agendaQuestionId}
      note={note}
      gone={gone}
      onClose={() => {
        setEditing(null);
        requestAnimationFrame(() => (document.getElementById(`edit-${note.id}`) ?? heading.current)?.focus());
      }}
    />
  );
  return (
    <section className="stack" aria-labelledby="notes">
      <div className="row between">
        <h3 id="notes" ref={heading} tabIndex={-1}>
          {t("notes")}
        </h3>
        <span className="help">{t("count", { count: notes.length })}</span>
      </div>
      <div aria-live="polite">
        {removed !== null && (
          <div className="notice row between" key={removed.id}>
            <span>{t("removed")}</span>
            {/* The button that was pressed has gone with its note. */}
            <button
              type="button"
              ref={focused}
              className="btn secondary small"
              aria-disabled={add.isPending}
              onClick={() => !add.isPending && giveBack(removed)}
            >
              {t("undo")}
            </button>
          </div>
        )}
        {removed === null && add.isSuccess && <p className="help">{t("restored")}</p>}
        {[removed === null ? remove.error : null, add.error]
          .map((error) => refused(error))
          .filter(Boolean)
          .map((sentence) => (
            <p className="notice caution" key={sentence}>
              {sentence}
            </p>
          ))}
      </div>
      {shown.length === 0 && <p className="withheld">{t("empty")}</p>}
      <ul className="floor-notes">
        {shown.map((note) => (
          <li key={note.id}>
            {editing?.id === note.id ? (
              editor(note)
            ) : (
              <>
                <p className="said" dir="auto">
                  {note.text}
                </p>
                <div className="row">
                  <button
                    type="button"
                    id={`edit-${note.id}`}
                    className="btn quiet small"
                    aria-label={t("editOf", { text: note.text })}
                    aria-disabled={editing !== null}
                    onClick={() => editing === null && setEditing(note)}
                  >
                    {t("edit")}
                  </button>
                  <button
                    type="button"
                    className="btn quiet small"
                    aria-label={t("removeOf", { text: note.text })}
                    aria-disabled={remove.isPending}
                    onClick={() => !remove.isPending && take(note)}
                  >
                    {t("remove")}
                  </button>
                </div>
              </>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
