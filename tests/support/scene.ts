import { createPublicKey, generateKeyPairSync, randomBytes, randomUUID } from "node:crypto";
import { eq } from "drizzle-orm";
import type { Box, ReceiptRoots, Registry } from "@/app/(participant)/_protocol/transport";
import type { BallotDatabase } from "@/db/ballot/client";
import type { RegistryDatabase } from "@/db/registry/client";
import {
  coHosts,
  consultations,
  invitations,
  missions,
  people,
  roles,
  rounds,
  seats,
} from "@/db/registry/schema";
import { toBase64Url } from "@/domain/anonymity/encoding";
import type { Actor, Role } from "@/domain/consultation/access";
import { callBox } from "@/server/ballots/router";
import type { BallotBox } from "@/server/conduct/box";
import { sha256 } from "@/server/hashing";
import type { RegistryContext } from "@/server/trpc/init";
import { callRegistry } from "@/server/trpc/router";
import { smallQuestionnaire } from "./questionnaire";

const HOUR = 3_600_000;

/** A consultation on two databases with callers for everyone, and a clock that the test moves. */
export async function scene(registry: RegistryDatabase, ballot: BallotDatabase, seatCount = 12) {
  const clock = { now: new Date("2026-03-02T15:00:00Z") };
  const secrets = {
    keyEncryptionKey: randomBytes(32),
    manifestSigningKey: generateKeyPairSync("ed25519").privateKey,
  };
  const consultation = await insertConsultation(registry, clock.now);
  const tokens = await insertSeats(registry, consultation.consultationId, seatCount);
  const host = await insertPerson(registry, consultation.consultationId, consultation.missionId, "host");
  return playedOn(registry, ballot, { ...consultation, clock, tokens, host, secrets });
}

/** What a scene keeps wherever its databases are. */
type Cast = Awaited<ReturnType<typeof insertConsultation>> & {
  readonly clock: { now: Date };
  readonly tokens: string[];
  readonly host: Actor;
  readonly secrets: RegistryContext["secrets"];
};

/** The callers of a scene whose rows stand in these databases. */
export function playedOn(registry: RegistryDatabase, ballot: BallotDatabase, cast: Cast) {
  const { clock, secrets } = cast;
  const challengeKey = randomBytes(32);
  const box = () =>
    callBox({
      db: ballot,
      now: clock.now,
      manifestPublicKey: createPublicKey(secrets.manifestSigningKey),
      challengeKey,
    });
  const ballotBox: BallotBox = {
    accept: async (entry) => void (await box().acceptEntry(entry)),
    leaves: async (roundId, itemId) => (await box().leaves({ roundId, itemId })).leaves,
  };
  const context = (actor: Actor | null): RegistryContext => ({
    db: registry,
    actor,
    now: clock.now,
    secrets,
    ballotBox,
    publicUrl: "https://tour-de-table.example",
    objectStore: null,
  });
  return {
    ...cast,
    context,
    ballotBox,
    as: (actor: Actor | null) => callRegistry(context(actor)),
    box,
    participantsRegistry: (): Registry => registryThrough(callRegistry(context(null))),
    participantsBox: (): Box => box(),
    receiptRoots: (): ReceiptRoots => (input) => callRegistry(context(null)).receipts.ofRound(input),
  };
}
export type Scene = Awaited<ReturnType<typeof scene>>;

type Caller = ReturnType<typeof callRegistry>;

/** The participant's calls, made on the routers directly; refusals come as the transport would throw them. */
function registryThrough(caller: Caller): Registry {
  return {
    log: (input) => caller.manifest.log(input),
    seat: (input) => caller.enrolment.seat(input),
    issue: (input) => caller.enrolment.issue(input),
    putWallet: (input) => caller.wallets.put(input),
    getWallet: (input) => caller.wallets.get(input),
  };
}

async function insertConsultation(registry: RegistryDatabase, now: Date) {
  const consultationId = randomUUID();
  const roundId: string = randomUUID();
  const slug = `test-${consultationId.slice(0, 8)}`;
  const [mission] = await registry
    .insert(missions)
    .values({ name: `Mission ${consultationId}` })
    .returning();
  if (mission === undefined) throw new Error("no mission");
  await registry
    .insert(consultations)
    .values({ id: consultationId, slug, title: "A test", subject: "Testing", rule: "Chatham House Rule" });
  await registry.insert(coHosts).values({ consultationId, missionId: mission.id });
  await registry.insert(rounds).values({
    id: roundId,
    consultationId,
    number: 1,
    level: "expert",
    opensAt: new Date(now.getTime() - HOUR),
    closesAt: new Date(now.getTime() + 48 * HOUR),
    timeZone: "America/New_York",
    questionnaire: smallQuestionnaire,
  });
  return { consultationId, roundId, slug, missionId: mission.id };
}

async function insertSeats(
  registry: RegistryDatabase,
  consultationId: string,
  count: number,
): Promise<string[]> {
  const tokens: string[] = [];
  for (let index = 0; index < count; index += 1) {
    const [seat] = await registry
      .insert(seats)
      .values({ consultationId, delegation: `Delegation ${index + 1}`, kind: "other" })
      .returning();
    if (seat === undefined) throw new Error("no seat");
    const token = randomBytes(16);
    await registry.insert(invitations).values({ seatId: seat.id, tokenHash: sha256(token) });
    tokens.push(toBase64Url(token));
  }
  return tokens;
}

/** A person with a role in the consultation, as an actor. */
export async function insertPerson(
  registry: RegistryDatabase,
  consultationId: string,
  missionId: string,
  role: Role,
): Promise<Actor> {
  const email = `${randomUUID()}@example.org`;
  const [person] = await registry.insert(people).values({ email, name: role, missionId }).returning();
  if (person === undefined) throw new Error("no person");
  await registry.insert(roles).values({ consultationId, personId: person.id, role });
  return { personId: person.id, name: role, email, missionId, roles: { [consultationId]: role } };
}

/** The stage of a round, as the registry has it. */
export async function stageOf(registry: RegistryDatabase, roundId: string) {
  const [round] = await registry.select({ stage: rounds.stage }).from(rounds).where(eq(rounds.id, roundId));
  return round?.stage;
}
