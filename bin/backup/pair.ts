import type postgres from "postgres";
import { allTables, type Sql } from "./catalogue";
import { Obstacle } from "./obstacle";

/**
 * How far the ballot box has come with everything that the registry knows of, too: entries of the manifest, stages of
 * rounds, texts that are there or destroyed. It only ever goes on, so if two looks find the same, nothing changed between.
 */
export async function situationOf(ballot: Sql): Promise<string> {
  const [row] = await ballot<{ situation: string }[]>`
    SELECT concat_ws(' ',
      (SELECT count(*) FROM manifest_entries),
      (SELECT string_agg(id || ' ' || stage, ' ' ORDER BY id) FROM round),
      (SELECT count(*) FROM leaf), (SELECT count(*) FROM open_answer),
      (SELECT count(*) FROM theme), (SELECT count(*) FROM coding)) AS situation`;
  return row?.situation ?? "";
}

type Entry = { readonly place: string; readonly hash: string };

const entriesOf = (sql: Sql) => sql<Entry[]>`
  SELECT consultation_id || ' ' || position AS place, encode(hash, 'hex') AS hash FROM manifest_entries`;

/**
 * Holds the manifests of both databases against each other after a restore. Entries that the box lacks are marked, in the
 * transaction that restores the registry, as ones to push to it again. Throws `Obstacle` where the box has one that the
 * registry lacks: the registry would sign another in its place.
 *
 * @returns how many are to be pushed again.
 */
export async function settledWithBox(registry: postgres.TransactionSql, ballot: Sql): Promise<number> {
  const kept = new Map((await entriesOf(registry)).map(({ place, hash }) => [place, hash]));
  const box = await entriesOf(ballot);
  if (box.some(({ place, hash }) => kept.get(place) !== hash))
    throw new Obstacle(
      "The ballot box has entries of the manifest that this backup of the registry lacks: it is older than the ballot box. Nothing was restored; take a later backup of the registry, or an earlier one of the ballot.",
    );
  const held = new Set(box.map(({ place }) => place));
  const lacking = [...kept.keys()].filter((place) => !held.has(place));
  const again = await registry`
    UPDATE manifest_entries SET acknowledged = false
    WHERE acknowledged AND consultation_id || ' ' || position = ANY (string_to_array(${lacking.join(",")}, ','))`;
  return again.count;
}

/** Throws `Obstacle` unless no table has a row. */
export async function refuseUnlessEmpty(sql: Sql, side: string): Promise<void> {
  for (const { name } of await allTables(sql)) {
    const [found] = await sql.unsafe<{ filled: boolean }[]>(
      `SELECT EXISTS (SELECT FROM "${name}") AS filled`,
    );
    if (found?.filled === true)
      throw new Obstacle(
        `The database of the ${side} is not empty (${name} has rows). Make a new one and name it in ${side === "registry" ? "DATABASE_URL" : "BALLOT_DATABASE_URL"}: a restore never writes over what is there.`,
      );
  }
}
