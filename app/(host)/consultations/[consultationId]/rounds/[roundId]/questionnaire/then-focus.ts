"use client";

import { flushSync } from "react-dom";

/** Changes the page, then moves the keyboard to what stands there afterwards. */
export function thenFocus(change: () => void, find: () => HTMLElement | null | undefined) {
  flushSync(change);
  find()?.focus();
}

/** The head of the panel in which a question or an item is edited. */
export const panelHead = () => document.getElementById("edit-head");

/** The first control of that panel with something to put right, or its head. */
export const firstToMend = () =>
  document.querySelector<HTMLElement>('#edit [aria-invalid="true"]') ?? panelHead();
