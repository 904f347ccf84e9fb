"use client";

import { useQuery, useQueryClient } from "@tanstack/react-query";
import type { inferRouterOutputs } from "@trpc/server";
import { useRef, useState } from "react";
import { closing } from "@/app/_trpc/closing";
import { saidByServer, useRefused } from "@/app/(host)/_components/refused";
import { applied, type Change, type Codings } from "@/domain/themes/coding";
import { codingsOf } from "@/domain/themes/floor";
import type { ClosingRouter } from "@/server/trpc/closing-router";

type Themes = inferRouterOutputs<ClosingRouter>["themes"];
export type BenchOfRound = Themes["bench"];
type Coding = Themes["coding"];
export type CodersShown = Coding["coders"];
export type Released = Coding["released"];

/** An item of a round or window, as its procedures name it. */
export type ItemPlace = {
  readonly consultationId: string;
  readonly roundId: string;
  readonly itemId: string;
};

/** How often a page asks what others have coded meanwhile, in milliseconds. */
export const ASK_AGAIN = 20_000;

/** Does a change; says whether it was taken. */
export type Send = (change: Change) => Promise<boolean>;

/** The texts of an item: what is coded of the ones is never counted among the others. */
export type TextsOfItem = { readonly answers: ReadonlySet<string>; readonly notes: ReadonlySet<string> };

/**
 * The coding of an item as somebody works at it: changes are shown at once, sent one after another, and taken back where
 * the server refuses them. Undoing sends what the server said undoes each.
 */
export function useCoding(place: ItemPlace, texts: TextsOfItem) {
  const queryClient = useQueryClient();
  const sentenceOf = useRefused("change");
  const queryKey = ["themes", "coding", place.roundId, place.itemId];
  const { data, error: unread } = useQuery({
    queryKey,
    queryFn: () => closing.themes.coding.query(place),
    refetchInterval: ASK_AGAIN,
  });
  const [pending, setPending] = useState<readonly Change[]>([]);
  const [error, setError] = useState<string | null>(null);
  const undos = useRef<Change[]>([]);
  const [undoable, setUndoable] = useState(0);
  const queue = useRef<Promise<unknown>>(Promise.resolve());

  const asked = async (change: Change, undoing: boolean): Promise<boolean> => {
    try {
      const { undo, bench } = await closing.themes.change.mutate({ ...place, change });
      await queryClient.cancelQueries({ queryKey });
      queryClient.setQueryData(queryKey, bench);
      if (undo !== null && !undoing) undos.current.push(undo);
      setError(null);
      return true;
    } catch (refused) {
      setError(sentenceOf(refused) ?? null);
      // What the server refuses it would refuse again; what did not reach it can still be undone.
      if (undoing && saidByServer(refused) === null) undos.current.push(change);
      await queryClient.invalidateQueries({ queryKey });
      return false;
    } finally {
      setUndoable(undos.current.length);
      setPending((changes) => changes.filter((one) => one !== change));
    }
  };

  const send: Send = (change) => {
    setPending((changes) => [...changes, change]);
    const sent = queue.current.then(() => asked(change, false));
    queue.current = sent;
    return sent;
  };

  /** Takes back the last change that is not taken back yet, once all that were made have been sent. */
  const undo = () => {
    const sent = queue.current.then(() => {
      const last = undos.current.pop();
      return last === undefined ? false : asked(last, true);
    });
    queue.current = sent;
    return sent;
  };

  const all =
    data === undefined
      ? null
      : pending.reduce<Codings>(applied, {
          themes: data.codings.themes,
          codings: [...data.codings.codings, ...data.noted],
        });
  return {
    codings: all && codingsOf(all, texts.answers),
    noted: all && codingsOf(all, texts.notes),
    coders: data?.coders ?? null,
    released: data?.released ?? null,
    error: error ?? sentenceOf(unread) ?? null,
    undoable: undoable + pending.length > 0,
    send,
    undo,
    /** Once all that was changed here has been sent. */
    sent: () => queue.current,
    again: () => queryClient.invalidateQueries({ queryKey: ["themes"] }),
  };
}
