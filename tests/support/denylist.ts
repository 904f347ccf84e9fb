import { type SQL, sql } from "drizzle-orm";

/** Whatever runs SQL: either database's handle, or a transaction in it. */
export type Queryable = { execute: (query: SQL) => Promise<readonly Record<string, unknown>[]> };
type Column = {
  readonly place: string;
  readonly type: string;
  readonly fallback: string | null;
  readonly identity: string;
};

async function columnsOf(db: Queryable): Promise<Column[]> {
  const rows = await db.execute(sql`
    SELECT table_name || '.' || column_name AS place, data_type AS type, column_default AS fallback,
      is_identity AS identity
    FROM information_schema.columns
    WHERE table_schema NOT IN ('pg_catalog', 'information_schema', 'drizzle') ORDER BY 1`);
  // The columns named in the query, all of them texts.
  return rows as readonly Record<keyof Column, string>[] as Column[];
}

async function namesOf(db: Queryable, query: SQL): Promise<string[]> {
  return (await db.execute(query)).map(({ name }) => String(name));
}

const isTime = (type: string) => /^(timestamp|date|time|interval)/.test(type);

/** A word of a table's or column's name, alone or between underscores, in the plural too. */
const named = (words: string) => new RegExp(`(^|[._])(${words})s?($|[._])`, "i");

/** What leads to a person or to a moment; the box knows none of it. */
const NEVER_IN_THE_BALLOT = named(
  "seat|delegation|mission|person|people|host|session|cookie|e?mail|address|ip|agent|browser|device|language|locale|token|invitation|invited|trace|request|draft|history|log|created|updated|at|on|time|when|order|sequence|serial|randomizer|credential|blinded",
);
/** The published times of a round, and the signature of the registry over its own entries. */
const PUBLISHED = ["round.opens_at", "round.closes_at", "round.copies_until"];
const HELD_SIGNATURES = ["manifest_entries.signature"];
/** Values that a row is given by itself: a random id, and the stage in which a round begins. */
const FALLBACKS = ["gen_random_uuid()", "'open'::ballot_stage"];
const ADDRESS_TYPES = ["inet", "cidr", "macaddr", "macaddr8", "xid", "xid8", "oid", "pg_lsn", "tid"];

function faultsOf({ place, type, fallback, identity }: Column): string[] {
  const found: string[] = [];
  const published = PUBLISHED.includes(place);
  if (isTime(type) && !published) found.push(`${place} holds a time`);
  if (NEVER_IN_THE_BALLOT.test(place) && !published) found.push(`${place} has a name that leads to a seat`);
  if (/signature/i.test(place) && !HELD_SIGNATURES.includes(place))
    found.push(`${place} could hold a credential`);
  if (identity === "YES" || (fallback !== null && !FALLBACKS.includes(fallback)))
    found.push(`${place} numbers or dates its rows by itself`);
  if (ADDRESS_TYPES.includes(type)) found.push(`${place} has a type that tells where or when`);
  return found;
}

/** Everything in the ballot database that could lead from an answer to a seat, or tell when a row arrived. */
export async function ballotLeaks(db: Queryable): Promise<string[]> {
  const keys = await namesOf(
    db,
    sql`SELECT constraint_name AS name FROM information_schema.table_constraints
      WHERE constraint_type = 'FOREIGN KEY'`,
  );
  const sequences = await namesOf(
    db,
    sql`SELECT sequence_name AS name FROM information_schema.sequences WHERE sequence_schema <> 'drizzle'`,
  );
  const triggers = await namesOf(db, sql`SELECT trigger_name AS name FROM information_schema.triggers`);
  return [
    ...(await columnsOf(db)).flatMap(faultsOf),
    ...keys.map((name) => `${name} ties rows together`),
    ...sequences.map((name) => `${name} counts`),
    ...triggers.map((name) => `${name} acts on its own`),
  ];
}

/** Whether somebody answered, and when a participant did anything; the registry knows neither. */
const NEVER_IN_THE_REGISTRY = named(
  "answered|answer|responded|submitted|voted|seen|viewed|visited|opened|enrolled|reminder|reminded|receipt|revision",
);
/** Tables of participants and their seats: no time and no number stands in them but the generation and place of a seat. */
const OF_PARTICIPANTS =
  /^(seats|seat_addresses|deliveries|invitations|issuance|wallets|replacements|replacement_agreements)\./;

/** Everything in the registry that could tell whether or when a participant answered or enrolled. */
export async function registryLeaks(db: Queryable): Promise<string[]> {
  return (await columnsOf(db)).flatMap(({ place, type, fallback, identity }) => {
    const found: string[] = [];
    if (NEVER_IN_THE_REGISTRY.test(place)) found.push(`${place} has a name that tells of answering`);
    if (!OF_PARTICIPANTS.test(place)) return found;
    if (isTime(type)) found.push(`${place} holds a time`);
    if (identity === "YES" || /nextval|now|current_|clock|uuid.*(v1|v7)/i.test(fallback ?? ""))
      found.push(`${place} numbers or dates its rows by itself`);
    return found;
  });
}
