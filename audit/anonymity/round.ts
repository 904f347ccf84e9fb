import type postgres from "postgres";
import type { Blinder } from "@/app/(participant)/_protocol/blinding";
import type { Instance } from "@/bin/instance";
import type { Chance } from "@/bin/simulation/chance";
import { dsr2011Questionnaire } from "@/domain/questionnaire/template-dsr-2011";
import { makeFaults } from "./controls";
import { dumpOf, type Table } from "./dump";
import type { Marks, Names } from "./orderings";
import type { SimulatedParticipant } from "./participants";
import { type Staged, staged } from "./staged";
import { asSuperuser, superusers } from "./superuser";

/** How a round is played: as the product is meant to be used, withdrawn instead of closed, or with one of the faults that must be found. */
export type Manner = "as it is" | "withdrawn" | "beside the tables" | "just in time";
export const MOMENTS = ["open", "closed", "a day later"] as const;
export type Moment = (typeof MOMENTS)[number];

/** A round that was played, what was stored of it at each moment, and the truth. */
export type PlayedRound = {
  readonly dumps: Readonly<Record<Moment, readonly Table[]>>;
  readonly marks: Marks;
  readonly names: Names;
  /** Numbers of the seats that answered, in the order in which they sent their first and their last response. */
  readonly first: readonly number[];
  readonly last: readonly number[];
};

/** Shares of those enrolled that do not answer, and of those who do that edit afterwards. */
const STAYS_SILENT = 0.1;
const EDITS = 0.12;
/** Enrolled seats without which no round opens. */
const LEAST = 10;
const LANES = 4;
/** With reminders, so many go out while a round is open. */
const REMINDERS = 6;

async function dumped(instance: Instance): Promise<Table[]> {
  const urls = superusers(instance);
  return [...(await dumpOf("registry", urls.registry)), ...(await dumpOf("ballot", urls.ballot))];
}

/** Does something in both databases. */
async function inBoth(instance: Instance, work: (sql: postgres.Sql) => Promise<unknown>): Promise<void> {
  for (const url of Object.values(superusers(instance))) await asSuperuser(url, work);
}

/** What PostgreSQL does by itself sooner or later: it is vacuumed, analysed and checkpointed. */
const maintained = (instance: Instance) =>
  inBoth(instance, async (sql) => {
    await sql`VACUUM (ANALYZE)`;
    await sql`CHECKPOINT`;
  });

/** Empties both databases, so that a run finds nothing of the one before. */
const emptied = (instance: Instance) =>
  inBoth(instance, async (sql) => {
    const tables = await sql<{ name: string }[]>`
      SELECT format('%I.%I', schemaname, tablename) AS name FROM pg_tables WHERE schemaname = 'public'`;
    // The log of acts is not to be emptied, and says so.
    await sql`SET session_replication_role = replica`;
    await sql.unsafe(`TRUNCATE ${tables.map(({ name }) => name).join(", ")} CASCADE`);
  });

async function enrolAll(participants: readonly SimulatedParticipant[]): Promise<void> {
  const waiting = [...participants];
  const lane = async () => {
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) await next.enrol();
  };
  await Promise.all(Array.from({ length: LANES }, lane));
}

/** Who sends when: drawn on its own, from nothing that a seat has and not from the order of enrolment. */
function sendings(seats: readonly number[], chance: Chance): number[] {
  const answering = chance.shuffled(seats).slice(Math.floor(seats.length * STAYS_SILENT));
  const placed = answering.flatMap((seat) => {
    const at = chance.next();
    return chance.happens(EDITS)
      ? [
          { seat, at },
          { seat, at: at + chance.next() * (1 - at) },
        ]
      : [{ seat, at }];
  });
  return placed.sort((one, other) => one.at - other.at).map(({ seat }) => seat);
}

async function seatIdsOf(instance: Instance): Promise<Map<string, string>> {
  const rows = await asSuperuser(
    superusers(instance).registry,
    (sql) => sql<{ id: string; delegation: string }[]>`SELECT id, delegation FROM seats`,
  );
  return new Map(rows.map(({ id, delegation }) => [delegation, id]));
}

async function namesOf(instance: Instance): Promise<Names> {
  const keys = await asSuperuser(
    superusers(instance).registry,
    (sql) => sql<{ id: string; name: string }[]>`
      SELECT round_id::text AS id, purpose || ' ' || position AS name FROM round_keys`,
  );
  return new Map(
    keys.flatMap(({ id, name }) => [
      [id, name],
      [id.replaceAll("-", ""), name],
    ]),
  );
}

async function marksOf(
  participants: readonly SimulatedParticipant[],
  roundId: string,
  seatIds: ReadonlyMap<string, string>,
): Promise<Marks> {
  const marks = new Map<string, number>();
  for (const [seat, participant] of participants.entries()) {
    const own = [
      seatIds.get(participant.canaries.delegation) ?? "",
      ...(await participant.registryMarks()),
      ...(await participant.ballotMarks(roundId)),
    ];
    for (const mark of own) marks.set(mark, seat);
  }
  return marks;
}

/** Plays who enrols and answers, in the manner that is asked for, and gives the seats in the order of their sending. */
async function played(
  { stage, participants }: Staged,
  manner: Manner,
  chance: Chance,
  remind: (seats: readonly number[]) => Promise<void>,
): Promise<number[]> {
  const everybody = chance.shuffled([...participants.keys()]);
  const early = manner === "just in time" ? everybody.slice(0, LEAST) : everybody;
  const of = (seat: number) => participants[seat] ?? fail();
  await enrolAll(early.map(of));
  await stage.openRound();
  const order =
    manner === "just in time"
      ? chance.shuffled(everybody.slice(LEAST))
      : sendings([...participants.keys()], chance);
  const answered = new Set<number>();
  const every = Math.ceil(order.length / REMINDERS);
  for (const [index, seat] of order.entries()) {
    if (manner === "just in time") await of(seat).enrol();
    await of(seat).answer(stage.roundId, dsr2011Questionnaire);
    answered.add(seat);
    if (index % every === every - 1) await remind(everybody.filter((other) => !answered.has(other)));
  }
  return order;
}

function fail(): never {
  throw new Error("no such seat");
}

/** Plays one round of so many seats over HTTP, and takes down what is stored of it at three moments. */
export async function playRound(
  instance: Instance,
  blinder: Blinder,
  seats: number,
  manner: Manner,
  chance: Chance,
): Promise<PlayedRound> {
  const { stage, participants } = await staged(instance, blinder, seats);
  const faults = manner === "beside the tables" ? await makeFaults(superusers(instance)) : null;
  try {
    const seatIds = await seatIdsOf(instance);
    const idOf = (seat: number) => seatIds.get(participants[seat]?.canaries.delegation ?? "") ?? fail();
    const order = await played({ stage, participants }, manner, chance, async (silent) => {
      await faults?.remind(silent.map(idOf));
    });
    const open = await dumped(instance);
    await maintained(instance);
    const marks = await marksOf(participants, stage.roundId, seatIds);
    const names = await namesOf(instance);
    if (manner === "withdrawn") await stage.withdrawRound();
    else await stage.closeRound();
    const closed = await dumped(instance);
    await maintained(instance);
    const dumps = { open, closed, "a day later": await dumped(instance) };
    return {
      dumps,
      marks,
      names,
      first: [...new Set(order)],
      last: [...new Set(order.toReversed())].reverse(),
    };
  } finally {
    await faults?.undo();
    await stage.end();
    await emptied(instance);
  }
}
