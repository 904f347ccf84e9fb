import "server-only";
import { createPrivateKey } from "node:crypto";
import { actorOfRequest } from "@/server/auth/actor";
import { ballotBoxAt } from "@/server/conduct/box";
import { registryHandle } from "@/server/connections";
import { registryEnv } from "@/server/env";
import type { RegistryContext } from "./init";

type Fixed = Pick<RegistryContext, "secrets" | "ballotBox" | "publicUrl">;
let held: Fixed | undefined;

/** What comes from the environment, read once: checking its keys at every request would cost a third of answering it. */
function fixed(): Fixed {
  if (held !== undefined) return held;
  const { KEY_ENCRYPTION_KEY, MANIFEST_SIGNING_KEY, BALLOT_URL, AUTH_URL } = registryEnv();
  held = {
    secrets: {
      keyEncryptionKey: Buffer.from(KEY_ENCRYPTION_KEY, "base64"),
      manifestSigningKey: createPrivateKey(Buffer.from(MANIFEST_SIGNING_KEY, "base64").toString("utf8")),
    },
    ballotBox: ballotBoxAt(BALLOT_URL),
    publicUrl: AUTH_URL,
  };
  return held;
}

/** The context of a request to the registry: here time, actor, secrets and the way to the box enter. */
export async function registryContext(): Promise<RegistryContext> {
  const db = registryHandle();
  const now = new Date();
  const unchanging = fixed();
  return { db, now, actor: await actorOfRequest(db, now, unchanging.publicUrl), ...unchanging };
}
