import "server-only";
import { ballotHandle } from "@/server/connections";
import type { ClosingContext } from "./closing-init";
import { registryContext } from "./context";

/** The context of a request to the closing process. */
export async function closingContext(): Promise<ClosingContext> {
  const { db, ...registry } = await registryContext();
  return { ...registry, registry: db, ballot: ballotHandle() };
}
