import { setTimeout as pause } from "node:timers/promises";
import postgres from "postgres";
import type { Instance } from "@/bin/instance";
import { superusers } from "./superuser";

/** Milliseconds: between two troubles, and for how long a table is held up. */
const EVERY = 500;
const HELD = 400;

/** Requests that nothing can be made of, full of what must not be written down. */
function malformed(baseUrl: string, words: string, token: string): Promise<unknown>[] {
  const post = (path: string, body: string) =>
    fetch(new URL(path, baseUrl), {
      method: "POST",
      headers: { "content-type": "application/json" },
      body,
    }).catch(() => null);
  return [
    post("/api/ballot/submit", `{"entry": {"answers": {"why": "${words}`),
    post("/api/ballot/submit", JSON.stringify({ entry: { answers: words, key: words, roundId: words } })),
    post(`/api/ballot/nothing-of-this-name`, JSON.stringify({ words })),
    post("/api/trpc/enrolment.seat", JSON.stringify({ token: { token } })),
    post(
      "/api/trpc/enrolment.issue",
      JSON.stringify({ token, blinded: [{ roundId: words, blinded: token }] }),
    ),
    post("/api/trpc/wallets.put", JSON.stringify({ locator: words, ciphertext: token })),
  ];
}

/**
 * Lets things go wrong until it is stopped: connections are cut, a table is held up so that statements are slow and wait
 * for locks, every so many arrivals fail in the database with their own answers in the error, and malformed requests come.
 */
export async function makeTrouble(instance: Instance, words: readonly string[], tokens: readonly string[]) {
  const urls = superusers(instance);
  const registry = postgres(urls.registry, { max: 2, onnotice: () => undefined });
  const ballot = postgres(urls.ballot, { max: 2, onnotice: () => undefined });
  await ballot.unsafe(`
    CREATE FUNCTION trouble() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
      IF random() < 0.1 THEN RAISE EXCEPTION 'forced: %', NEW.answers USING DETAIL = NEW.key::text; END IF;
      RETURN NEW;
    END $$;
    CREATE TRIGGER trouble BEFORE INSERT ON arrival FOR EACH ROW EXECUTE FUNCTION trouble();`);
  let going = true;
  let count = 0;
  const cut = (sql: postgres.Sql, role: string) =>
    sql`SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE usename = ${role} ORDER BY random() LIMIT 1`;
  const work = (async () => {
    while (going) {
      const at = count % words.length;
      await Promise.all(malformed(instance.baseUrl, words[at] ?? "", tokens[at] ?? ""));
      await cut(registry, "registry");
      await cut(ballot, "ballot");
      await ballot.begin(async (tx) => {
        await tx`LOCK TABLE arrival IN ACCESS EXCLUSIVE MODE`;
        await pause(HELD);
      });
      count += 1;
      await pause(EVERY);
    }
  })();
  return {
    /** Ends the trouble and says how many times it came. */
    stop: async () => {
      going = false;
      await work;
      await ballot.unsafe("DROP FUNCTION trouble CASCADE");
      await Promise.all([registry.end(), ballot.end()]);
      return count;
    },
  };
}
