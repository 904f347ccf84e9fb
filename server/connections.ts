import "server-only";
import type { BallotDatabase } from "@/db/ballot/client";
import { type Connection, connectBallot, connectRegistry } from "@/db/connect";
import type { RegistryDatabase } from "@/db/registry/client";
import { ballotEnv, registryEnv } from "./env";

// One pool per process; the development server reloads modules, so the pools live outside of them.
const held = globalThis as typeof globalThis & {
  tdtRegistry?: Connection<RegistryDatabase>;
  tdtBallot?: Connection<BallotDatabase>;
};

/** The registry's handle. Throws where this process serves no registry. */
export function registryHandle(): RegistryDatabase {
  held.tdtRegistry ??= connectRegistry(registryEnv().DATABASE_URL);
  return held.tdtRegistry.db;
}

/** The ballot database's handle. Throws where this process serves no ballot box. */
export function ballotHandle(): BallotDatabase {
  held.tdtBallot ??= connectBallot(ballotEnv().BALLOT_DATABASE_URL);
  return held.tdtBallot.db;
}
