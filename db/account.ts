import { execFileSync } from "node:child_process";

/** The system account under which PostgreSQL runs; null for the account that runs this. */
export type Account = { readonly uid: number; readonly gid: number } | null;

function idOf(kind: "-u" | "-g"): number | null {
  try {
    return Number(
      execFileSync("id", [kind, "postgres"], { encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] }),
    );
  } catch {
    return null;
  }
}

/** PostgreSQL refuses to run as root: there the account `postgres` does, made if the system has none. */
export function serverAccount(): Account {
  if (process.getuid?.() !== 0) return null;
  if (idOf("-u") === null) execFileSync("useradd", ["--system", "--user-group", "postgres"]);
  const [uid, gid] = [idOf("-u"), idOf("-g")];
  if (uid === null || gid === null)
    throw new Error("The account `postgres` could not be made. Make it, then try again.");
  return { uid, gid };
}
