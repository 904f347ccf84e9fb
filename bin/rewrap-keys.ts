import { connectRegistry } from "@/db/connect";
import { keyEncryptionKeyIn } from "@/server/env";
import { given } from "./backup/given";
import { Obstacle, sentenceOfFailure } from "./backup/obstacle";
import { rewrapKeys } from "./rewrap";

function keyGiven(name: "KEY_ENCRYPTION_KEY" | "NEW_KEY_ENCRYPTION_KEY"): Uint8Array {
  const key = keyEncryptionKeyIn(given(name));
  if (key === null) throw new Obstacle(`${name} must be 32 random bytes in base64.`);
  return key;
}

// `npm run keys:rewrap`: from KEY_ENCRYPTION_KEY to NEW_KEY_ENCRYPTION_KEY, in DATABASE_URL. The processes of the registry
// are stopped before, and started with the new key after.
async function main(): Promise<void> {
  const keys = { from: keyGiven("KEY_ENCRYPTION_KEY"), to: keyGiven("NEW_KEY_ENCRYPTION_KEY") };
  if (Buffer.from(keys.from).equals(keys.to))
    throw new Obstacle("NEW_KEY_ENCRYPTION_KEY is the key that there is. Make one: openssl rand -base64 32");
  const registry = connectRegistry(given("DATABASE_URL"));
  try {
    const { changed, already } = await rewrapKeys(registry.db, keys);
    console.log(`Keys wrapped anew: ${changed}. Wrapped under the new key before: ${already}.`);
    console.log(
      "Now put the new key in the place of KEY_ENCRYPTION_KEY, for every registry and closing process.",
    );
  } finally {
    await registry.end();
  }
}

await main().catch((error: unknown) => {
  console.error(sentenceOfFailure(error, "Nothing was changed; try again."));
  process.exitCode = 1;
});
