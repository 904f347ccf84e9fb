import { randomUUID } from "node:crypto";
import { eq } from "drizzle-orm";
import postgres from "postgres";
import { afterAll, describe, expect, it } from "vitest";
import { everyLog } from "@/bin/audit/every-log";
import { allTables } from "@/bin/backup/catalogue";
import { deleteConsultation, refuseInBallot } from "@/bin/deletion";
import { connectBallot, connectRegistry } from "@/db/connect";
import { consultations, mailings, seats } from "@/db/registry/schema";
import type { ObjectStore } from "@/server/background-papers/object-store";
import { queueMail } from "@/server/mail/queue";
import { refusal } from "@/tests/support/backups";
import { newDatabase } from "@/tests/support/databases";
import { storedEntries } from "@/tests/support/log-tampering";
import { moved, openRound } from "@/tests/support/open-round";
import { answered } from "@/tests/support/participants";
import { someAnswers } from "@/tests/support/questionnaire";
import { type Scene, scene } from "@/tests/support/scene";

const urls = { registry: await newDatabase("registryCluster"), ballot: await newDatabase("ballotCluster") };
const [registry, ballot] = [connectRegistry(urls.registry), connectBallot(urls.ballot)];
const plain = { registry: postgres(urls.registry), ballot: postgres(urls.ballot) };
afterAll(() => Promise.all([registry.end(), ballot.end(), plain.registry.end(), plain.ballot.end()]));

/** What is said of deleting it, "done" where nothing is. */
const deleted = (slug: string, title: string, evenOpen = false, objects: ObjectStore | null = null) =>
  refusal(
    deleteConsultation(
      { registry: registry.db, ballot: ballot.db, objects },
      { slug, title, evenOpen },
      new Date(),
    ),
  );

/** How many rows of each table name this consultation or one of its rounds or seats, anywhere in them. */
async function traces(sql: postgres.Sql, ids: readonly string[]): Promise<string[]> {
  const found: string[] = [];
  for (const { name } of await allTables(sql)) {
    const rows = await sql.unsafe<{ row: string }[]>(`SELECT held::text AS row FROM "${name}" AS held`);
    if (rows.some(({ row }) => ids.some((id) => row.includes(id)))) found.push(name);
  }
  return found;
}

/** Queues a mail to a seat of a consultation; the id of its mailing. */
async function queuedMail({ consultationId }: Scene): Promise<string> {
  const [seat] = await registry.db.select().from(seats).where(eq(seats.consultationId, consultationId));
  const invitation = { consultationId, kind: "invitation" } as const;
  const [mailing] = await registry.db.insert(mailings).values(invitation).returning();
  if (seat === undefined || mailing === undefined) throw new Error("there is nobody to mail to");
  await registry.db.transaction((tx) => queueMail(tx, mailing.id, [seat.id], randomUUID()));
  return mailing.id;
}

describe("deleting a consultation", () => {
  it("[O40] takes it out of both databases by its address and exact title, and leaves the others", async () => {
    const going = await openRound(registry.db, ballot.db, 10);
    for (const participant of going.participants) await answered(going, participant, someAnswers());
    await moved(ballot.db, going.roundId);
    await answered(going, going.nth(0), someAnswers(), 2);
    const staying = await scene(registry.db, ballot.db, 1);
    await staying.as(staying.host).conduct.openEnrolment({ consultationId: staying.consultationId });
    const mailed = [await queuedMail(going), await queuedMail(staying)];
    const ids = ({ consultationId, roundId }: Scene) => [consultationId, roundId];
    const before = await traces(plain.ballot, ids(staying));
    expect(await deleted(going.slug, "Another")).toMatch(/.*has another title/);
    expect(await deleted("nowhere", "A test")).toMatch(/There is no consultation/);
    expect(await deleted(going.slug, "A test")).toMatch(/One of its rounds .*is open/);
    expect(await registry.db.$count(consultations)).toBe(2);
    // Of a box that is run apart, by the id alone.
    const apart = (id: string, evenOpen = false) => refusal(refuseInBallot(ballot.db, id, evenOpen));
    expect(await apart(going.consultationId)).toMatch(/One of its rounds .*is open/);
    expect(await apart(going.consultationId, true)).toBe("done");
    expect(await apart(going.roundId)).toMatch(/has nothing of this consultation/);
    expect(await deleted(going.slug, "A test", true)).toBe("done");
    // The mission stays, which the scene named by its consultation.
    expect(await traces(plain.registry, ids(going))).toEqual(["missions"]);
    expect(await traces(plain.ballot, ids(going))).toEqual([]);
    const jobs = await plain.registry<{ data: string }[]>`SELECT data::text AS data FROM pgboss.job`;
    const named = [going.consultationId, ...mailed];
    expect(named.map((id) => jobs.some(({ data }) => data.includes(id)))).toEqual([false, false, true]);
    expect(await traces(plain.ballot, ids(staying))).toEqual(before);
    const partitions = await plain.ballot`
      SELECT FROM pg_class WHERE relname LIKE ${`%${going.roundId.replaceAll("-", "")}%`}`;
    expect(partitions).toHaveLength(0);
    expect(await storedEntries(registry.db, null)).toMatchObject([
      { act: "consultation deleted", detail: { slug: going.slug, title: "A test" } },
    ]);
    expect((await everyLog(registry.db, { box: null, key: null })).every(({ holds }) => holds)).toBe(true);
  }, 180_000);
});
