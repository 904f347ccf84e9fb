import { connect, createServer, type Socket } from "node:net";
import { expect, it } from "vitest";
import { connectRegistry } from "@/db/connect";
import { listeningAt } from "@/server/room/listening";
import { tellRoom } from "@/server/room/notify";
import { newDatabase } from "@/tests/support/databases";

const CONSULTATION = "00000000-0000-4000-8000-000000000001";

/** Stands between a process and its database, and can let what is connected then go deaf: no word more, and no end. */
async function between(url: string) {
  const { hostname, port } = new URL(url);
  const passing = new Set<readonly [Socket, Socket]>();
  const server = createServer((near) => {
    const far = connect(Number(port), hostname);
    for (const [one, other] of [[near, far] as const, [far, near] as const]) {
      one.on("error", () => undefined);
      one.on("close", () => other.destroy());
      one.pipe(other);
    }
    passing.add([near, far]);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("no port was given");
  return {
    url: url.replace(`:${port}/`, `:${address.port}/`),
    deafen: () => {
      for (const [near, far] of passing) far.unpipe(near).resume();
    },
    close: () => {
      for (const pair of passing) for (const socket of pair) socket.destroy();
      server.close();
    },
  };
}

it("[V26] a process whose connection has gone deaf, which nobody tells it, hears again within seconds", async () => {
  const url = await newDatabase("registryCluster");
  const { db, end } = connectRegistry(url);
  const line = await between(url);
  const heard: (string | null)[] = [];
  const ear = listeningAt(line.url, db, (consultationId) => heard.push(consultationId));
  await expect.poll(() => heard, { timeout: 10_000 }).toContain(null);
  await tellRoom(db, CONSULTATION);
  await expect.poll(() => heard, { timeout: 10_000 }).toContain(CONSULTATION);
  line.deafen();
  heard.length = 0;
  await tellRoom(db, CONSULTATION);
  // As it looks every other second.
  const check = async () => {
    await ear.check();
    await tellRoom(db, CONSULTATION);
    return heard;
  };
  await expect.poll(check, { timeout: 20_000, interval: 1_000 }).toContain(CONSULTATION);
  // Whatever may have come meanwhile is to be read again.
  expect(heard[0]).toBeNull();
  ear.end();
  line.close();
  await end();
});
