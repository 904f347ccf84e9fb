import { readFileSync } from "node:fs";
import { z } from "zod";
import { Obstacle } from "./obstacle";

/** The two clusters. Each has backups of its own. */
export type Side = "registry" | "ballot";

const FORMAT = "tour-de-table backup 1";

/** The first line of a backup, before its tables: what it must be restored with. */
const headerSchema = z.object({
  format: z.literal(FORMAT),
  side: z.enum(["registry", "ballot"]),
  /** Of the program that wrote it. */
  version: z.string(),
  /** The newest migration of its database. */
  migration: z.string(),
  /** Rounds that had places of their own for responses. */
  rounds: z.array(z.uuid()),
});
export type Header = z.infer<typeof headerSchema>;

/** A table's line, before its rows. */
const tableSchema = z.object({ table: z.string(), columns: z.array(z.string()).min(1) });
export type TableLine = z.infer<typeof tableSchema>;

/** The last line: how many rows each table has. A file without it was cut off. */
const endSchema = z.object({ rows: z.record(z.string(), z.number().int()) });

/** What ends the rows of a table. No row reads so: a backslash in one is written twice. */
export const END_OF_ROWS = "\\.";

/** The version of this program. */
function ownVersion(): string {
  // Our own file.
  return (JSON.parse(readFileSync("package.json", "utf8")) as { version: string }).version;
}

/** The newest migration that this program has for a side, by its name. */
export function newestMigration(side: Side): { readonly tag: string; readonly when: number } {
  // Written by drizzle-kit.
  const { entries } = JSON.parse(readFileSync(`drizzle/${side}/meta/_journal.json`, "utf8")) as {
    entries: { tag: string; when: number }[];
  };
  const newest = entries.at(-1);
  if (newest === undefined) throw new Error(`no migration of the ${side}`);
  return newest;
}

/** The header of a backup that this program writes now. */
export function headerOf(side: Side, rounds: readonly string[]): Header {
  const migration = newestMigration(side).tag;
  return { format: FORMAT, side, version: ownVersion(), migration, rounds: [...rounds] };
}

function parsed<Value>(schema: z.ZodType<Value>, line: string): Value {
  try {
    return schema.parse(JSON.parse(line));
  } catch {
    throw new Obstacle("This is no backup of Tour de Table, or it was damaged. Take another file.");
  }
}

/** The header, where this program can restore it. Throws `Obstacle` otherwise. */
export function checkedHeader(line: string, side: Side): Header {
  const header = parsed(headerSchema, line);
  if (header.side !== side)
    throw new Obstacle(
      `This is a backup of the ${header.side}, not of the ${side}. Name it with --${header.side}.`,
    );
  const own = newestMigration(side).tag;
  if (header.migration !== own)
    throw new Obstacle(
      `This backup was written by version ${header.version} (${header.migration}); this is version ${ownVersion()} (${own}). Restore it with the version that wrote it, then upgrade.`,
    );
  return header;
}

export const tableOf = (line: string): TableLine => parsed(tableSchema, line);
export const endOf = (line: string): Readonly<Record<string, number>> => parsed(endSchema, line).rows;
/** Whether a line after a table's rows begins another one, rather than ending the backup. */
export const beginsTable = (line: string): boolean => line.startsWith('{"table"');
