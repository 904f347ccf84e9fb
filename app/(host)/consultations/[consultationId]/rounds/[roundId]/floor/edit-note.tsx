"use client";

import { useTranslations } from "next-intl";
import { useEffect, useRef } from "react";
import { isRefused, useRefused } from "@/app/(host)/_components/refused";
import { useTextOfSeveral } from "../../../text-of-several";
import { NoteField } from "./note-field";
import { type FloorPlace, type Note, useFloorActs } from "./use-floor-acts";

type EditNoteProps = {
  readonly place: FloorPlace;
  readonly agendaQuestionId: string;
  /** As it is saved now. */
  readonly note: Note;
  /** Whether another has removed it meanwhile. */
  readonly gone: boolean;
  readonly onClose: () => void;
};

/** A note that is edited. What another saves meanwhile is shown beside what is typed, and replaced only knowingly. */
export function EditNote({ place, agendaQuestionId, note, gone, onClose }: EditNoteProps) {
  const t = useTranslations("floor");
  const refused = useRefused("text");
  const { add, edit, note: noteAnew } = useFloorActs(place, agendaQuestionId);
  const { text, write, overtakenBy, version } = useTextOfSeveral(note);
  const field = useRef<HTMLTextAreaElement>(null);
  useEffect(() => field.current?.focus(), []);
  const saving = gone ? add : edit;
  const onSuccess = () => onClose();
  return (
    <>
      <div aria-live="polite">
        {overtakenBy !== null && (
          <div className="notice caution">
            <p>{t("overtaken")}</p>
            <p className="said" dir="auto">
              {overtakenBy}
            </p>
          </div>
        )}
        {gone && <p className="notice caution">{t("gone")}</p>}
      </div>
      <NoteField
        label={t("label")}
        text={text}
        field={field}
        pending={saving.isPending}
        error={refused(saving.error)}
        undecided={isRefused(saving.error, "note_names_somebody")}
        onWrite={write}
        onSave={(written) =>
          gone
            ? noteAnew(written, onSuccess)
            : edit.mutate({ ...place, ...written, noteId: note.id, version }, { onSuccess })
        }
        status={null}
      >
        <button type="button" className="btn quiet" onClick={onClose}>
          {t("dismiss")}
        </button>
      </NoteField>
    </>
  );
}
