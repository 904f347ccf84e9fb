import "server-only";
import { and, asc, count, desc, eq, gte, inArray, isNull, lt, sql } from "drizzle-orm";
import type { RegistryDatabase } from "@/db/registry/client";
import { auditEntries, consultations, people, rounds } from "@/db/registry/schema";
import type { ActingPerson } from "@/domain/acts/acts-csv";
import type { ChainedAct } from "@/domain/acts/chain";
import { instantOf } from "@/domain/consultation/consultation";
import { Refusal } from "@/domain/refusal";
import { inLogOf } from "@/server/audit";
import { chainOf, storedLog } from "./chain";

/** What of a log is asked for; entries of nobody are those of the command line. */
export type Sought = {
  readonly person?: string | "commandLine" | undefined;
  readonly act?: string | undefined;
  /** The first and the last day, both included, in the consultation's time zone: `2026-03-02`. */
  readonly from?: string | undefined;
  readonly until?: string | undefined;
};

/** Entries of one page. */
const PAGE = 50;

/** The ids of people whom an entry's detail names. */
function namedIn(detail: Readonly<Record<string, unknown>>): string[] {
  const { personId, people: several } = detail;
  return [personId, ...(Array.isArray(several) ? several : [])].filter((id) => typeof id === "string");
}

function peopleNamed(db: RegistryDatabase, ids: readonly string[]): Promise<ActingPerson[]> {
  return db
    .select({ id: people.id, name: people.name, email: people.email })
    .from(people)
    .where(inArray(people.id, [...new Set(ids)]))
    .orderBy(asc(people.email));
}

/** The moment at which a day begins there, or the one so many days after it. */
const beginningOf = (day: string, timeZone: string, after = 0): Date | null => {
  const date = new Date(`${day}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() + after);
  return instantOf(`${date.toISOString().slice(0, 10)}T00:00`, timeZone);
};

function soughtIn(consultationId: string, { person, act, from, until }: Sought, timeZone: string) {
  const first = from === undefined ? null : beginningOf(from, timeZone);
  const after = until === undefined ? null : beginningOf(until, timeZone, 1);
  return and(
    inLogOf(consultationId),
    person === undefined
      ? undefined
      : person === "commandLine"
        ? isNull(auditEntries.personId)
        : eq(auditEntries.personId, person),
    act === undefined ? undefined : eq(auditEntries.act, act),
    first === null ? undefined : gte(auditEntries.at, first),
    after === null ? undefined : lt(auditEntries.at, after),
  );
}

/** Whoever has entries in a log, and the acts that it holds: what it can be narrowed to. */
async function choicesOf(db: RegistryDatabase, consultationId: string) {
  const pairs = await db
    .selectDistinct({ personId: auditEntries.personId, act: auditEntries.act })
    .from(auditEntries)
    .where(inLogOf(consultationId));
  const ids = pairs.flatMap(({ personId }) => personId ?? []);
  return {
    people: await peopleNamed(db, ids),
    commandLine: pairs.some(({ personId }) => personId === null),
    acts: [...new Set(pairs.map(({ act }) => act))].toSorted(),
  };
}

/** The zone in which a consultation tells its times: that of its first round. Throws `not_found`. */
async function timeZoneOf(db: RegistryDatabase, consultationId: string): Promise<string> {
  const [first] = await db
    .select({ timeZone: rounds.timeZone })
    .from(consultations)
    .leftJoin(rounds, eq(rounds.consultationId, consultations.id))
    .where(eq(consultations.id, consultationId))
    .orderBy(sql`${rounds.number} NULLS LAST`)
    .limit(1);
  if (first === undefined) throw new Refusal("not_found");
  return first.timeZone ?? "UTC";
}

/**
 * One page of what is sought in a consultation's log, 1, 2, 3 …, the newest entries first, and how the whole of it holds together. Throws
 * `not_found`.
 */
export async function actsOf(
  db: RegistryDatabase,
  consultationId: string,
  { page: asked, ...sought }: Sought & { readonly page: number },
) {
  const timeZone = await timeZoneOf(db, consultationId);
  const where = soughtIn(consultationId, sought, timeZone);
  const [found] = await db.select({ count: count() }).from(auditEntries).where(where);
  const total = found?.count ?? 0;
  const pages = Math.max(1, Math.ceil(total / PAGE));
  const page = Math.min(asked, pages);
  const rows = await db
    .select()
    .from(auditEntries)
    .where(where)
    .orderBy(desc(auditEntries.position))
    .limit(PAGE)
    .offset((page - 1) * PAGE);
  const ids = rows.flatMap(({ personId, detail }) => [...namedIn(detail), ...(personId ? [personId] : [])]);
  const known = new Map((await peopleNamed(db, ids)).map((person) => [person.id, person]));
  return {
    entries: rows.map(({ position, personId, act, detail, at }) => ({
      position,
      at: at.toISOString(),
      act,
      detail,
      /** Null for the command line. */
      person: personId === null ? null : (known.get(personId) ?? null),
      named: namedIn(detail).flatMap((id) => known.get(id)?.email ?? []),
    })),
    total,
    page,
    pages,
    timeZone,
    choices: await choicesOf(db, consultationId),
    chain: await chainOf(db, consultationId),
  };
}

/**
 * What is sought in a consultation's log in its order, with whoever acted; all of it where nothing is, so that its chain
 * can be checked from the file alone. Throws `not_found`.
 */
export async function logFile(
  db: RegistryDatabase,
  consultationId: string,
  sought: Sought,
): Promise<{ log: ChainedAct[]; people: ActingPerson[] }> {
  const where = soughtIn(consultationId, sought, await timeZoneOf(db, consultationId));
  const wanted = await db.select({ position: auditEntries.position }).from(auditEntries).where(where);
  const positions = new Set(wanted.map(({ position }) => position));
  const log = (await storedLog(db, consultationId)).filter(({ position }) => positions.has(position));
  const ids = log.flatMap(({ personId }) => personId ?? []);
  return { log, people: await peopleNamed(db, ids) };
}
