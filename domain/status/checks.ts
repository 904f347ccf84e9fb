/** What was found out about a running instance. */
export type Facts = {
  readonly now: Date;
  /** What a process says of the registry's database at /api/health. */
  readonly registry: string;
  /** What the ballot box says of its own; null where it does not answer. */
  readonly box: {
    readonly state: string;
    /** How many seconds its clock is ahead of this one's, to about a second; null where it does not say. */
    readonly ahead: number | null;
  } | null;
  /** Entries of manifests that the box has not acknowledged. */
  readonly pending: number;
  /** What is wrong with the mail server, in its own words; null where it takes mail. */
  readonly mail: string | null;
  readonly jobs: { readonly waiting: number; readonly failed: number };
  /** When each database was last backed up, as far as it is known here. */
  readonly backups: { readonly registry: Date | null; readonly ballot: Date | null };
};

type CheckName = "registry" | "box" | "clock" | "manifest" | "mail" | "jobs" | "backups";
/** `look`: goes on, but somebody should see to it. `wrong`: something does not work. */
export type CheckState = "well" | "look" | "wrong";
/** `said` names the sentence, `values` go into it. */
export type Check = {
  readonly name: CheckName;
  readonly state: CheckState;
  readonly said: string;
  readonly values: Readonly<Record<string, string | number>>;
};

/** Seconds by which clocks may differ: what is measured is only true to about one. */
const APART = 3;
const HOUR = 3_600_000;
/** A daily backup, and some time for it. */
const OLDEST_BACKUP = 26 * HOUR;

const STATES = ["well", "unreachable", "not migrated", "logs statements"] as const;

/** The sentence for what a database was said to be; one that is not known is told as it was said. */
function ofDatabase(name: "registry" | "box", state: string): Check {
  const states: readonly string[] = name === "registry" ? [...STATES, "keys do not open"] : STATES;
  const known = states.find((one) => one === state);
  const said = known === undefined ? "other" : known.replaceAll(" ", "_");
  return { name, state: state === "well" ? "well" : "wrong", said, values: { state } };
}

function ofClock({ box }: Facts): Check {
  const ahead = box?.ahead ?? null;
  if (ahead === null) return { name: "clock", state: "look", said: "unknown", values: {} };
  const apart = Math.abs(ahead) > APART;
  const said = !apart ? "well" : ahead > 0 ? "ahead" : "behind";
  return {
    name: "clock",
    state: apart ? "wrong" : "well",
    said,
    values: { seconds: Math.round(Math.abs(ahead)) },
  };
}

function ofJobs({ jobs: { waiting, failed } }: Facts): Check {
  const said = failed > 0 ? "failed" : waiting > 0 ? "waiting" : "well";
  return { name: "jobs", state: failed > 0 ? "look" : "well", said, values: { waiting, failed } };
}

function ofBackups({ now, backups: { registry, ballot } }: Facts): Check {
  const known = [registry, ballot].filter((at) => at !== null);
  if (registry === null || known.length === 0)
    return { name: "backups", state: "look", said: "never", values: {} };
  const oldest = Math.max(...known.map((at) => now.getTime() - at.getTime()));
  const hours = Math.floor(oldest / HOUR);
  if (oldest > OLDEST_BACKUP) return { name: "backups", state: "look", said: "old", values: { hours } };
  const said = ballot === null ? "registryOnly" : "well";
  return { name: "backups", state: ballot === null ? "look" : "well", said, values: { hours } };
}

/** Each thing that was looked at, with how it is and which sentence says so. */
export function checksOf(facts: Facts): Check[] {
  const { registry, box, pending, mail } = facts;
  return [
    ofDatabase("registry", registry),
    ofDatabase("box", box?.state ?? "unreachable"),
    ofClock(facts),
    {
      name: "manifest",
      state: pending > 0 ? "wrong" : "well",
      said: pending > 0 ? "pending" : "well",
      values: { pending },
    },
    {
      name: "mail",
      state: mail === null ? "well" : "wrong",
      said: mail === null ? "well" : "failed",
      values: { words: mail ?? "" },
    },
    ofJobs(facts),
    ofBackups(facts),
  ];
}
