import type { Figure } from "./attack";
import { leaks } from "./attack";
import { asSuperuser } from "./superuser";

/**
 * Faults that the audit makes on purpose, beside the product and never in it, to show that its attack would find them.
 * Each names the pairs of orders in which it must be found.
 */
export type Control = {
  readonly name: string;
  /** The run in which it is made, and the attack that must find it. */
  readonly made: "beside the tables" | "just in time";
  readonly moment: "open" | "closed";
  readonly attacker: "insider" | "watcher";
  readonly in: RegExp;
};

export const CONTROLS: readonly Control[] = [
  {
    name: "a time column",
    made: "beside the tables",
    moment: "closed",
    attacker: "watcher",
    in: /control_time by (first |last )?arrived/,
  },
  {
    name: "a serial",
    made: "beside the tables",
    moment: "closed",
    attacker: "watcher",
    in: /control_serial by (first |last )?number/,
  },
  {
    name: "row order left as it was",
    made: "beside the tables",
    moment: "closed",
    attacker: "watcher",
    in: /control_order by (first |last )?ctid/,
  },
  {
    name: "reminders to those who have not answered",
    made: "beside the tables",
    moment: "open",
    attacker: "insider",
    in: /control_reminder .*× order of answering/,
  },
  {
    name: "a list of those who are still awaited",
    made: "beside the tables",
    moment: "open",
    attacker: "insider",
    in: /control_awaited, its lists .*× order of answering/,
  },
  {
    name: "a time beside a hash of the key, written as text",
    made: "beside the tables",
    moment: "closed",
    attacker: "watcher",
    in: /control_hashed by (first |last )?arrived/,
  },
  {
    name: "credentials issued just in time",
    made: "just in time",
    moment: "open",
    attacker: "insider",
    in: /issuance .*× order of answering/,
  },
];

/** What the ballot database keeps of each arrival where the faults are made. */
const NOTING = `
  CREATE TABLE control_time (key bytea, arrived timestamptz DEFAULT clock_timestamp());
  CREATE TABLE control_serial (key bytea, number bigserial);
  CREATE TABLE control_order (key bytea);
  CREATE TABLE control_hashed (hash text, arrived timestamptz DEFAULT clock_timestamp());
  CREATE FUNCTION control_note() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER AS $$ BEGIN
    INSERT INTO public.control_time (key) VALUES (NEW.key);
    INSERT INTO public.control_serial (key) VALUES (NEW.key);
    INSERT INTO public.control_order (key) VALUES (NEW.key);
    INSERT INTO public.control_hashed (hash) VALUES (translate(encode(sha256(NEW.key), 'base64'), '+/=', '-_'));
    RETURN NEW;
  END $$;
  CREATE TRIGGER control_note AFTER INSERT ON arrival FOR EACH ROW EXECUTE FUNCTION control_note();`;

/** Makes the faults that lie beside the tables. `remind` then notes a reminder to each of these seats. */
export async function makeFaults(urls: { registry: string; ballot: string }) {
  await asSuperuser(urls.ballot, (sql) => sql.unsafe(NOTING));
  await asSuperuser(urls.registry, (sql) =>
    sql.unsafe("CREATE TABLE control_reminder (seat_id uuid); CREATE TABLE control_awaited (seats jsonb)"),
  );
  return {
    remind: (seatIds: readonly string[]) =>
      asSuperuser(urls.registry, async (sql) => {
        for (const id of seatIds) await sql`INSERT INTO control_reminder VALUES (${id})`;
        await sql`INSERT INTO control_awaited VALUES (${sql.json([...seatIds])})`;
      }),
    undo: async () => {
      await asSuperuser(urls.ballot, (sql) =>
        sql.unsafe(
          `DROP FUNCTION control_note CASCADE; DROP TABLE control_time, control_serial, control_order, control_hashed`,
        ),
      );
      await asSuperuser(urls.registry, (sql) => sql`DROP TABLE control_reminder, control_awaited`);
    },
  };
}

/** The figure that shows the fault most plainly, among those in which it must be found; null where none does. */
export function caughtBy(control: Control, figures: readonly Figure[]): Figure | null {
  const [plainest] = figures
    .filter((figure) => control.in.test(figure.pair) && leaks(figure))
    .sort((one, other) => Math.abs(other.found) / other.bound - Math.abs(one.found) / one.bound);
  return plainest ?? null;
}
