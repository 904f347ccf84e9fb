import { createWriteStream, existsSync, linkSync, renameSync, rmSync, statSync } from "node:fs";
import { open } from "node:fs/promises";
import { pipeline } from "node:stream/promises";
import type postgres from "postgres";
import type { Table } from "./catalogue";
import type { Side } from "./header";
import { Obstacle } from "./obstacle";
import { situationOf } from "./pair";
import { isSealed, sealed } from "./sealing";
import { connected, inSnapshot, isBusy, written } from "./snapshot";

export type Target = {
  readonly file: string;
  /** Whether a backup that is there may be written over, once the new one is whole. */
  readonly replace: boolean;
  /** The public key of age to which it is encrypted. */
  readonly recipient: string;
};

/** How often two snapshots are taken anew because the ballot box went on between them. */
const TRIES = 20;

async function toDisk(file: string): Promise<void> {
  const handle = await open(file, "r+");
  await handle.sync();
  await handle.close();
}

const besideOf = (file: string) => `${file}.${process.pid}.part`;

/** Writes beside the file, until it is given its name: no half backup ever has the name of one, nor half of a pair. */
async function save(
  tx: postgres.TransactionSql,
  tables: readonly Table[],
  side: Side,
  { file, recipient }: Target,
): Promise<void> {
  const beside = besideOf(file);
  await pipeline(
    await sealed(written(tx, tables, side), recipient),
    createWriteStream(beside, { flags: "wx", mode: 0o600 }),
  );
  await toDisk(beside);
}

/** Gives what was written its name, now that all of it is whole. */
function name({ file, replace }: Target): void {
  if (replace) renameSync(besideOf(file), file);
  else linkSync(besideOf(file), file);
}

const leaveNothingBeside = ({ file }: Target) => rmSync(besideOf(file), { force: true });

/** Throws `Obstacle` where something is there that is not to be written over: nothing ever but an encrypted file. */
function refuseExisting({ file, replace }: Target): void {
  if (!existsSync(file)) return;
  if (!replace) throw new Obstacle(`${file} is there already. Name another file, or say --replace.`);
  if (!statSync(file).isFile() || !isSealed(file))
    throw new Obstacle(`${file} is no backup, and is not written over. Name another file.`);
}

/** Backs up one database to one file. Throws `Obstacle`. */
export async function backUpOne(side: Side, url: string, target: Target): Promise<void> {
  refuseExisting(target);
  const sql = connected(url);
  try {
    await inSnapshot(sql, (tx, tables) => save(tx, tables, side, target));
    name(target);
  } finally {
    leaveNothingBeside(target);
    await sql.end();
  }
}

class WentOn extends Error {}

/** How far the ballot box has come by now. Throws `WentOn` where something waits to rewrite it, which it will have soon. */
async function presentSituation(ballot: postgres.Sql): Promise<string> {
  try {
    return await ballot.begin(async (tx) => {
      // Whoever waits to rewrite a table waits for our snapshot, and we would wait for them.
      await tx`SET LOCAL lock_timeout = '1s'`;
      return situationOf(tx);
    });
  } catch (error) {
    throw isBusy(error) ? new WentOn() : error;
  }
}

async function triedTogether(
  registry: postgres.Sql,
  ballot: postgres.Sql,
  targets: Readonly<Record<Side, Target>>,
): Promise<void> {
  const [held, ballotSaved] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
  const registrySaved = (before: string) =>
    inSnapshot(registry, async (tx, tables) => {
      await tx`SELECT 1`; // fixes the snapshot
      if ((await presentSituation(ballot)) !== before) throw new WentOn();
      held.resolve();
      await ballotSaved.promise;
      await save(tx, tables, "registry", targets.registry);
    });
  let saving: Promise<void> = Promise.resolve();
  await inSnapshot(ballot, async (tx, tables) => {
    saving = registrySaved(await situationOf(tx));
    saving.catch(() => undefined); // thrown below, or by what made it fail
    await Promise.race([held.promise, saving]);
    await save(tx, tables, "ballot", targets.ballot).catch((error: unknown) => {
      ballotSaved.reject(error);
      throw error;
    });
  });
  ballotSaved.resolve();
  await saving;
}

/**
 * Backs up both databases in one situation. The ballot's state is the earlier one, so every credential that was used is in
 * the registry's; and the box had not gone on by the time of the registry's, so no entry of the manifest and no step of a
 * close is in one of them only. The ballot is written first: whoever answers waits for the next move until it is.
 */
export async function backUpBoth(
  urls: Readonly<Record<Side, string>>,
  targets: Readonly<Record<Side, Target>>,
): Promise<void> {
  for (const target of Object.values(targets)) refuseExisting(target);
  const [registry, ballot] = [connected(urls.registry), connected(urls.ballot)];
  try {
    for (let tried = 1; ; tried += 1) {
      try {
        await triedTogether(registry, ballot, targets);
        // The registry first: one that is newer than its box can be restored beside it, one that is older cannot.
        name(targets.registry);
        name(targets.ballot);
        return;
      } catch (error) {
        if (!(error instanceof WentOn)) throw error;
        if (tried === TRIES)
          throw new Obstacle(
            "The ballot box goes on all the time: a round is being closed. Try again later.",
          );
      } finally {
        for (const target of Object.values(targets)) leaveNothingBeside(target);
      }
    }
  } finally {
    await Promise.all([registry.end(), ballot.end()]);
  }
}
