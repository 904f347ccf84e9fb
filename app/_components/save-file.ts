"use client";

/** Hands the person a file that was made in this browser, and keeps nothing of it. */
export function saveFile(name: string, content: string, type: string): void {
  const anchor = document.createElement("a");
  anchor.href = URL.createObjectURL(new Blob([content], { type }));
  anchor.download = name;
  anchor.click();
  URL.revokeObjectURL(anchor.href);
}
