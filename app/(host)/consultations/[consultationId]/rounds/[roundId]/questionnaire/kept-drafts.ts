"use client";

import { useEffect, useState } from "react";
import { z } from "zod";
import { questionnaireSchema } from "@/domain/questionnaire/shapes/questionnaire";

const keptSchema = z.object({ version: z.int(), questionnaire: questionnaireSchema });

/** A questionnaire as it stood in the editor, and the version that it was made from. */
export type KeptDraft = z.infer<typeof keptSchema>;

const prefixOf = (roundId: string) => `tour-de-table/questionnaire/${roundId}/`;

function keptIn(storage: Storage, roundId: string): KeptDraft[] {
  const keys = Object.keys(storage).filter((key) => key.startsWith(prefixOf(roundId)));
  return keys.flatMap((key) => {
    const { data } = keptSchema.safeParse(JSON.parse(storage.getItem(key) ?? "null"));
    return data === undefined ? [] : [data];
  });
}

/** A browser may refuse its storage. What is typed then lives on the page alone, and leaving it is warned of. */
function inStorage<Value>(act: (storage: Storage) => Value): Value | undefined {
  try {
    return act(window.sessionStorage);
  } catch {
    return undefined;
  }
}

/**
 * Keeps unsaved changes through a reload, in this tab. What an earlier visit left is found once: `offered` if it was made
 * from this version, else `stale`. While something is offered nothing is written over it.
 */
export function useKeptDrafts(roundId: string, version: number) {
  const [found, setFound] = useState<readonly KeptDraft[] | null>(null);
  useEffect(() => setFound(inStorage((storage) => keptIn(storage, roundId)) ?? []), [roundId]);
  const offered = found?.find((draft) => draft.version === version);
  const keyOf = (draft: { readonly version: number }) => `${prefixOf(roundId)}${draft.version}`;
  const settle = (draft: KeptDraft) =>
    setFound((before) => before?.filter((other) => other !== draft) ?? null);
  return {
    offered,
    stale: found?.filter((draft) => draft.version !== version) ?? [],
    /** Whether changes can be kept now. */
    ready: found !== null && offered === undefined,
    /** No longer offers a draft, because it stands in the editor now. */
    settle,
    keep: (draft: KeptDraft) => inStorage((storage) => storage.setItem(keyOf(draft), JSON.stringify(draft))),
    forget: (draft: { readonly version: number }) => inStorage((storage) => storage.removeItem(keyOf(draft))),
    drop: (draft: KeptDraft) => {
      inStorage((storage) => storage.removeItem(keyOf(draft)));
      settle(draft);
    },
  };
}
