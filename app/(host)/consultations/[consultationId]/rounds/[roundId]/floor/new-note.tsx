"use client";

import { useTranslations } from "next-intl";
import { useRef } from "react";
import { isRefused, useRefused } from "@/app/(host)/_components/refused";
import { NoteField } from "./note-field";
import { type FloorPlace, useFloorActs } from "./use-floor-acts";
import { useKeptNote } from "./use-kept-note";

type NewNoteProps = { readonly place: FloorPlace; readonly questionId: string };

/** What was typed on behind a note while it was sent is the next note; a note that was changed meanwhile is another. */
function typedOn(now: string, sent: string): string {
  return now.trimStart().startsWith(sent) ? now.trimStart().slice(sent.length).trimStart() : now;
}

/** One field, which is ready for the next note as soon as one is saved. */
export function NewNote({ place, questionId }: NewNoteProps) {
  const t = useTranslations("floor");
  const refused = useRefused("text");
  const { text, write, keeps } = useKeptNote(place, questionId);
  const { add, note } = useFloorActs(place, questionId);
  const field = useRef<HTMLTextAreaElement>(null);
  const typed = text.trim() !== "";
  return (
    <NoteField
      label={t("label")}
      text={text}
      field={field}
      pending={add.isPending}
      error={typed ? refused(add.error) : undefined}
      undecided={isRefused(add.error, "note_names_somebody")}
      onWrite={write}
      onSave={(written) =>
        note(written, () => {
          write(typedOn(field.current?.value ?? "", written.text));
          field.current?.focus();
        })
      }
      status={typed ? t(keeps ? "keptHere" : "notKept") : add.isSuccess && t("saved")}
    />
  );
}
