import { once } from "node:events";
import { join } from "node:path";
import type { Instance } from "@/bin/instance";
import { start, untilServed } from "@/bin/processes";
import { type Cluster, startCluster } from "@/db/embedded";
import type { Victim } from "./soak";

/** A victim that can be stopped in order at the end. */
export type Stoppable = Victim & { readonly stop: () => Promise<void> };

/** The web process of an instance, served from the production build. */
export async function webProcess({ baseUrl, env }: Instance): Promise<Stoppable> {
  const serve = async () => {
    const server = start(
      "next",
      ["start", "--hostname", "localhost", "--port", new URL(baseUrl).port],
      { ...process.env, ...env, NODE_ENV: "production" },
      "ignore",
    );
    const gone = once(server.child, "exit");
    await untilServed(`${baseUrl}/api/health`);
    return { ...server, gone };
  };
  let server = await serve();
  return {
    name: "web",
    // The group, since the command may have made processes of its own.
    kill: () => void process.kill(-(server.child.pid ?? 0), "SIGKILL"),
    restart: async () => {
      await server.gone;
      await server.stop();
      server = await serve();
    },
    stop: () => server.stop(),
  };
}

/** The ballot database of an instance that keeps its files under `home`. It comes back at the address that it had. */
export function ballotDatabase({ clusters, env }: Instance, home: string): Stoppable {
  const [, first = 0] = clusters;
  const port = Number(new URL(env.BALLOT_DATABASE_URL ?? "").port);
  let cluster: Cluster | undefined;
  return {
    name: "ballot database",
    // The server alone, as a person would who kills what they find; its processes notice and end by themselves.
    kill: () => void process.kill(cluster?.pid ?? first, "SIGKILL"),
    restart: async () => {
      await cluster?.stop();
      cluster = await startCluster(join(home, "ballot"), [], port);
    },
    stop: async () => void (await cluster?.stop()),
  };
}
