import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { boxAt } from "@/app/(participant)/_protocol/transport";
import { closeThroughKill } from "@/audit/durability/close";
import { miscounts } from "@/audit/durability/count";
import { enrolledFor } from "@/audit/durability/enrolled";
import { ballotDatabase, webProcess } from "@/audit/durability/processes";
import { soak } from "@/audit/durability/soak";
import { stageFor } from "@/bench/stage";
import { connectBallot, connectRegistry } from "@/db/connect";
import { dsr2011Questionnaire } from "@/domain/questionnaire/template-dsr-2011";
import { buildUnlessFresh } from "./building";
import { startInstance } from "./instance";
import { exitWhenInterrupted } from "./processes";
import { blindInThreads } from "./simulation/blinding-threads";
import { chanceOf } from "./simulation/chance";

// `npm run audit:durability`: kills the web process and the ballot database while participants submit, and looks for every
// response whose receipt was shown. `-- --kills 3 --receipts 100 --seats 24` takes a minute. One JSON object on standard
// output; what goes on meanwhile is said on standard error.
const { values } = parseArgs({
  options: {
    kills: { type: "string", default: "50" },
    receipts: { type: "string", default: "5000" },
    seats: { type: "string", default: "250" },
    seed: { type: "string", default: String(Date.now()) },
  },
});
const [kills, receipts, seats] = [Number(values.kills), Number(values.receipts), Number(values.seats)];
if (![kills, receipts].every((count) => Number.isSafeInteger(count) && count > 0) || !(seats >= 10)) {
  console.error("Give whole numbers: --kills and --receipts of 1 or more, --seats of 10 or more.");
  process.exit(1);
}
const LANES = 16;
const say = (what: string) => console.error(what);

exitWhenInterrupted();
const built = await buildUnlessFresh(process.stderr.fd);
if (built !== 0) process.exit(built);
const began = performance.now();
const home = mkdtempSync(join(tmpdir(), "tour-de-table-durability-"));
chmodSync(home, 0o755);
const instance = await startInstance(home);
const { baseUrl, env } = instance;
const web = await webProcess(instance);
const database = ballotDatabase(instance, home);
const blinder = blindInThreads(2);
const registry = connectRegistry(env.DATABASE_URL ?? "");
const ballot = connectBallot(env.BALLOT_DATABASE_URL ?? "");
let failed = true;
try {
  const stage = await stageFor(instance, seats);
  const { roundId } = stage;
  say(`Enrolling ${seats} seats …`);
  const participants = await enrolledFor(baseUrl, stage, stage.tokens, blinder);
  await stage.openRound();
  say("Submitting …");
  const questionnaire = dsr2011Questionnaire;
  const soaked = await soak({
    box: boxAt(baseUrl),
    ballot: ballot.db,
    roundId,
    questionnaire,
    participants,
    victims: [database, web],
    kills,
    receipts,
    lanes: LANES,
    seed: values.seed,
    say,
  });
  say("Closing …");
  const moment = chanceOf(`${values.seed}/close`).next();
  const closeWasCutShort = await closeThroughKill(stage.closeRound, database, moment);
  const truth = [...soaked.ledger.lastShown().values()];
  const miscounted = await miscounts(
    { registry: registry.db, ballot: ballot.db, roundId, questionnaire },
    truth,
  );
  await stage.end();
  const onTheWay = soaked.kills.map((kill) => kill.onTheWay);
  const killed = (name: string) => soaked.kills.filter(({ victim }) => victim === name).length;
  failed = soaked.losses.length > 0 || miscounted.length > 0 || truth.length !== seats;
  const figures = {
    seed: values.seed,
    kills: { all: onTheWay.length, web: killed(web.name), ballotDatabase: killed(database.name) },
    onTheWayWhenKilled: {
      least: Math.min(...onTheWay),
      most: Math.max(...onTheWay),
      together: onTheWay.reduce((sum, count) => sum + count, 0),
    },
    receiptsShown: soaked.ledger.receipts(),
    participants: truth.length,
    closeWasCutShort,
    losses: soaked.losses,
    miscounted,
    seconds: Math.round((performance.now() - began) / 1_000),
  };
  console.log(JSON.stringify(figures, null, 2));
} finally {
  await Promise.all([blinder.end(), registry.end(), ballot.end()]);
  await web.stop();
  await database.stop();
  await instance.stop();
  rmSync(home, { recursive: true, force: true });
}
process.exit(failed ? 1 : 0);
