"use client";

import { useDeferredValue, useEffect, useMemo, useState } from "react";
import { copyFinder } from "@/domain/themes/copied";
import type { BenchAnswer } from "@/domain/themes/progress";
import { type WordingIssue, wordingIssues } from "@/domain/themes/wording";

type Identify = Parameters<typeof wordingIssues>[1]["identifying"];

/** What is wrong with a wording, as soon as typing leaves time for it: what the server will say when it is saved. */
export function useWordingIssues(wording: string, answers: readonly BenchAnswer[]): readonly WordingIssue[] {
  const settled = useDeferredValue(wording);
  const copied = useMemo(() => copyFinder(answers.map(({ text }) => text)), [answers]);
  const [identify, setIdentify] = useState<Identify | null>(null);
  useEffect(() => {
    // The names are many; the server looks for them in any case.
    import("@/domain/anonymity/identifying").then(
      ({ identifying }) => setIdentify(() => identifying),
      () => undefined,
    );
  }, []);
  return useMemo(
    () => wordingIssues(settled, { copied, identifying: identify ?? (() => []) }),
    [settled, copied, identify],
  );
}
