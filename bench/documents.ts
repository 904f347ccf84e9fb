import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { FORMS } from "./forms";
import type { DocumentMade } from "./make-document";

/** Makes one form of a long report in a process of its own. */
async function made(form: string): Promise<DocumentMade> {
  const { stdout } = await promisify(execFile)(process.execPath, [
    "--conditions=react-server",
    "--import",
    "tsx",
    "bench/make-document.ts",
    form,
  ]);
  return JSON.parse(stdout) as DocumentMade; // printed by make-document.ts
}

/** Milliseconds and memory that each form of a report of about 30 pages with 40 charts takes. */
export async function measuredDocuments(say: (what: string) => void) {
  const measured: Record<string, object> = {};
  for (const form of Object.keys(FORMS)) {
    say(`Making a report as ${form} …`);
    const { firstMs, nextMs, bytes, peakBytes } = await made(form);
    const size = { kilobytes: Math.round(bytes / 1e3), peakMegabytes: Math.round(peakBytes / 1e6) };
    measured[form] = { firstMs, nextMs, ...size };
  }
  return measured;
}
