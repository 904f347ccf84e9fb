import "server-only";
import { ballotHandle, registryHandle } from "@/server/connections";
import type { Work } from "@/server/jobs/work";
import { clockWork } from "@/server/releases/clock-work";
import { fixedContext } from "@/server/trpc/context";

/** What a process that holds both databases does by itself. */
export function closingWork(): readonly Work[] {
  const { secrets, ballotBox } = fixedContext();
  const clock = clockWork({ registry: registryHandle(), ballot: ballotHandle(), secrets, ballotBox });
  // Two, so that the long close of one round keeps no other waiting.
  return [clock, clock];
}
