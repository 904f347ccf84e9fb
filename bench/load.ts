import { readFileSync } from "node:fs";
import { Agent, request } from "node:http";

// A process of its own that sends what a file lists: lanes of request bodies, each lane one after another.
type Sent = { readonly path: string; readonly body: string };
export type Load = { readonly baseUrl: string; readonly lanes: readonly (readonly Sent[])[] };
export type LoadResult = {
  readonly seconds: number;
  readonly milliseconds: readonly number[];
  readonly failed: number;
};

const file = process.argv[2];
if (file === undefined) throw new Error("name the file that holds the load");
const { baseUrl, lanes } = JSON.parse(readFileSync(file, "utf8")) as Load; // written by `sendLoad`
const agent = new Agent({ keepAlive: true, maxSockets: lanes.length });

function send({ path, body }: Sent): Promise<boolean> {
  return new Promise((resolve) => {
    const asked = request(
      new URL(path, baseUrl),
      {
        method: "POST",
        agent,
        headers: { "content-type": "application/json", "content-length": Buffer.byteLength(body) },
      },
      (response) => {
        response.resume();
        response.on("end", () => resolve(response.statusCode === 200));
      },
    );
    asked.on("error", () => resolve(false));
    asked.end(body);
  });
}

const milliseconds: number[] = [];
let failed = 0;
const started = performance.now();
await Promise.all(
  lanes.map(async (lane) => {
    for (const sent of lane) {
      const before = performance.now();
      if (!(await send(sent))) failed += 1;
      milliseconds.push(performance.now() - before);
    }
  }),
);
const result: LoadResult = { seconds: (performance.now() - started) / 1_000, milliseconds, failed };
console.log(JSON.stringify(result));
agent.destroy();
