"use client";

import { useEffect, useState } from "react";
import { useWarningBeforeLeaving } from "../../../seats/warning-before-leaving";
import type { FloorPlace } from "./use-floor-acts";

/** A browser may refuse its storage. What is typed then lives on the page alone, and leaving it is warned of. */
function inStorage<Value>(act: (storage: Storage) => Value): { readonly done: Value } | null {
  try {
    return { done: act(window.localStorage) };
  } catch {
    return null;
  }
}

/**
 * What is typed under an agenda question, kept on this device until it is saved: through a reload, another page, a browser
 * that ends. It is gone from the device as soon as the server has it.
 */
export function useKeptNote({ roundId }: FloorPlace, questionId: string) {
  const key = `tour-de-table/floor/${roundId}/${questionId}`;
  const [text, setText] = useState("");
  const [keeps, setKeeps] = useState(true);
  useEffect(() => {
    const kept = inStorage((storage) => storage.getItem(key));
    setKeeps(kept !== null);
    // What was typed before the page was ready stays.
    setText((typed) => (typed === "" ? (kept?.done ?? "") : typed));
  }, [key]);
  useWarningBeforeLeaving(!keeps && text.trim() !== "");
  const write = (typed: string) => {
    setText(typed);
    const stored = inStorage((storage) =>
      typed === "" ? storage.removeItem(key) : storage.setItem(key, typed),
    );
    setKeeps(stored !== null);
  };
  return { text, write, keeps };
}
