import { type Sha256, toBase64Url } from "@/domain/anonymity/encoding";
import { actBytes, type LoggedAct } from "./entry";

/** An entry with its place in the chain: hashes in base64url, null in entries from before there was a chain. */
export type ChainedAct = LoggedAct & { readonly previous: string | null; readonly hash: string | null };

/** What is wrong with an entry. */
export type Fault =
  /** It has another number than its place: one was removed, inserted or moved. */
  | "position"
  /** It follows another entry than the one before it. */
  | "previous"
  /** It is not what was hashed. */
  | "content"
  /** It has no hash though one before it has. */
  | "unchained"
  /** The signed record names a later entry that is not there: something from here on was changed or cut off. */
  | "missing";

/** What a log says of itself. */
export type Chain = {
  readonly entries: number;
  /** How many of them are from before there was a chain. The first entry after them holds them as they then stood. */
  readonly unchained: number;
  /** How many entries hold, from the first on. */
  readonly verified: number;
  /** How many of these the signed record vouches for: what comes after them could be cut off unseen. */
  readonly vouched: number;
  /** Hash of the last entry that holds; null where none does. */
  readonly head: string | null;
  /** The first entry that does not hold. */
  readonly broken: { readonly position: number; readonly why: Fault } | null;
};

function faultOf(entry: ChainedAct, place: number, previous: string | null, hash: string, chained: boolean) {
  if (entry.position !== place) return "position";
  if (entry.hash === null) return chained || entry.previous !== null ? "unchained" : null;
  if (entry.previous !== previous) return "previous";
  return entry.hash === hash ? null : "content";
}

/**
 * Checks a whole log in the order of its positions: numbers without a gap, each entry as it was hashed, and after the one
 * that it names. `signedHeads` are the hashes that the manifest names, in its order: each must be there, so that a log that
 * was cut off or written anew as a whole is found too, as far back as the last of them.
 */
export async function readChain(
  log: readonly ChainedAct[],
  signedHeads: readonly string[],
  sha256: Sha256,
): Promise<Chain> {
  const hashes: string[] = [];
  let unchained = 0;
  let vouched = 0;
  const read = (broken: Chain["broken"], verified = hashes.length): Chain => ({
    entries: log.length,
    unchained,
    verified,
    vouched,
    head: hashes[verified - 1] ?? null,
    broken,
  });
  for (const [index, entry] of log.entries()) {
    const previous = hashes.at(-1) ?? null;
    const hash = toBase64Url(await sha256(actBytes(entry, previous)));
    const why = faultOf(entry, index + 1, previous, hash, unchained < index);
    if (why !== null) return read({ position: index + 1, why });
    if (entry.hash === null) unchained += 1;
    hashes.push(hash);
  }
  for (const head of signedHeads) {
    const at = hashes.indexOf(head) + 1;
    if (at < vouched || at === 0) return read({ position: vouched + 1, why: "missing" }, vouched);
    vouched = at;
  }
  return read(null);
}
