import "server-only";
import type { Work } from "@/server/jobs/work";

/** What a process that serves the registry does by itself. */
export function registryWork(): readonly Work[] {
  return [];
}
