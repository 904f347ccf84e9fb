"use client";

import { createContext, type ReactNode, useContext, useEffect, useState } from "react";
import { type NotedSubject, type Subject, subjectKey } from "@/domain/edition/signed";

/** Names of the texts of a page that stand in it otherwise than they are saved. */
type Names = ReadonlySet<string>;
const Unsaved = createContext<Names>(new Set());
const Say = createContext<(change: (names: Names) => Names) => void>(() => {});

const SUMMARY = "summary";
const noteOf = (subject: NotedSubject) => `note of ${subjectKey(subject)}`;

/** Lets whatever is signed on a page know what its writers have not saved yet: only what was saved is signed. */
export function UnsavedTexts({ children }: { readonly children: ReactNode }) {
  const [names, say] = useState<Names>(new Set());
  return (
    <Say value={say}>
      <Unsaved value={names}>{children}</Unsaved>
    </Say>
  );
}

function useSaying(name: string, unsaved: boolean) {
  const say = useContext(Say);
  useEffect(() => {
    if (!unsaved) return;
    say((names) => new Set([...names, name]));
    return () => say((names) => new Set([...names].filter((one) => one !== name)));
  }, [say, name, unsaved]);
}

/** Says whether the summary has changes that are not saved. */
export const useSayingOfSummary = (unsaved: boolean) => useSaying(SUMMARY, unsaved);

/** Says whether the note on a subject has changes that are not saved. */
export const useSayingOfNote = (subject: NotedSubject, unsaved: boolean) =>
  useSaying(noteOf(subject), unsaved);

/** What of a subject is to be saved before it is signed; null for nothing. */
export function useToSaveFirst(subject: Subject): "summary" | "note" | null {
  const names = useContext(Unsaved);
  if (subject.of === "findings") return null;
  if (subject.of === "report" && names.has(SUMMARY)) return "summary";
  return names.has(noteOf(subject)) ? "note" : null;
}
