import { drizzle } from "drizzle-orm/postgres-js";
import postgres from "postgres";
import type { BallotDatabase } from "./ballot/client";
import * as ballotSchema from "./ballot/schema";
import type { RegistryDatabase } from "./registry/client";
import * as registrySchema from "./registry/schema";

/** An open pool and the way to end it. */
export type Connection<Database> = { readonly db: Database; readonly end: () => Promise<void> };

const POOL_SIZE = 16;

function pool(url: string, max = POOL_SIZE) {
  return postgres(url, {
    max,
    // Notices would land in the log of whoever caused them; nothing about a request may.
    onnotice: () => undefined,
    // We send no arrays. Asking for their types is a query of the pool's own: where the database goes away during it, its
    // failure is caught by nobody, and ends the process.
    fetch_types: false,
  });
}

/** Opens a pool on the registry at a `postgres://` address. */
export function connectRegistry(url: string): Connection<RegistryDatabase> {
  const client = pool(url);
  return { db: drizzle(client, { schema: registrySchema }), end: () => client.end({ timeout: 5 }) };
}

/** Opens a pool on the ballot database at a `postgres://` address. */
export function connectBallot(url: string): Connection<BallotDatabase> {
  const client = pool(url);
  return { db: drizzle(client, { schema: ballotSchema }), end: () => client.end({ timeout: 5 }) };
}

/**
 * Hears what is notified on a channel of the registry, over a connection of its own, until it is ended; `began` is called
 * whenever that begins, as what was said before was not heard. Where the database goes away it may hear nothing any more,
 * and says so to nobody: whoever listens tells by what it ought to hear.
 */
export function listenToRegistry(
  url: string,
  channel: string,
  heard: (payload: string) => void,
  began: () => void,
): { readonly end: () => void } {
  const client = pool(url, 1);
  client.listen(channel, heard, began).catch(() => undefined);
  return { end: () => void client.end({ timeout: 1 }).catch(() => undefined) };
}
