import { registry } from "@/app/_trpc/caller";
import { forPage } from "@/app/_trpc/server";
import type { NotedSubject } from "@/domain/edition/signed";
import { SignOff } from "../sign-off";
import { NoteForm } from "./note-form";

type NotedSignOffProps = {
  readonly consultationId: string;
  readonly subject: NotedSubject;
  /** The edition that the note is about; null where none can be corrected. */
  readonly about: number | null;
  readonly mayPublish: boolean;
};

/** The note that stands with what is signed, for hosts to write, and the signatures under it. */
export async function NotedSignOff({ consultationId, subject, about, mayPublish }: NotedSignOffProps) {
  const caller = await registry();
  const state = await forPage(caller.editions.signOff({ consultationId, subject }));
  return (
    <>
      {about !== null && mayPublish && state.note !== null && (
        <NoteForm consultationId={consultationId} subject={subject} note={state.note} number={about} />
      )}
      <SignOff consultationId={consultationId} state={state} />
    </>
  );
}
