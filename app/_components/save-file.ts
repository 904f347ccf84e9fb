"use client";

/** Hands the person a file that was made in this browser, and keeps nothing of it. */
export function saveFile(name: string, content: string, type: string): void {
  saveBytes(name, new Blob([content], { type }));
}

/** The same for what is no text. */
export function saveBytes(name: string, content: Blob): void {
  const anchor = document.createElement("a");
  anchor.href = URL.createObjectURL(content);
  anchor.download = name;
  anchor.click();
  URL.revokeObjectURL(anchor.href);
}
