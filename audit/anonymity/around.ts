import { randomUUID } from "node:crypto";
import { readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Readable } from "node:stream";
import { setTimeout as pause } from "node:timers/promises";
import type { Blinder } from "@/app/(participant)/_protocol/blinding";
import { backUpOne } from "@/bin/backup/save";
import { newKeyPair, opened } from "@/bin/backup/sealing";
import type { Instance } from "@/bin/instance";
import { dsr2011Questionnaire } from "@/domain/questionnaire/template-dsr-2011";
import { dumpOf } from "./dump";
import { staged } from "./staged";
import { asSuperuser, superusers } from "./superuser";

/** What can be seen at one moment, in lines, by the place where it is seen. */
type Sight = ReadonlyMap<string, readonly string[]>;
/** The places in which something differs between two sights, each with how many lines do. */
export type Differences = Readonly<Record<string, number>>;

/** What came of looking right before and right after somebody answered. */
export type Around = {
  readonly answers: number;
  readonly mails: number;
  /** Places outside the ballot box that differ after an answer, and in no span of the same length without one. */
  readonly leaks: readonly string[];
  /** Places that differ by themselves: there the audit sees nothing. */
  readonly restless: readonly string[];
  /** Lines by which two backups of the ballot box differ, for each answer: what is admitted. */
  readonly inBallot: readonly number[];
  /** Faults made on purpose, and whether the place of each was found to differ. */
  readonly faults: Readonly<Record<string, boolean>>;
};

/** The token without which an instance tells no figures. */
export const FIGURES_TOKEN = randomUUID();

/** Figures of queues whose jobs come and go with every minute. */
const BY_THE_CLOCK = /^tdt_jobs\{queue="(__pgboss|clock|mail-due)/;
const ANSWERS = 4;
/** So many of the seats answer before anybody looks. */
const BEFORE = 3;
/** Milliseconds for what follows an act by itself: a move in the box, a job. */
const SETTLING = 3_000;

/** A backup of one side as whoever has its private key reads it, but for the header, which has its time. */
async function backupOf(side: "registry" | "ballot", url: string): Promise<string[]> {
  const { identity, recipient } = await newKeyPair();
  const file = join(tmpdir(), `${randomUUID()}.age`);
  try {
    await backUpOne(side, url, { file, replace: false, recipient });
    // Read whole: the file goes at once.
    const stream = await opened(Readable.from([readFileSync(file)]), [identity]);
    const pieces: Uint8Array[] = [];
    for await (const piece of stream) pieces.push(piece);
    return Buffer.concat(pieces).toString("utf8").split("\n").slice(1);
  } finally {
    rmSync(file, { force: true });
  }
}

/** Each figure with what it is called, labels included: some of them go by the clock, and the others do not. */
async function figuresOf({ baseUrl }: Instance): Promise<(readonly [series: string, line: string])[]> {
  const response = await fetch(`${baseUrl}/metrics`, {
    headers: { authorization: `Bearer ${FIGURES_TOKEN}` },
  });
  if (!response.ok) throw new Error(`no figures: ${response.status}`);
  const lines = (await response.text()).split("\n").filter((line) => line !== "" && !line.startsWith("#"));
  return lines.map((line) => [line.slice(0, line.lastIndexOf(" ")), line]);
}

/**
 * The rows of the registry at a superuser's address, with what PostgreSQL keeps beside them. What jobs leave behind changes
 * with every minute; that nothing of a seat's is in it, the attack on whole rounds shows.
 */
export async function rowsOf(url: string): Promise<Sight> {
  const tables = (await dumpOf("registry", url)).filter(({ name }) => !name.startsWith("pgboss."));
  return new Map(
    tables.map(({ name, rows }) => [`registry rows of ${name}`, rows.map((row) => JSON.stringify(row))]),
  );
}

async function sightOf(instance: Instance, serverLog: string): Promise<Sight> {
  const sight = new Map<string, readonly string[]>();
  const { registry } = superusers(instance);
  for (const [place, lines] of await rowsOf(registry)) sight.set(place, lines);
  sight.set("backup of the registry", await backupOf("registry", registry));
  for (const [series, line] of await figuresOf(instance))
    if (!BY_THE_CLOCK.test(series)) sight.set(`figure ${series}`, [line]);
  sight.set("mails", readdirSync(instance.env.TDT_OUTBOX ?? ""));
  sight.set("log of the web process", readFileSync(serverLog, "utf8").split("\n"));
  return sight;
}

/** The lines that only one of the two has. */
function apart(one: readonly string[], other: readonly string[]): number {
  const [left, right] = [new Set(one), new Set(other)];
  return (
    [...left].filter((line) => !right.has(line)).length + [...right].filter((line) => !left.has(line)).length
  );
}

export function differences(before: Sight, after: Sight): Differences {
  const places = new Set([...before.keys(), ...after.keys()]);
  const found = [...places].map(
    (place) => [place, apart(before.get(place) ?? [], after.get(place) ?? [])] as const,
  );
  return Object.fromEntries(found.filter(([, lines]) => lines > 0));
}

/** Faults that leave something of an answer outside the ballot box, with the place where that must be found. */
const faultsAt = (
  instance: Instance,
): readonly (readonly [place: string, make: () => Promise<unknown>])[] => {
  const inRegistry = (statement: string) => () =>
    asSuperuser(superusers(instance).registry, (sql) => sql.unsafe(statement));
  return [
    // Of the same content: only what PostgreSQL keeps beside the row differs.
    [
      "registry rows of public.wallets",
      inRegistry("UPDATE wallets SET ciphertext = ciphertext WHERE ctid = (SELECT min(ctid) FROM wallets)"),
    ],
    [
      "backup of the registry",
      inRegistry(`UPDATE invitations SET token_hash = sha256(token_hash)
        WHERE ctid = (SELECT min(ctid) FROM invitations)`),
    ],
    [
      'figure tdt_jobs{queue="mail",state="created"}',
      inRegistry(`INSERT INTO pgboss.job (name, data, start_after)
        VALUES ('mail', '{}', now() + interval '1 day')`),
    ],
    [
      "mails",
      async () =>
        writeFileSync(join(instance.env.TDT_OUTBOX ?? "", "thanks.json"), '{"subject":"Thank you"}'),
    ],
  ];
};

/**
 * Looks at everything outside the ballot box right before and right after single answers, as somebody would who keeps two
 * backups, scrapes figures, or reads the mail server's log. Reminders go out meanwhile.
 */
export async function aroundAnswers(
  instance: Instance,
  blinder: Blinder,
  seats: number,
  serverLog: string,
): Promise<Around> {
  const { stage, participants } = await staged(instance, blinder, seats);
  const { ballot } = superusers(instance);
  const answer = async (index: number) => {
    await participants[index]?.answer(stage.roundId, dsr2011Questionnaire);
    await pause(SETTLING);
  };
  const look = () => sightOf(instance, serverLog);
  try {
    for (const participant of participants) await participant.enrol();
    await stage.openRound();
    for (let index = 0; index < BEFORE; index += 1) await answer(index);
    const mails = await stage.remindEverybody();
    while (readdirSync(instance.env.TDT_OUTBOX ?? "").length < mails) await pause(SETTLING);

    const restless = new Set<string>();
    const leaking = new Map<string, number>();
    const inBallot: number[] = [];
    for (let index = BEFORE; index < BEFORE + ANSWERS; index += 1) {
      const [idle, ballotBefore] = [await look(), await backupOf("ballot", ballot)];
      await pause(SETTLING);
      const before = await look();
      for (const place of Object.keys(differences(idle, before))) restless.add(place);
      await answer(index);
      for (const place of Object.keys(differences(before, await look())))
        leaking.set(place, (leaking.get(place) ?? 0) + 1);
      inBallot.push(apart(ballotBefore, await backupOf("ballot", ballot)));
    }
    const faults: [string, boolean][] = [];
    for (const [place, make] of faultsAt(instance)) {
      const before = await look();
      await make();
      faults.push([place, place in differences(before, await look()) && !restless.has(place)]);
    }
    return {
      answers: ANSWERS,
      mails,
      leaks: [...leaking]
        .filter(([place]) => !restless.has(place))
        .map(([place, times]) => `${place} (${times} times)`),
      restless: [...restless],
      inBallot,
      faults: Object.fromEntries(faults),
    };
  } finally {
    await stage.end();
  }
}

/** Whether nothing leaked, and every fault was found. */
export const isUnseen = ({ leaks, faults }: Around): boolean =>
  leaks.length === 0 && Object.values(faults).every((found) => found);

/** What came of it, in words. */
export function printedAround({ answers, mails, leaks, restless, inBallot, faults }: Around): string {
  return [
    `Around single answers: ${answers} of them, with ${mails} reminders sent. Registry, its backups, figures, mails and the log were held against themselves.`,
    ...leaks.map((leak) => `  LEAK: ${leak}`),
    ...restless.map((place) => `  Differs by itself, and is left out: ${place}`),
    ...Object.entries(faults).map(
      ([place, found]) => `  ${found ? "found" : "NOT FOUND"}: a fault in ${place}`,
    ),
    `  Admitted: two backups of the ballot box differ by ${inBallot.join(", ")} lines.`,
  ].join("\n");
}
