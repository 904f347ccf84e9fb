import "server-only";
import { createPrivateKey } from "node:crypto";
import { actorOfRequest } from "@/server/auth/actor";
import { bucketAt, type ObjectStore } from "@/server/background-papers/object-store";
import { ballotBoxAt } from "@/server/conduct/box";
import { registryHandle } from "@/server/connections";
import { bucketEnv, registryEnv } from "@/server/env";
import type { RegistryContext } from "./init";

type Fixed = Pick<RegistryContext, "secrets" | "ballotBox" | "publicUrl" | "objectStore">;
let held: Fixed | undefined;

/** What comes from the environment, read once: checking its keys at every request would cost a third of answering it. */
export function fixedContext(): Fixed {
  if (held !== undefined) return held;
  const { KEY_ENCRYPTION_KEY, MANIFEST_SIGNING_KEY, BALLOT_URL, AUTH_URL } = registryEnv();
  const bucket = bucketEnv();
  held = {
    secrets: {
      keyEncryptionKey: Buffer.from(KEY_ENCRYPTION_KEY, "base64"),
      manifestSigningKey: createPrivateKey(Buffer.from(MANIFEST_SIGNING_KEY, "base64").toString("utf8")),
    },
    ballotBox: ballotBoxAt(BALLOT_URL),
    publicUrl: AUTH_URL,
    objectStore: bucket === null ? null : bucketAt(bucket),
  };
  return held;
}

/** Where this process keeps files beside the database, if it does. */
export const objectStoreHere = (): ObjectStore | null => fixedContext().objectStore;

/** The context of a request to the registry: here time, actor, secrets and the way to the box enter. */
export async function registryContext(): Promise<RegistryContext> {
  const db = registryHandle();
  const now = new Date();
  const unchanging = fixedContext();
  return { db, now, actor: await actorOfRequest(db, now, unchanging.publicUrl), ...unchanging };
}
