import postgres from "postgres";
import type { Cluster } from "./embedded";
import { SILENCE } from "./silence";

/** The role that a database belongs to, and that the process which serves it signs in as. */
export type Login = { readonly role: string; readonly password: string };

/** Makes a role that may sign in, owns nothing yet and is silent in the log; one that is there gets this password. */
async function ensureRole(sql: postgres.Sql, { role, password }: Login): Promise<void> {
  const [found] = await sql`SELECT 1 FROM pg_roles WHERE rolname = ${role}`;
  const may = "LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOREPLICATION";
  // Statements about roles take no parameters; a password of ours is base64url.
  await sql.unsafe(`${found === undefined ? "CREATE" : "ALTER"} ROLE ${role} ${may} PASSWORD '${password}'`);
  // The close of a round asks for one, so that the write-ahead log with its responses is soon written over.
  await sql.unsafe(`GRANT pg_checkpoint TO ${role}`);
  for (const [setting, value] of Object.entries(SILENCE))
    await sql.unsafe(`ALTER ROLE ${role} SET ${setting} = '${value}'`);
}

/**
 * Makes the database and the role that it belongs to, unless the cluster has them, and gives the role's own address of it.
 * Throws where the database belongs to another role: an earlier version made it.
 */
export async function ensureDatabase(
  cluster: Pick<Cluster, "url">,
  name: string,
  login: Login,
): Promise<string> {
  const sql = postgres(cluster.url("postgres"), { max: 1, onnotice: () => undefined });
  try {
    await ensureRole(sql, login);
    const [found] = await sql<{ owner: string }[]>`
      SELECT pg_get_userbyid(datdba) AS owner FROM pg_database WHERE datname = ${name}`;
    if (found === undefined) await sql`CREATE DATABASE ${sql(name)} OWNER ${sql(login.role)}`;
    else if (found.owner !== login.role)
      throw new Error(
        `The database ${name} was made by an earlier version. Remove its folder and start anew.`,
      );
  } finally {
    await sql.end();
  }
  const url = new URL(cluster.url(name));
  url.username = login.role;
  url.password = login.password;
  return url.href;
}
