import { randomBytes } from "node:crypto";
import fc from "fast-check";
import type { Endpoint } from "./endpoint";
import { draftOf, drawn, type Kind } from "./requests";
import { LANES, marked, send } from "./send";
import { grown, type Traces } from "./traces";
import { faultsOf, isAccepted, isLimit } from "./verdict";

/** What is recorded as more than one act: a copy that takes the panel begins a log and goes on in it. */
const ACTS_OF_ONE: Readonly<Record<string, number>> = { "consultations.copy": 2 };
/** Requests that are drawn together. */
const CHUNK = 200;
/** Share of the requests that limits may answer. */
const MOST_LIMITED = 0.01;
/** Faults of one endpoint that are told; the rest are counted. */
const MOST_TOLD = 5;

/** What came of one endpoint. */
export type Outcome = {
  readonly endpoint: string;
  readonly requests: number;
  readonly seconds: number;
  readonly accepted: number;
  readonly limited: number;
  readonly statuses: Readonly<Record<string, number>>;
  readonly rowsAdded: Readonly<Record<string, number>>;
  readonly faults: number;
};

/** Says what is wrong, once it is found. */
export type Tell = (sentence: string) => void;

/** Sends so many requests to one endpoint, looks at every answer, and afterwards at what they left behind. */
export async function fuzzed(
  baseUrl: string,
  endpoint: Endpoint,
  { requests, seed }: { readonly requests: number; readonly seed: number },
  traces: Traces,
  tell: Tell,
): Promise<Outcome> {
  // A word that no request of another run and nothing else has.
  const run = `zq${randomBytes(6).toString("hex")}`;
  const before = await traces.rows();
  const started = performance.now();
  const statuses: Record<string, number> = {};
  const accepted = new Set<number>();
  let limited = 0;
  let faults = 0;
  const fault = (what: string) => {
    faults += 1;
    if (faults <= MOST_TOLD) tell(`${endpoint.name}: ${what}`);
  };

  async function one(nth: number, what: ReturnType<typeof draw>[number]) {
    const draft = marked(await draftOf(endpoint, what, nth), `${run}n${nth}z`);
    const answer = await send(baseUrl, draft);
    const kind: Kind = what.kind;
    statuses[answer.status] = (statuses[answer.status] ?? 0) + 1;
    if (isLimit(answer)) limited += 1;
    if (isAccepted(answer)) accepted.add(nth);
    for (const found of faultsOf(draft, answer, baseUrl))
      fault(`${found} (${kind}, seed ${seed}, request ${nth})\n${told(draft)}\n${answer.text.slice(0, 300)}`);
  }

  const draw = (first: number) =>
    fc.sample(drawn, { seed: seed + first, numRuns: Math.min(CHUNK, requests - first) });
  for (let first = 0; first < requests; first += CHUNK) {
    const waiting = [...draw(first).entries()];
    const lane = async () => {
      for (let next = waiting.shift(); next !== undefined; next = waiting.shift())
        await one(first + next[0], next[1]);
    };
    await Promise.all(Array.from({ length: LANES }, lane));
  }

  const seconds = (performance.now() - started) / 1_000;
  const rowsAdded = grown(before, await traces.rows());
  if (accepted.size === 0 && Object.keys(rowsAdded).length > 0)
    fault(`rows were added and nothing was accepted: ${JSON.stringify(rowsAdded)}`);
  const acts = accepted.size * (ACTS_OF_ONE[endpoint.name] ?? 1);
  if ((rowsAdded.audit_entries ?? 0) > acts) fault("more acts were recorded than accepted");
  for (const nth of await traces.stored(run))
    if (!accepted.has(nth))
      fault(`request ${nth} was refused and left its mark in a database (seed ${seed})`);
  if (traces.logged(run)) fault("a mark stands in the log");
  if (limited > requests * MOST_LIMITED) fault(`limits answered ${limited} of ${requests}`);
  const whole = { endpoint: endpoint.name, requests, seconds: Math.round(seconds * 10) / 10 };
  return { ...whole, accepted: accepted.size, limited, statuses, rowsAdded, faults };
}

/** A request as somebody would try it again. */
function told({ method, address, headers, body, declared }: Parameters<typeof marked>[0]): string {
  const shown =
    typeof body === "string"
      ? body.slice(0, 600)
      : body && `${body.length} bytes: ${Buffer.from(body).toString("base64").slice(0, 400)}`;
  return `${method} ${address.slice(0, 300)} ${JSON.stringify(headers)} ${declared ?? ""}\n${shown ?? ""}`;
}
