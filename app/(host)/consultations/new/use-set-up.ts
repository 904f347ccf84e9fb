"use client";

import { useMutation } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useEffect, useState } from "react";
import { useTRPC } from "@/app/_trpc/client";
import { begun, begunAnew, type DraftFields, type SetUpDraft } from "@/domain/consultation/set-up-draft";
import { forgetSetUp, keepSetUp, keptSetUp } from "./kept-set-up";
import { type Beginning, isTemplate, TEMPLATES, useStarts } from "./use-starts";

/** What is filled in on the path, kept in this tab with each change, and its way to the server. */
export function useSetUp(beginning: Beginning) {
  const { personId } = beginning;
  const trpc = useTRPC();
  const router = useRouter();
  const starts = useStarts(beginning);
  const [draft, setDraft] = useState<SetUpDraft>(() => begun(starts.ofTemplate(TEMPLATES[0])));
  const [ready, setReady] = useState(false);
  /** What was filled in before it was started afresh. */
  const [emptied, setEmptied] = useState<SetUpDraft | null>(null);
  const [reading, setReading] = useState<"not" | "asked" | { readonly failed: unknown }>("not");

  useEffect(() => {
    const kept = keptSetUp(personId);
    if (kept !== undefined) setDraft(kept);
    setReady(true);
  }, [personId]);
  useEffect(() => {
    if (ready) keepSetUp(personId, draft);
  }, [ready, personId, draft]);

  const onSuccess = ({ consultationId }: { consultationId: string }) => {
    forgetSetUp(personId);
    router.push(`/consultations/${consultationId}`);
  };
  // Asked at once, also without a connection: whoever pressed the button is told that no reply came.
  const fromTemplate = useMutation(
    trpc.consultations.create.mutationOptions({ onSuccess, networkMode: "always" }),
  );
  const fromEarlier = useMutation(
    trpc.consultations.copy.mutationOptions({ onSuccess, networkMode: "always" }),
  );
  const { begunFrom, choice, panel, fields } = draft;
  const creation = isTemplate(begunFrom) ? fromTemplate : fromEarlier;

  return {
    draft,
    /** Whether it is known what an earlier visit left. */
    ready,
    change: setDraft,
    changeFields: (part: Partial<DraftFields>) =>
      setDraft((before) => ({ ...before, fields: { ...before.fields, ...part } })),
    reading: reading === "asked",
    readingFailed: typeof reading === "object" ? reading.failed : null,
    /** Fills the path in from what is ticked, unless it is already; resolves to whether that was done. */
    begin: async (): Promise<boolean> => {
      if (choice === begunFrom) return true;
      setReading("asked");
      try {
        const start = isTemplate(choice) ? starts.ofTemplate(choice) : await starts.ofEarlier(choice);
        setDraft((before) => begunAnew(before, start));
        setReading("not");
        return true;
      } catch (failed) {
        setReading({ failed });
        return false;
      }
    },
    emptied: emptied !== null,
    startAfresh: () => {
      setEmptied(draft);
      setDraft(begun(starts.ofTemplate(TEMPLATES[0])));
    },
    putBackEmptied: () => {
      if (emptied !== null) setDraft(emptied);
      setEmptied(null);
    },
    creating: creation.isPending || creation.isSuccess,
    failed: creation.error,
    create: () => {
      if (isTemplate(begunFrom)) fromTemplate.mutate({ ...fields, template: begunFrom });
      else fromEarlier.mutate({ ...fields, consultationId: begunFrom, panel });
    },
  };
}
export type SetUpInHand = ReturnType<typeof useSetUp>;
