import { randomBytes } from "node:crypto";
import { registryAt } from "@/app/(participant)/_protocol/transport";
import { toBase64Url } from "@/domain/anonymity/encoding";
import type { ManifestEntry } from "@/domain/anonymity/manifest";

/** Bytes of an RSA modulus of 3072 bits. */
const MODULUS = 384;

/** A number that a key can sign. What the registry is asked to sign looks like one in every enrolment. */
function anyNumber(): string {
  const bytes = randomBytes(MODULUS);
  bytes[0] = 0;
  return toBase64Url(bytes);
}

/**
 * Enrols the seats of these links for participants who never answer: the registry signs, nobody finalizes. That is done
 * in a blink, where a simulated participant computes for half a second.
 */
export async function enrolSilently(slug: string, links: readonly string[]): Promise<void> {
  const registry = registryAt(process.env.BASE_URL ?? "");
  const [first] = (await registry.log({ slug })).entries;
  // Signed by the registry that the test runs against.
  const { act } = JSON.parse(first?.payload ?? "null") as ManifestEntry;
  if (act.kind !== "enrolmentOpened") throw new Error("enrolment has not opened");
  for (const link of links) {
    const token = new URL(link).hash.slice(1);
    await registry.issue({
      token,
      blinded: act.keys.map(({ roundId }) => ({ roundId, blinded: anyNumber() })),
    });
  }
}
