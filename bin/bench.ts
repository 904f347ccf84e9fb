import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { cpus, tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { measuredAudit } from "@/bench/audit";
import { measuredCounting } from "@/bench/counting";
import { measuredDemoStart } from "@/bench/demo-start";
import { measuredDocuments } from "@/bench/documents";
import { measuredEnrolments } from "@/bench/enrolments";
import { measuredPages } from "@/bench/pages";
import { measuredParticipation, measuredSigning } from "@/bench/participation";
import { measuredRoom } from "@/bench/room";
import { residentOf } from "@/bench/server-cost";
import { stageFor } from "@/bench/stage";
import { measuredSubmissions } from "@/bench/submissions";
import { buildUnlessFresh } from "./building";
import { startInstance } from "./instance";
import { exitWhenInterrupted, start, untilServed } from "./processes";
import { blindInThreads } from "./simulation/blinding-threads";

// `npm run bench`: one JSON object on standard output; what goes on meanwhile is said on standard error. `-- --only room`
// measures the session in the room alone, `--devices 200 --racing 50` with fewer devices that follow and submit at the close.
const PANEL = 200;
const WALKED = 40;
const { values } = parseArgs({
  options: {
    only: { type: "string" },
    devices: { type: "string", default: "2000" },
    racing: { type: "string", default: "500" },
  },
});
const size = { devices: Number(values.devices), racing: Number(values.racing) };
const wellMeant = values.only === undefined || values.only === "room";
if (!wellMeant || !(size.devices > 0) || !(size.racing >= 10)) {
  console.error(
    "Give --only room or nothing, whole numbers of 1 or more for --devices, of 10 or more for --racing.",
  );
  process.exit(1);
}
const say = (what: string) => console.error(what);
const machine = { cores: cpus().length, model: cpus()[0]?.model, node: process.version };

exitWhenInterrupted();
const built = await buildUnlessFresh(process.stderr.fd);
if (built !== 0) process.exit(built);
if (values.only === "room") {
  console.log(JSON.stringify({ machine, room: await measuredRoom(size, say) }, null, 2));
  process.exit(0);
}
const home = mkdtempSync(join(tmpdir(), "tour-de-table-bench-"));
chmodSync(home, 0o755);
const instance = await startInstance(home);
const { baseUrl, env, clusters } = instance;
const server = start(
  "next",
  ["start", "--hostname", "localhost", "--port", new URL(baseUrl).port],
  { ...process.env, ...env, NODE_ENV: "production" },
  "ignore",
);
const blinder = blindInThreads(2);
try {
  await untilServed(`${baseUrl}/api/health`);
  const stage = await stageFor(instance, PANEL + WALKED + 2);
  const web = server.child.pid ?? 0;
  say(`Enrolling ${PANEL} seats …`);
  const { participants, ...enrolments } = await measuredEnrolments(
    baseUrl,
    stage,
    stage.tokens.slice(0, PANEL),
    blinder,
  );
  await stage.openRound();
  say("Submitting …");
  const submissions = await measuredSubmissions(baseUrl, stage.roundId, participants);
  const residentBytes = { web: residentOf([web]), clusters: residentOf(clusters) };
  say("Walking participants through …");
  const walked = stage.tokens.slice(PANEL, PANEL + WALKED);
  const cpuMsPerParticipation = await measuredParticipation(baseUrl, stage, walked, blinder, [
    web,
    ...clusters,
  ]);
  say("Weighing pages …");
  const [one = "", two = ""] = stage.tokens.slice(PANEL + WALKED);
  const pages = await measuredPages(baseUrl, stage, [one, two]);
  say("Closing …");
  const before = performance.now();
  await stage.closeRound();
  const closeSeconds = Math.round((performance.now() - before) / 10) / 100;
  await stage.end();
  await server.stop();
  const counting = await measuredCounting(env.BALLOT_DATABASE_URL ?? "", say);
  await instance.stop();
  const room = await measuredRoom(size, say);
  const documents = await measuredDocuments(say);
  say("Starting the demonstration twice …");
  const demoSeconds = await measuredDemoStart();
  console.log(
    JSON.stringify(
      {
        machine,
        enrolments,
        submissions,
        cpuMsPerParticipation,
        cpuMsPerBlindSignature: measuredSigning(),
        largestReleaseMs: measuredAudit(),
        residentBytes,
        closeOf200Seconds: closeSeconds,
        counting,
        room,
        documents,
        pages,
        demoStartSeconds: demoSeconds,
      },
      null,
      2,
    ),
  );
} finally {
  await blinder.end();
  await server.stop();
  await instance.stop();
  rmSync(home, { recursive: true, force: true });
}
process.exit(0);
