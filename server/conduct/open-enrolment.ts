import "server-only";
import { randomUUID } from "node:crypto";
import { asc, eq } from "drizzle-orm";
import type { RegistryDatabase } from "@/db/registry/client";
import { consultations, roundKeys, rounds } from "@/db/registry/schema";
import { toBase64Url } from "@/domain/anonymity/encoding";
import type { KeyPurpose, RulesInForce } from "@/domain/anonymity/manifest";
import { MINIMUM_ENROLLED } from "@/domain/consultation/round";
import { Refusal } from "@/domain/refusal";
import { audit } from "@/server/audit";
import { appendEntry } from "@/server/manifest/commands";
import { makeRoundKey, type WrappedKeyPair } from "@/server/manifest/keys";
import type { Conducting } from "./commands";
import { pushManifest } from "./push";

const SPARE_KEYS = 3;
const WINDOW_KEYS = 2;

/** What every consultation starts with; hosts may tighten it, never loosen. */
const RULES: Omit<RulesInForce, "extensionHours"> = {
  disclosure: "disclosure-1",
  ladder: "ladder-1",
  minimumEnrolled: MINIMUM_ENROLLED,
  openAnswersKeptDays: 180,
};

type NewKey = WrappedKeyPair & {
  readonly roundId: string;
  readonly purpose: KeyPurpose;
  readonly position: number;
};

async function makeKeys(plannedRounds: readonly string[], keyEncryptionKey: Uint8Array): Promise<NewKey[]> {
  const unused = (count: number) => Array.from({ length: count }, () => randomUUID());
  const wanted = [
    ...plannedRounds.map((roundId, index) => ({ roundId, purpose: "planned" as const, position: index + 1 })),
    ...unused(SPARE_KEYS).map((roundId, index) => ({
      roundId,
      purpose: "spare" as const,
      position: index + 1,
    })),
    ...unused(WINDOW_KEYS).map((roundId, index) => ({
      roundId,
      purpose: "window" as const,
      position: index + 1,
    })),
  ];
  return Promise.all(wanted.map(async (key) => ({ ...key, ...(await makeRoundKey(keyEncryptionKey)) })));
}

async function plannedRounds(db: RegistryDatabase, consultationId: string): Promise<string[]> {
  const planned = await db
    .select({ id: rounds.id })
    .from(rounds)
    .where(eq(rounds.consultationId, consultationId))
    .orderBy(asc(rounds.number));
  return planned.map(({ id }) => id);
}

async function hasKeys(db: RegistryDatabase, consultationId: string): Promise<boolean> {
  const [present] = await db
    .select({ roundId: roundKeys.roundId })
    .from(roundKeys)
    .where(eq(roundKeys.consultationId, consultationId))
    .limit(1);
  return present !== undefined;
}

/**
 * Opens enrolment: makes every key that the consultation will ever have and fixes them in the manifest's first entry.
 * Throws `enrolment_is_open` the second time, `no_rounds` where none is planned.
 */
export async function openEnrolment(context: Conducting, consultationId: string): Promise<void> {
  const { db, now, actor, secrets } = context;
  const planned = await plannedRounds(db, consultationId);
  if (planned.length === 0) throw new Refusal("no_rounds");
  // Keys take a second to make; whoever asks again and again is answered without.
  if (await hasKeys(db, consultationId)) throw new Refusal("enrolment_is_open");
  const keys = await makeKeys(planned, secrets.keyEncryptionKey);
  await db.transaction(async (tx) => {
    const [consultation] = await tx
      .select({
        slug: consultations.slug,
        title: consultations.title,
        extensionHours: consultations.extensionHours,
      })
      .from(consultations)
      .where(eq(consultations.id, consultationId))
      .for("no key update");
    if (consultation === undefined) throw new Refusal("not_found");
    if (await hasKeys(tx, consultationId)) throw new Refusal("enrolment_is_open");
    // Rounds may have been added or removed while the keys were being made.
    if ((await plannedRounds(tx, consultationId)).join() !== planned.join())
      throw new Refusal("rounds_changed");
    await tx.insert(roundKeys).values(keys.map((key) => ({ ...key, consultationId })));
    const { slug, title, extensionHours } = consultation;
    const rules = { ...RULES, extensionHours };
    const published = keys.map(({ roundId, purpose, position, publicKey }) => ({
      roundId,
      purpose,
      position,
      publicKey: toBase64Url(publicKey),
    }));
    await audit(tx, {
      consultationId,
      personId: actor.personId,
      act: "enrolment opened",
      detail: {},
      at: now,
    });
    await appendEntry(
      tx,
      consultationId,
      { kind: "enrolmentOpened", slug, title, rules, keys: published },
      secrets,
    );
  });
  await pushManifest(db, consultationId, context.ballotBox);
}
