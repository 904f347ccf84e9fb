import "server-only";
import type { KeyObject } from "node:crypto";
import { and, eq, inArray, isNotNull, ne, notInArray, sql } from "drizzle-orm";
import { LRUCache } from "lru-cache";
import type { RegistryDatabase } from "@/db/registry/client";
import {
  deliveries,
  invitations,
  issuance,
  roundKeys,
  rounds,
  seats,
  wallets,
  windows,
} from "@/db/registry/schema";
import { type Bytes, fromBase64Url, isBase64Url, toBase64Url } from "@/domain/anonymity/encoding";
import { Refusal } from "@/domain/refusal";
import { rewriteInFreshOrder } from "@/server/fresh-order";
import { sha256 } from "@/server/hashing";
import { type RegistrySecrets, unwrapped } from "@/server/manifest/keys";
import { signBlinded } from "./blind-signature";
import { refuseWithoutKeys } from "./ended";
import { holdSeats } from "./seat-lock";

export type BlindedMessage = { readonly roundId: string; readonly blinded: string };
export type BlindSignature = { readonly roundId: string; readonly signature: string };

/** SHA-256 of an invitation's token. Throws `invitation_unknown` where the token is none. */
export function tokenHash(token: string): Bytes {
  if (token.length !== 22 || !isBase64Url(token)) throw new Refusal("invitation_unknown");
  return sha256(fromBase64Url(token));
}

type InvitedSeat = { readonly id: string; readonly consultationId: string; readonly generation: number };

async function invitedSeat(tx: RegistryDatabase, token: string): Promise<InvitedSeat> {
  const [seat] = await tx
    .select({ id: seats.id, consultationId: seats.consultationId, generation: seats.generation })
    .from(invitations)
    .innerJoin(seats, eq(seats.id, invitations.seatId))
    .where(eq(invitations.tokenHash, tokenHash(token)));
  if (seat === undefined) throw new Refusal("invitation_unknown");
  return seat;
}

/** The seat that a token invites, held until the transaction ends. Throws `invitation_unknown`. */
async function lockedSeat(tx: RegistryDatabase, token: string) {
  const { id } = await invitedSeat(tx, token);
  await holdSeats(tx, [id]);
  // Asked once more now that the seat is held: a link may have been withdrawn while this waited for it.
  return invitedSeat(tx, token);
}

/**
 * Signing for a consultation (`shared`) and opening or closing one of its rounds or windows (`exclusive`) wait for one another, so
 * that no new credential is signed for a round that has opened, and whatever was signed is deleted at the close.
 */
export async function lockSigning(
  tx: RegistryDatabase,
  consultationId: string,
  mode: "shared" | "exclusive",
): Promise<void> {
  const key = sql`hashtextextended(${`signing ${consultationId}`}, 0)`;
  await tx.execute(
    mode === "shared"
      ? sql`SELECT pg_advisory_xact_lock_shared(${key})`
      : sql`SELECT pg_advisory_xact_lock(${key})`,
  );
}

// A few keys serve thousands of requests; unwrapping and parsing each time would cost more than signing. One that another
// process has destroyed is let go by itself.
const parsedKeys = new LRUCache<string, KeyObject>({ max: 64, ttl: 600_000, ttlAutopurge: true });

function privateKeyOf(roundId: string, wrapped: Uint8Array, secrets: RegistrySecrets): KeyObject {
  const parsed = parsedKeys.get(roundId) ?? unwrapped(wrapped, secrets.keyEncryptionKey);
  parsedKeys.set(roundId, parsed);
  return parsed;
}

/**
 * The keys that still sign for a seat: all of the first entry but those of rounds and windows that are closing or closed.
 * Where a seat's code was lost (a generation after the first) also none of a round or window that has opened: its earlier
 * credential may have been used there and cannot be recalled.
 */
async function signingKeys(tx: RegistryDatabase, { consultationId, generation }: InvitedSeat) {
  const over = generation === 0 ? inArray(rounds.stage, ["closing", "closed"]) : ne(rounds.stage, "draft");
  const finished = tx
    .select({ id: rounds.id })
    .from(rounds)
    .where(and(eq(rounds.consultationId, consultationId), over));
  const windowOver = generation === 0 ? inArray(windows.stage, ["closing", "closed"]) : undefined;
  const finishedWindows = tx
    .select({ id: windows.roundId })
    .from(windows)
    .where(and(eq(windows.consultationId, consultationId), windowOver));
  return tx
    .select({ roundId: roundKeys.roundId, wrapped: roundKeys.wrappedPrivateKey })
    .from(roundKeys)
    .where(
      and(
        eq(roundKeys.consultationId, consultationId),
        isNotNull(roundKeys.wrappedPrivateKey),
        notInArray(roundKeys.roundId, finished),
        notInArray(roundKeys.roundId, finishedWindows),
      ),
    );
}

/**
 * Signs blinded messages for the seat that the token names: at most one per seat, round and generation. The same blinded
 * message gets the same signature again, so a lost reply costs nothing; another is refused (`already_enrolled`). All of
 * the request's messages are signed, or none.
 */
export async function issueCredentials(
  db: RegistryDatabase,
  token: string,
  messages: readonly BlindedMessage[],
  secrets: RegistrySecrets,
): Promise<BlindSignature[]> {
  return db.transaction(async (tx) => {
    const seat = await lockedSeat(tx, token);
    await lockSigning(tx, seat.consultationId, "shared");
    await refuseWithoutKeys(tx, seat.consultationId);
    const keys = new Map((await signingKeys(tx, seat)).map((key) => [key.roundId, key.wrapped]));
    const issued = await tx
      .select()
      .from(issuance)
      .where(and(eq(issuance.seatId, seat.id), eq(issuance.generation, seat.generation)));
    const signatures: BlindSignature[] = [];
    const added: (typeof issuance.$inferInsert)[] = [];
    for (const { roundId, blinded } of messages) {
      const message = fromBase64Url(blinded);
      const before = issued.find((row) => row.roundId === roundId);
      if (before !== undefined) {
        const same = before.blinded !== null && Buffer.from(before.blinded).equals(message);
        if (!same || before.signature === null) throw new Refusal("already_enrolled");
        signatures.push({ roundId, signature: toBase64Url(before.signature) });
        continue;
      }
      const wrapped = keys.get(roundId);
      if (wrapped === undefined || wrapped === null) throw new Refusal("keys_changed");
      const signature = signBlinded(privateKeyOf(roundId, wrapped, secrets), message);
      added.push({ seatId: seat.id, roundId, generation: seat.generation, blinded: message, signature });
      signatures.push({ roundId, signature: toBase64Url(signature) });
    }
    if (added.length > 0) await tx.insert(issuance).values(added);
    return signatures;
  });
}

/**
 * Afterwards nothing in issuance and wallets tells the order in which seats enrolled, nor in invitations and their mails: they
 * are made for those who have not enrolled yet, so their order would tell between which others somebody did.
 */
export async function shuffleEnrolment(db: RegistryDatabase): Promise<void> {
  for (const table of [issuance, invitations, deliveries, wallets])
    await db.transaction((tx) => rewriteInFreshOrder(tx, sql`${table}`));
}

/** Lets go of a private key that was held ready for signing. */
export function forgetPrivateKey(roundId: string): void {
  parsedKeys.delete(roundId);
}
