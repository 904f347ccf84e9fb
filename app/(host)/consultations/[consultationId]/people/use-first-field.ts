"use client";

import { type RefCallback, useCallback } from "react";

/** For a form that is opened in its place: the keyboard goes to its first field once, when it appears. */
export function useFirstField(): RefCallback<HTMLFormElement> {
  return useCallback((form: HTMLFormElement | null) => {
    form?.querySelector<HTMLElement>("input, select")?.focus();
  }, []);
}
