import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { aroundAnswers, FIGURES_TOKEN, printedAround } from "@/audit/anonymity/around";
import { Attacks } from "@/audit/anonymity/attacks";
import { canarySearch } from "@/audit/anonymity/canary-search";
import { wearCanaries } from "@/audit/anonymity/participants";
import { printedCanaries, printedFigures, type Verdict, verdictOf } from "@/audit/anonymity/report";
import { type Manner, playRound } from "@/audit/anonymity/round";
import { buildUnlessFresh } from "./building";
import { exitWhenInterrupted } from "./processes";
import { withInstance } from "./served";
import { blindInThreads } from "./simulation/blinding-threads";
import { chanceOf } from "./simulation/chance";

// `npm run audit:anonymity`: tries to find out who gave which answer, and fails where that succeeds.
//   --runs 100       rounds that are attacked as the product is
//   --seats 60       seats of each
//   --controls 10    rounds with each fault made on purpose, which the attack must find
//   --seed words     decides who answers when
const { values } = parseArgs({
  options: {
    runs: { type: "string", default: "100" },
    seats: { type: "string", default: "60" },
    controls: { type: "string", default: "10" },
    seed: { type: "string", default: "" },
  },
});
const [runs, seats, controls] = [Number(values.runs), Number(values.seats), Number(values.controls)];
const FIGURES = ".data/audit";
/** Everything that PostgreSQL could write down, written down, were it not for the roles; and no wait for the disk. */
const TALKATIVE = [
  "fsync=off",
  "log_statement=all",
  "log_min_duration_statement=0",
  "log_lock_waits=on",
  "deadlock_timeout=100ms",
  "log_connections=on",
  "log_checkpoints=on",
];

exitWhenInterrupted();
const built = await buildUnlessFresh();
if (built !== 0) process.exit(built);
wearCanaries();
const chance = chanceOf(values.seed || crypto.randomUUID());
const blinder = blindInThreads(2);

const verdict = await withInstance(
  { settings: TALKATIVE, logged: true, variables: { METRICS_TOKEN: FIGURES_TOKEN } },
  async (instance, serverLog): Promise<Verdict> => {
    const logs = () => ({
      "log of the web process": readFileSync(serverLog, "utf8"),
      "log of the registry's PostgreSQL": readFileSync(instance.registry.log, "utf8"),
      "log of the ballot's PostgreSQL": readFileSync(instance.ballot.log, "utf8"),
    });
    const attacked = async (manner: Manner, times: number) => {
      const attacks = new Attacks();
      for (let run = 1; run <= times; run += 1) {
        process.stderr.write(`\r${manner}: round ${run} of ${times} `);
        attacks.add(await playRound(instance, blinder, seats, manner, chance), logs(), chance);
      }
      process.stderr.write("\n");
      return attacks;
    };
    const search = await canarySearch(instance, blinder, Math.min(seats, 10), serverLog);
    console.log(printedCanaries(search));
    const around = await aroundAnswers(instance, blinder, Math.min(seats, 12), serverLog);
    console.log(printedAround(around));
    const asItIs = await attacked("as it is", runs);
    const withdrawn = await attacked("withdrawn", controls);
    const beside = await attacked("beside the tables", controls);
    const inTime = await attacked("just in time", controls);
    const found = verdictOf({
      search,
      around,
      asItIs,
      withdrawn,
      controls: { "beside the tables": beside, "just in time": inTime },
    });
    mkdirSync(FIGURES, { recursive: true });
    writeFileSync(`${FIGURES}/anonymity.json`, `${JSON.stringify(found, null, 2)}\n`);
    console.log(printedFigures(found, { runs, seats, controls }));
    return found;
  },
).finally(() => blinder.end());

console.log(
  verdict.isClean ? "No leak was found." : "A leak was found, or the audit could not have found one.",
);
process.exit(verdict.isClean ? 0 : 1);
