import { existsSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { parseArgs } from "node:util";
import { registryAt } from "@/app/(participant)/_protocol/transport";
import { buildUnlessFresh } from "./building";
import { type SeededDemo, seedDemo } from "./demo/seed";
import { mailedSignInLink } from "./demo/sign-in-links";
import { HOSTS, RAPPORTEUR } from "./demo/story";
import { type Instance, startInstance } from "./instance";
import { start, untilInterrupted, untilServed } from "./processes";

// `npm run demo`: the paper's own consultation in motion, with simulated participants, kept under .data/demo.
// With `-- --closed 2` its second round is closed and published too, so that movement between rounds can be read.
const { values } = parseArgs({
  options: { fresh: { type: "boolean", default: false }, closed: { type: "string", default: "1" } },
});
if (values.closed !== "1" && values.closed !== "2") {
  console.error("Say how many rounds are closed: --closed 1, or --closed 2 to see movement between rounds.");
  process.exit(1);
}
const closed = values.closed === "2" ? 2 : 1;
const HOME = closed === 2 ? ".data/demo-closed-2" : ".data/demo";
const SEEDED = join(HOME, "seeded.json");
const LINKS = ".data/demo.json";

/** Servers to stop at the end, whatever ends it. */
const serving = new Set<ReturnType<typeof start>>();

function serve({ env, baseUrl }: Instance, behind = 0) {
  const clock = pathToFileURL(resolve("bin/demo/clock.mjs")).href;
  const past = { DEMO_CLOCK_BEHIND: String(behind), NODE_OPTIONS: `--import ${clock}` };
  const server = start(
    "next",
    ["start", "--hostname", "localhost", "--port", new URL(baseUrl).port],
    { ...process.env, ...env, NODE_ENV: "production", ...(behind > 0 && past) },
    "ignore",
  );
  serving.add(server);
  return server;
}

/** Serves with the server's clock set back to a moment, until the work is done. */
async function servedAt(instance: Instance, moment: Date, work: () => Promise<void>): Promise<void> {
  const server = serve(instance, Date.now() - moment.getTime());
  try {
    await untilServed(`${instance.baseUrl}/api/health`);
    await work();
  } finally {
    await server.stop();
  }
}

async function seeded(instance: Instance): Promise<SeededDemo> {
  if (existsSync(SEEDED)) return JSON.parse(readFileSync(SEEDED, "utf8")) as SeededDemo; // written below
  const demo = await seedDemo(instance, (moment, work) => servedAt(instance, moment, work), {
    truthFile: join(HOME, "truth.json"),
    closed,
    say: (what) => console.log(what),
  });
  writeFileSync(SEEDED, JSON.stringify(demo), { mode: 0o600 });
  return demo;
}

async function linksOf({ baseUrl, env }: Instance, { slug, unused, floor }: SeededDemo) {
  const registry = registryAt(baseUrl);
  const seats = await Promise.all(
    unused.map(async (token) => ({ token, ...(await registry.seat({ token })) })),
  );
  const outbox = env.TDT_OUTBOX ?? "";
  const hosts: string[] = [];
  for (const { email } of HOSTS) hosts.push(await mailedSignInLink(baseUrl, outbox, email));
  return {
    baseUrl,
    hosts,
    rapporteur: await mailedSignInLink(baseUrl, outbox, RAPPORTEUR.email),
    ...(floor !== undefined && { floor: `${baseUrl}${floor}` }),
    invitations: seats
      .filter(({ enrolled }) => !enrolled)
      .map(({ token }) => `${baseUrl}/c/${slug}/join#${token}`),
    report: `${baseUrl}/reports/${slug}`,
  };
}

function printed(links: Awaited<ReturnType<typeof linksOf>>): string {
  const outbox = `${links.baseUrl}/outbox`;
  return [
    "",
    "Tour de Table is running. All its answers are simulated, and all its notes invented.",
    "",
    `  Report, for everybody\n    ${links.report}`,
    ...links.hosts.map((link, index) => `  Host, ${HOSTS[index]?.mission}\n    ${link}`),
    `  Rapporteur\n    ${links.rapporteur}`,
    ...(links.floor === undefined ? [] : [`  Notes from the floor, once signed in\n    ${links.floor}`]),
    ...links.invitations.map((link, index) => `  Invitation ${index + 1}, not yet used\n    ${link}`),
    "",
    `Sign-in links work once, for half an hour; new ones land at ${outbox}.`,
    `These links are also in ${LINKS}. Ctrl-C stops everything.`,
  ].join("\n");
}

// What a person began and broke off holds half a story; it is told anew.
if (values.fresh || !existsSync(SEEDED)) rmSync(HOME, { recursive: true, force: true });
const interrupted = untilInterrupted();
const built = await buildUnlessFresh();
if (built !== 0) process.exit(built);
const instance = await startInstance(HOME);
async function untilReady(): Promise<void> {
  const demo = await seeded(instance);
  serve(instance);
  await untilServed(`${instance.baseUrl}/api/health`);
  const links = await linksOf(instance, demo);
  writeFileSync(LINKS, `${JSON.stringify(links, null, 2)}\n`, { mode: 0o600 });
  console.log(printed(links));
}
try {
  await Promise.race([untilReady().then(() => interrupted), interrupted]);
} finally {
  await Promise.all([...serving].map(({ stop }) => stop()));
  await instance.stop();
}
process.exit(0);
