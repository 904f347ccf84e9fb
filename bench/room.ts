import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { enrolledFor } from "@/audit/durability/enrolled";
import { type Instance, startInstance } from "@/bin/instance";
import { start, untilServed } from "@/bin/processes";
import { blindInThreads } from "@/bin/simulation/blinding-threads";
import { freePort } from "@/db/embedded";
import { judged, raced, responsesOf } from "./closing-race";
import { type Devices, devicesElsewhere, pause } from "./following";
import { type RoomHost, roomHostOf } from "./room-host";
import { percentile, rounded } from "./send-load";
import { cpuOf, residentOf, socketsOf } from "./server-cost";
import { stageFor } from "./stage";

export type RoomSize = {
  /** Devices that follow. */
  readonly devices: number;
  /** Participants who submit as the round closes. */
  readonly racing: number;
};

/** How often everybody comes and goes again before the session begins. */
const CYCLES = 3;
/** Questions that are shown, and findings that are revealed. */
const QUESTIONS = [1, 0, 2, 1, 0];
const FINDINGS = [0, 1, 2, 3, 4];
/** Milliseconds in which processes come to rest. */
const REST = 4_000;

/** Has a process collect what nothing holds when it is told to, so that what is measured is what is held. */
const COLLECTS = `--expose-gc --import=data:text/javascript,${encodeURIComponent('process.on("SIGUSR2", () => gc())')}`;

/** Two web processes on the clusters of an instance, of which one has its address. */
async function twoProcesses({ baseUrl, env }: Instance) {
  const urls = [baseUrl, `http://localhost:${await freePort()}`];
  const servers = urls.map((url) =>
    start(
      "next",
      ["start", "--hostname", "localhost", "--port", new URL(url).port],
      { ...process.env, ...env, NODE_ENV: "production", NODE_OPTIONS: COLLECTS },
      ["ignore", process.stderr.fd, process.stderr.fd],
    ),
  );
  await Promise.all(urls.map((url) => untilServed(`${url}/api/health`)));
  const pids = servers.flatMap(({ child }) => child.pid ?? []);
  return {
    urls,
    pids,
    collect: () => {
      for (const pid of pids) process.kill(-pid, "SIGUSR2");
    },
    stop: () => Promise.all(servers.map((server) => server.stop())),
  };
}
type Web = Awaited<ReturnType<typeof twoProcesses>>;

const times = (milliseconds: readonly number[]) => ({
  p50ms: rounded(percentile(milliseconds, 0.5)),
  p99ms: rounded(percentile(milliseconds, 0.99)),
  maxMs: rounded(Math.max(...milliseconds)),
});
const megabytes = (bytes: number) => Math.round(bytes / 1e6);

/** Everybody comes and goes, several times: what processes hold with them, and without. */
async function measuredMemory(
  { urls, pids, collect }: Web,
  { code }: RoomHost,
  elsewhere: Devices,
  devices: number,
) {
  const held = async () => {
    for (let turn = 0; turn < 2; turn += 1) {
      await pause(REST / 2);
      collect();
    }
    await pause(REST / 2);
    return { bytes: residentOf(pids), sockets: socketsOf(pids) };
  };
  // What a process loads with its first streams is no cost of a connection.
  await elsewhere.follow({ urls, code }, Math.min(devices, 20));
  await elsewhere.leave();
  const before = await held();
  const cycles = [];
  for (let cycle = 0; cycle < CYCLES; cycle += 1) {
    await elsewhere.follow({ urls, code }, devices);
    const present = await held();
    await elsewhere.leave();
    const gone = await held();
    cycles.push({
      presentMegabytes: megabytes(present.bytes),
      goneMegabytes: megabytes(gone.bytes),
      socketsLeft: gone.sockets - before.sockets,
      bytes: present.bytes,
    });
  }
  const most = Math.max(...cycles.map(({ bytes }) => bytes));
  return {
    beforeMegabytes: megabytes(before.bytes),
    kilobytesPerConnection: rounded((most - before.bytes) / devices / 1e3),
    cycles: cycles.map(({ bytes: _, ...cycle }) => cycle),
  };
}

/** Time from the effect of each question to the devices. */
async function measuredSteps({ pids }: Web, host: RoomHost, elsewhere: Devices) {
  const shown = async (question: number) => {
    await elsewhere.forget();
    const effectAt = await host.take({ kind: "question", question });
    await pause(effectAt - Date.now() - 500);
    const cpu = cpuOf(pids);
    const at = await elsewhere.hear((view) => view.question?.index === question);
    return { since: at.map((one) => one - effectAt), cpuMs: Math.round(cpuOf(pids) - cpu) };
  };
  // The first opens the round, which takes the clock's look and the box's word beside.
  const opening = await shown(0);
  const steps = [];
  for (const question of QUESTIONS) steps.push(await shown(question));
  return {
    opening: times(opening.since),
    ...times(steps.flatMap(({ since }) => since)),
    each: steps.map(({ since, cpuMs }) => ({ ...times(since), cpuMs })),
  };
}

/** A finding that everybody loads as they hear of it. */
async function measuredReveals({ pids }: Web, host: RoomHost, elsewhere: Devices) {
  const reveals = [];
  for (const finding of FINDINGS) {
    await elsewhere.forget();
    const effectAt = await host.take({ kind: "finding", finding });
    await pause(effectAt - Date.now() - 500);
    const cpu = cpuOf(pids);
    const loaded = await elsewhere.load();
    reveals.push({
      ...times(loaded.map(({ milliseconds }) => milliseconds)),
      lastAfterTheStepMs: rounded(Math.max(...loaded.map(({ at }) => at)) - effectAt),
      errors: loaded.filter(({ status }) => status !== 200).map(({ status }) => status),
      cpuMs: Math.round(cpuOf(pids) - cpu),
    });
  }
  return reveals;
}

/** A session in the room: devices on two processes, from its doors to its findings. Connecting is not counted. */
export async function measuredRoom({ devices, racing }: RoomSize, say: (what: string) => void) {
  const home = mkdtempSync(join(tmpdir(), "tour-de-table-room-"));
  chmodSync(home, 0o755);
  const instance = await startInstance(home);
  const { baseUrl, env } = instance;
  const web = await twoProcesses(instance);
  const blinder = blindInThreads(2);
  /** Said as soon as it is known, too: whoever ends a long run keeps what it found. */
  const told = <Figures>(figures: Figures): Figures => {
    say(JSON.stringify(figures));
    return figures;
  };
  const elsewhere = devicesElsewhere();
  try {
    const stage = await stageFor(instance, racing);
    const { roundId, tokens } = stage;
    say(`Enrolling ${racing} seats …`);
    const participants = await enrolledFor(baseUrl, stage, tokens, blinder);
    await blinder.end();
    const responses = await responsesOf(participants, roundId);
    const host = await roomHostOf(stage);
    say(`Following with ${devices} devices …`);
    const memory = told(await measuredMemory(web, host, elsewhere, devices));
    await elsewhere.follow({ urls: web.urls, code: host.code }, devices);
    say("Showing questions …");
    const steps = told(await measuredSteps(web, host, elsewhere));
    say("Closing …");
    await elsewhere.forget();
    const { arrived, moment } = await raced(web.urls, responses, () => host.take({ kind: "close" }));
    const closed = await elsewhere.hear(({ round }) => round.stage === "closed");
    const stored = {
      registryUrl: env.DATABASE_URL ?? "",
      ballotUrl: env.BALLOT_DATABASE_URL ?? "",
      roundId,
    };
    const race = told(await judged(arrived, responses, moment, stored));
    say("Revealing findings …");
    const reveals = told(await measuredReveals(web, host, elsewhere));
    await elsewhere.leave();
    await stage.end();
    return {
      devices,
      memory,
      steps,
      race: { ...race, closedOnDevices: times(closed.map((at) => at - moment)) },
      reveals,
    };
  } finally {
    elsewhere.end();
    await blinder.end();
    await web.stop();
    await instance.stop();
    rmSync(home, { recursive: true, force: true });
  }
}
