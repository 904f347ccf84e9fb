"use client";

import { useEffect, useState } from "react";

type Typed = HTMLInputElement | HTMLTextAreaElement;

const says = (field: Element, what: "input" | "change") =>
  field.dispatchEvent(new Event(what, { bubbles: true }));

/** Sets what stands in a field past the property by which React notes what it has seen there, as a keyboard does. */
function type(field: Typed, value: string): void {
  const bare = Reflect.getPrototypeOf(field) ?? field;
  Object.getOwnPropertyDescriptor(bare, "value")?.set?.call(field, value);
  says(field, "input");
}

function ofText(field: Typed): (() => void) | null {
  const typed = field.value;
  const served = field.defaultValue.replaceAll(/\r\n?/g, "\n");
  if (typed === served) return null;
  return () => {
    // What is kept on a device may have come into the field meanwhile: that is more than a second's typing.
    if (field.value !== typed && field.value !== served) return;
    field.value = served;
    type(field, typed);
  };
}

function ofChoice(field: HTMLInputElement): (() => void) | null {
  const { checked, defaultChecked } = field;
  // Of radio buttons the one that was chosen says it for the one that was left.
  if (checked === defaultChecked || (field.type === "radio" && !checked)) return null;
  return () => {
    field.checked = defaultChecked;
    field.click();
  };
}

function ofSelect(field: HTMLSelectElement): (() => void) | null {
  const { selectedIndex } = field;
  const served = [...field.options].findIndex(({ defaultSelected }) => defaultSelected);
  if (selectedIndex === Math.max(0, served)) return null;
  return () => {
    field.selectedIndex = selectedIndex;
    says(field, "change");
  };
}

/** What tells the page what was typed or chosen in a field before its script had come; null where nothing was. */
function toTell(field: Element): (() => void) | null {
  if (field instanceof HTMLSelectElement) return ofSelect(field);
  if (field instanceof HTMLTextAreaElement) return ofText(field);
  if (!(field instanceof HTMLInputElement)) return null;
  if (field.type === "file") return field.files?.length ? () => says(field, "change") : null;
  return field.type === "checkbox" || field.type === "radio" ? ofChoice(field) : ofText(field);
}

/**
 * Takes up what somebody typed or chose while a page was drawn and its script was still on the way: React keeps it on the
 * screen, tells no handler, and puts back what was served as soon as it draws the field anew.
 */
export function TypedBefore() {
  const [told, setTold] = useState<readonly (() => void)[]>([]);
  useEffect(() => {
    setTold([...document.querySelectorAll("input, textarea, select")].flatMap((one) => toTell(one) ?? []));
  }, []);
  // With the page drawn anew, in which stands by now what a device keeps.
  useEffect(() => {
    for (const tell of told) tell();
  }, [told]);
  return null;
}
