import { readFileSync } from "node:fs";
import type { Blinder } from "@/app/(participant)/_protocol/blinding";
import type { Instance } from "@/bin/instance";
import { dsr2011Questionnaire } from "@/domain/questionnaire/template-dsr-2011";
import { dumpOf, type Table } from "./dump";
import {
  bytesInAnyForm,
  type Found,
  filesUnder,
  type Haystack,
  type Needle,
  searcherFor,
  written,
} from "./needles";
import type { SimulatedParticipant } from "./participants";
import { sharedValues } from "./shared-values";
import { staged } from "./staged";
import { asSuperuser, superusers } from "./superuser";
import { makeTrouble } from "./trouble";

type Kind = "identity" | "answer" | "key" | "secret" | "device";

/**
 * Where each kind of canary may lie; anywhere else it is a leak. Devices and secrets may lie nowhere, samples of values in
 * PostgreSQL's own catalogue hold nothing, and a key goes with its response: after the close only the write-ahead log
 * still has it.
 */
const MAY_LIE: Readonly<Record<Kind, RegExp>> = {
  identity: /^registry (rows|samples|files)/,
  answer: /^ballot (rows|files)/,
  key: /^ballot (rows|files)(?!.* after the close)|^ballot files\/pg_wal\//,
  secret: /^$/,
  device: /^$/,
};
/** Where each kind must be found, or the search is blind. */
const MUST_LIE: readonly (readonly [Kind, RegExp])[] = [
  ["identity", /^registry rows/],
  ["identity", /^registry files/],
  ["answer", /^ballot rows/],
  ["answer", /^ballot files/],
  ["key", /^ballot rows/],
];

/** What is added to a place that is searched once the round has closed. */
const AFTERWARDS = " after the close";

/** Whether something was found where it must not lie. Its name is its kind; one without a kind may lie nowhere. */
export const isMisplaced = ({ what, where }: Found): boolean =>
  !(what in MAY_LIE && MAY_LIE[what as Kind].test(where)); // narrowed by `in`

const TRIES = 30;

/** Does again what trouble has cut short, as a participant would. */
async function patiently(work: () => Promise<void>): Promise<void> {
  for (let tried = 1; ; tried += 1) {
    try {
      return await work();
    } catch (error) {
      if (tried === TRIES) throw error;
      await new Promise((resolve) => setTimeout(resolve, 200));
    }
  }
}

function needlesOf(participant: SimulatedParticipant): Needle[] {
  const { delegation, userAgent, address, language, words } = participant.canaries;
  const secrets = participant.secrets().flatMap((secret) => {
    if (typeof secret === "string") return [written("secret", secret)];
    return bytesInAnyForm("secret", secret);
  });
  return [
    written("identity", delegation),
    written("answer", words),
    written("device", userAgent),
    written("device", address),
    written("device", language),
    ...participant.keys.flatMap((key) => bytesInAnyForm("key", key)),
    ...secrets,
  ];
}

/** What a database holds, as bytes: every text as it is written, and what is written in hexadecimal as bytes too. */
function rowsAsBytes(tables: readonly Table[]): Uint8Array {
  const parts = tables.flatMap(({ rows }) =>
    rows.flatMap(({ values }) =>
      Object.values(values).flatMap(({ text }) => {
        if (text === null) return [];
        return text.startsWith("\\x") ? [Buffer.from(text.slice(2), "hex")] : [Buffer.from(`${text}\n`)];
      }),
    ),
  );
  return Buffer.concat(parts);
}

/** What can be searched of an instance at this moment: rows and files of both sides, and every log. */
async function* haystacks(instance: Instance, serverLog: string): AsyncGenerator<Haystack> {
  const urls = superusers(instance);
  for (const side of ["registry", "ballot"] as const) {
    const samples = await asSuperuser(urls[side], async (sql) => {
      await sql`VACUUM (ANALYZE)`;
      await sql`CHECKPOINT`;
      return sql`SELECT pg_stats::text AS text FROM pg_stats WHERE schemaname <> 'pg_catalog'`;
    });
    yield { where: `${side} samples`, bytes: Buffer.from(samples.map(({ text }) => text).join("\n")) };
    yield { where: `${side} rows`, bytes: rowsAsBytes(await dumpOf(side, urls[side])) };
    yield* filesUnder(instance[side].files, `${side} files`);
    yield { where: `log of the ${side}'s PostgreSQL`, bytes: readFileSync(instance[side].log) };
  }
  yield { where: "log of the web process", bytes: readFileSync(serverLog) };
  yield* filesUnder(instance.env.TDT_OUTBOX ?? "", "outbox");
}

export type CanarySearch = {
  readonly seats: number;
  /** How many times connections were cut and tables held up. */
  readonly troubles: number;
  readonly bytes: number;
  /** What lies where it must not, at the open round or after its close. */
  readonly leaks: readonly Found[];
  /** Where the search should have found something and did not. */
  readonly blind: readonly string[];
  readonly shared: readonly string[];
};

/** Plays a round in which much goes wrong, and searches all that is stored and logged for what is a seat's or an answer's. */
export async function canarySearch(
  instance: Instance,
  blinder: Blinder,
  seats: number,
  serverLog: string,
): Promise<CanarySearch> {
  const { stage, participants } = await staged(instance, blinder, seats);
  const { roundId } = stage;
  const trouble = await makeTrouble(
    instance,
    participants.map(({ canaries: { words } }) => words),
    participants.map(({ token }) => token),
  );
  for (const participant of participants) await patiently(() => participant.enrol());
  await patiently(() => stage.openRound());
  for (const participant of participants)
    await patiently(() => participant.answer(roundId, dsr2011Questionnaire));
  const troubles = await trouble.stop();

  const search = searcherFor(participants.flatMap(needlesOf));
  const found: Found[] = [];
  let bytes = 0;
  const searchAll = async (moment: string) => {
    for await (const { where: place, bytes: content } of haystacks(instance, serverLog)) {
      bytes += content.length;
      found.push(...search({ where: `${place}${moment}`, bytes: content }));
    }
  };
  await searchAll("");
  const shared = sharedValues(
    await dumpOf("registry", superusers(instance).registry),
    await dumpOf("ballot", superusers(instance).ballot),
  );
  await stage.closeRound();
  await searchAll(AFTERWARDS);
  await stage.end();
  const leaks = found.filter(isMisplaced);
  const blind = MUST_LIE.filter(
    ([kind, place]) => !found.some((one) => one.what === kind && place.test(one.where)),
  );
  return {
    seats,
    troubles,
    bytes,
    leaks: [...new Map(leaks.map((leak) => [`${leak.what} ${leak.where}`, leak])).values()],
    blind: blind.map(([kind, place]) => `${kind} in ${place.source}`),
    shared,
  };
}
