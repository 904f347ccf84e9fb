import "server-only";
import { createPrivateKey } from "node:crypto";
import { actorOfRequest } from "@/server/auth/actor";
import { ballotBoxAt } from "@/server/conduct/box";
import { registryHandle } from "@/server/connections";
import { registryEnv } from "@/server/env";
import type { RegistrySecrets } from "@/server/manifest/keys";
import type { RegistryContext } from "./init";

let held: RegistrySecrets | undefined;

function secrets(): RegistrySecrets {
  const { KEY_ENCRYPTION_KEY, MANIFEST_SIGNING_KEY } = registryEnv();
  held ??= {
    keyEncryptionKey: Buffer.from(KEY_ENCRYPTION_KEY, "base64"),
    manifestSigningKey: createPrivateKey(Buffer.from(MANIFEST_SIGNING_KEY, "base64").toString("utf8")),
  };
  return held;
}

/** The context of a request to the registry: here time, actor, secrets and the way to the box enter. */
export async function registryContext(): Promise<RegistryContext> {
  const db = registryHandle();
  const now = new Date();
  return {
    db,
    now,
    actor: await actorOfRequest(db, now),
    secrets: secrets(),
    ballotBox: ballotBoxAt(registryEnv().BALLOT_URL),
    publicUrl: registryEnv().AUTH_URL,
  };
}
