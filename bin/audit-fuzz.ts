import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { endpointsOf } from "@/audit/fuzz/endpoints";
import { fuzzed, type Outcome } from "@/audit/fuzz/run";
import { type Asked, fuzzStage } from "@/audit/fuzz/stage";
import { tracesIn } from "@/audit/fuzz/traces";
import { buildUnlessFresh } from "./building";
import { exitWhenInterrupted } from "./processes";
import { withInstance } from "./served";

type Fuzzing = {
  /** Requests for each endpoint. */
  readonly requests: number;
  readonly seed: number;
  /** Part of the names of the endpoints that are asked; all where it is empty. */
  readonly only: readonly string[];
};

/** Participants with credentials, so that their own limits do not answer for the box. */
const credentialsFor = (requests: number) => Math.min(40, 2 + Math.floor(requests / 100));

/**
 * Sends to an instance what nobody should be able to harm it with, and prints what came of each endpoint, a line of JSON
 * each. The instance is not to be used for anything afterwards. Gives how many faults were found.
 *
 * @param log the file into which the instance writes what it has to say.
 */
export async function fuzzInstance(asked: Asked, log: string, { requests, seed, only }: Fuzzing) {
  const stage = await fuzzStage(asked, credentialsFor(requests));
  const traces = tracesIn(asked, log);
  const outcomes: Outcome[] = [];
  try {
    for (const [index, endpoint] of (await endpointsOf(stage)).entries()) {
      if (only.length > 0 && !only.some((part) => endpoint.name.includes(part))) continue;
      // Each endpoint is sent something of its own, and the same again under the same seed.
      const drawing = { requests, seed: seed + index * 1_000_000 };
      const outcome = await fuzzed(asked.baseUrl, endpoint, drawing, traces, console.error);
      console.log(JSON.stringify(outcome));
      outcomes.push(outcome);
    }
  } finally {
    await Promise.all([stage.end(), traces.end()]);
  }
  const sum = (of: (outcome: Outcome) => number) =>
    outcomes.reduce((total, outcome) => total + of(outcome), 0);
  const faults = sum(({ faults }) => faults);
  console.log(
    JSON.stringify({ endpoints: outcomes.length, requests: sum((one) => one.requests), seed, faults }),
  );
  return faults;
}

/** Builds, serves an instance of its own, and sends everything to it. Gives the exit code. */
export async function runFuzz(fuzzing: Fuzzing): Promise<number> {
  const built = await buildUnlessFresh(2);
  if (built !== 0) return built;
  return withInstance({ settings: ["fsync=off"], logged: true }, async (instance, log) =>
    (await fuzzInstance(instance, log, fuzzing)) === 0 ? 0 : 1,
  );
}

// `npm run audit:fuzz`: twenty thousand requests for each endpoint, unless told otherwise.
if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { values } = parseArgs({
    options: {
      requests: { type: "string", default: "20000" },
      endpoint: { type: "string", multiple: true, default: [] },
      seed: { type: "string", default: "2011" },
    },
  });
  exitWhenInterrupted();
  const { requests, endpoint, seed } = values;
  process.exit(await runFuzz({ requests: Number(requests), seed: Number(seed), only: endpoint }));
}
