"use client";

import { type SetUpDraft, setUpDraftSchema } from "@/domain/consultation/set-up-draft";

/** Whoever signs in next in this tab finds nothing of somebody else's. */
const keyOf = (personId: string) => `tour-de-table/set-up/${personId}`;

/** A browser may refuse its storage, and hold something of another version; what is typed then lives on the page alone. */
function inStorage<Value>(act: (storage: Storage) => Value): Value | undefined {
  try {
    return act(window.sessionStorage);
  } catch {
    return undefined;
  }
}

export const keptSetUp = (personId: string): SetUpDraft | undefined =>
  inStorage((storage) => setUpDraftSchema.parse(JSON.parse(storage.getItem(keyOf(personId)) ?? "null")));

export const keepSetUp = (personId: string, draft: SetUpDraft) =>
  inStorage((storage) => storage.setItem(keyOf(personId), JSON.stringify(draft)));

export const forgetSetUp = (personId: string) => inStorage((storage) => storage.removeItem(keyOf(personId)));
