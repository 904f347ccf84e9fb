"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import type { inferRouterOutputs } from "@trpc/server";
import { useState } from "react";
import { useTRPC } from "@/app/_trpc/client";
import { ASKED_NOW, SAVED_ONCE_CONNECTED, useSavingState } from "@/app/(host)/_components/saving-state";
import { paperMarkdown } from "@/domain/paper/to-markdown";
import type { AppRouter } from "@/server/trpc/router";
import { useWarningBeforeLeaving } from "../../seats/warning-before-leaving";
import { useKeptText } from "./kept-text";

export type ReadPaper = inferRouterOutputs<AppRouter>["papers"]["read"];

const textOf = ({ title, blocks }: Pick<ReadPaper, "title" | "blocks">): string =>
  title === "" && blocks.length === 0 ? "" : paperMarkdown({ title, blocks }, false);

/** The text being written: what has changed since it was read, what an earlier visit left, and its way to the server. */
export function usePaperDraft(consultationId: string, read: ReadPaper) {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const [base, setBase] = useState(() => ({ version: read.version, text: textOf(read) }));
  const [text, setText] = useState(base.text);
  const unsaved = text !== base.text;
  const reading = trpc.papers.read.queryOptions({ consultationId, number: read.number });
  const kept = useKeptText({
    place: `${consultationId}/${read.number}`,
    version: base.version,
    text: unsaved ? text : null,
  });
  // What an earlier visit left of this very version stands in the editor again, unsaved as it was.
  if (kept.found !== null) {
    setText(kept.found);
    kept.settle();
  }
  useWarningBeforeLeaving(unsaved);
  const save = useMutation(
    trpc.papers.save.mutationOptions({
      ...SAVED_ONCE_CONNECTED,
      onSuccess: async ({ title, blocks, version }, sent) => {
        setBase({ version, text: sent.markdown });
        queryClient.setQueryData(
          reading.queryKey,
          (before) => before && { ...before, title, blocks, version },
        );
        await queryClient.invalidateQueries({ ...trpc.papers.desk.pathFilter(), refetchType: "none" });
      },
    }),
  );

  function startFrom(paper: ReadPaper) {
    setBase({ version: paper.version, text: textOf(paper) });
    setText(textOf(paper));
  }
  // What another saved takes the place of a version in which nothing was changed here.
  if (read.version > base.version && !unsaved) startFrom(read);

  const newest = () => queryClient.fetchQuery({ ...reading, ...ASKED_NOW });
  const saving = useSavingState(save, "paper_changed", newest);
  const saveOver = (version: number) =>
    save.mutate({ consultationId, number: read.number, version, markdown: text });
  return {
    text,
    write: setText,
    unsaved,
    /** What an earlier visit left of another version, to be copied from. */
    left: kept.left,
    dropLeft: kept.settle,
    saving,
    save: () => saveOver(base.version),
    saveOver: () => saving.withNewest(({ version }) => saveOver(version)),
    takeOther: () =>
      saving.withNewest((paper) => {
        startFrom(paper);
        saving.settle();
      }),
  };
}
