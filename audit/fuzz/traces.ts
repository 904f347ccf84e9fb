import { readFileSync } from "node:fs";
import postgres from "postgres";
import type { Asked } from "./stage";

/** How many rows each table of both databases has, by name. What arrived and what has moved on counts as one. */
export type Rows = ReadonlyMap<string, number>;

/** Looks into both databases and the server's log for what requests leave behind. */
export function tracesIn({ env }: Asked, log: string) {
  const databases = [env.DATABASE_URL ?? "", env.BALLOT_DATABASE_URL ?? ""].map((url) =>
    postgres(url, { max: 1, onnotice: () => undefined }),
  );

  const tablesOf = async (sql: postgres.Sql): Promise<string[]> => {
    const tables = await sql<{ name: string }[]>`
      SELECT c.relname AS name FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
      WHERE n.nspname = 'public' AND c.relkind IN ('r', 'p') AND NOT c.relispartition`;
    return tables.map(({ name }) => name);
  };

  async function rows(): Promise<Rows> {
    const counts = new Map<string, number>();
    for (const sql of databases)
      for (const table of await tablesOf(sql)) {
        const [counted] = await sql<{ count: number }[]>`SELECT count(*)::int AS count FROM ${sql(table)}`;
        const name = table === "arrival" ? "response" : table;
        counts.set(name, (counts.get(name) ?? 0) + (counted?.count ?? 0));
      }
    return counts;
  }

  /** The numbers of the requests whose marks stand in a database. */
  async function stored(run: string): Promise<Set<number>> {
    const found = new Set<number>();
    for (const sql of databases)
      for (const table of await tablesOf(sql)) {
        const marks = await sql<{ nth: string }[]>`
          SELECT DISTINCT (regexp_matches(t::text, ${`${run}n(\\d+)z`}, 'g'))[1] AS nth FROM ${sql(table)} t`;
        for (const { nth } of marks) found.add(Number(nth));
      }
    return found;
  }

  return {
    rows,
    stored,
    /** Whether any mark stands in the log. */
    logged: (run: string): boolean => readFileSync(log, "utf8").includes(`${run}n`),
    end: () => Promise.all(databases.map((sql) => sql.end())),
  };
}
export type Traces = ReturnType<typeof tracesIn>;

/** Tables that have more rows than before. */
export function grown(before: Rows, after: Rows): Record<string, number> {
  const more = [...after].map(([table, count]) => [table, count - (before.get(table) ?? 0)] as const);
  return Object.fromEntries(more.filter(([, count]) => count > 0));
}
