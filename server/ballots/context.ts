import "server-only";
import { createPublicKey, type KeyObject } from "node:crypto";
import { ballotHandle } from "@/server/connections";
import { ballotEnv } from "@/server/env";
import type { BallotContext } from "./init";

let held: { manifestPublicKey: KeyObject; challengeKey: Uint8Array } | undefined;

/** The context of a request to the ballot box. It takes nothing from the request itself. */
export function ballotContext(): BallotContext {
  const { MANIFEST_PUBLIC_KEY, CHALLENGE_KEY } = ballotEnv();
  held ??= {
    manifestPublicKey: createPublicKey(Buffer.from(MANIFEST_PUBLIC_KEY, "base64").toString("utf8")),
    challengeKey: Buffer.from(CHALLENGE_KEY, "base64"),
  };
  return { db: ballotHandle(), now: new Date(), ...held };
}
