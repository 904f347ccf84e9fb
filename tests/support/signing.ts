import { randomUUID } from "node:crypto";
import { eq } from "drizzle-orm";
import { publishFindings } from "@/bin/demo/signing";
import type { BallotDatabase } from "@/db/ballot/client";
import type { RegistryDatabase } from "@/db/registry/client";
import { auditEntries, coHosts, consultations, missions, releases, rounds } from "@/db/registry/schema";
import { makeRelease } from "@/domain/disclosure/release";
import type { Subject } from "@/domain/edition/signed";
import { emptyTally } from "@/domain/tally/tally";
import { smallQuestionnaire } from "./questionnaire";
import { insertPerson, type Scene, scene } from "./scene";

/** A host of one more mission, which co-hosts from then on. */
export async function coHostOf(registry: RegistryDatabase, { consultationId }: Scene, name: string) {
  const [mission] = await registry
    .insert(missions)
    .values({ name: `${name} ${randomUUID()}` })
    .returning();
  if (mission === undefined) throw new Error("no mission");
  await registry.insert(coHosts).values({ consultationId, missionId: mission.id });
  return insertPerson(registry, consultationId, mission.id, "host");
}

/** Closes a round without answers. */
export async function closeSilently(registry: RegistryDatabase, play: Scene, roundId: string): Promise<void> {
  const participation = { invited: 12, issued: 12, replaced: 0 };
  const release = makeRelease(smallQuestionnaire, emptyTally(smallQuestionnaire), participation, {});
  await registry.insert(releases).values({ roundId, release, closedAt: play.clock.now });
  await registry.update(rounds).set({ stage: "closed" }).where(eq(rounds.id, roundId));
}

/** One more round of the consultation, in draft. */
export async function furtherRound(
  registry: RegistryDatabase,
  { consultationId, clock }: Scene,
  number = 2,
): Promise<string> {
  const id = randomUUID();
  await registry.insert(rounds).values({
    id,
    consultationId,
    number,
    level: "highLevel",
    opensAt: clock.now,
    closesAt: new Date(clock.now.getTime() + 3_600_000),
    timeZone: "Europe/Zurich",
    questionnaire: smallQuestionnaire,
  });
  return id;
}

/** A consultation of two missions whose one round has closed: its two hosts, and what they do and see. */
export async function twoMissions(registry: RegistryDatabase, ballot: BallotDatabase) {
  const play = await scene(registry, ballot, 1);
  const { consultationId, roundId, slug, missionId, host } = play;
  const other = await coHostOf(registry, play, "Mission of another");
  await closeSilently(registry, play, roundId);
  const findings = { of: "findings", roundId } as const;
  const report = { of: "report" } as const;
  const as = play.as;
  const state = (subject: Subject, actor = host) => as(actor).editions.signOff({ consultationId, subject });
  const sign = async (subject: Subject, actor = host) => {
    const { hash } = await state(subject, actor);
    await as(actor).editions.sign({ consultationId, subject, hash: hash ?? "" });
  };
  return {
    ...play,
    other,
    findings,
    report,
    state,
    sign,
    /** A host's colleague who drafts and never signs. */
    rapporteur: await insertPerson(registry, consultationId, missionId, "rapporteur"),
    hosts: () => [as(host), as(other)],
    signed: async (subject: Subject) =>
      (await state(subject)).missions.map(({ signature }) => signature !== null),
    publishFindings: (id: string) => publishFindings([as(host), as(other)], consultationId, id),
    /** What anybody changes who edits the consultation's subject. */
    changeSubject: (subject: string) =>
      registry.update(consultations).set({ subject }).where(eq(consultations.id, consultationId)),
    page: () => as(null).consultations.publicPage({ slug }),
    acts: async () =>
      (await registry.select().from(auditEntries).where(eq(auditEntries.consultationId, consultationId)))
        .toSorted((one, next) => one.position - next.position)
        .map(({ act, detail }) => ({ act, detail })),
  };
}
