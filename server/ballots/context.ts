import "server-only";
import { createPublicKey } from "node:crypto";
import { ballotHandle } from "@/server/connections";
import { ballotEnv } from "@/server/env";
import type { BallotContext } from "./init";

type Fixed = Pick<BallotContext, "manifestPublicKey" | "challengeKey">;
let held: Fixed | undefined;

/** What comes from the environment, read once: checking its keys at every request would cost a third of answering it. */
function fixed(): Fixed {
  if (held !== undefined) return held;
  const { MANIFEST_PUBLIC_KEY, CHALLENGE_KEY } = ballotEnv();
  held = {
    manifestPublicKey: createPublicKey(Buffer.from(MANIFEST_PUBLIC_KEY, "base64").toString("utf8")),
    challengeKey: Buffer.from(CHALLENGE_KEY, "base64"),
  };
  return held;
}

/** The context of a request to the ballot box. It takes nothing from the request itself. */
export function ballotContext(): BallotContext {
  return { db: ballotHandle(), now: new Date(), ...fixed() };
}
