import { eq } from "drizzle-orm";
import { afterAll } from "vitest";
import { connectRegistry } from "@/db/connect";
import { seatAddresses, seats } from "@/db/registry/schema";
import { startJobs } from "@/server/jobs/work";
import { mailerFor } from "@/server/mail/mailer";
import { mailWork } from "@/server/mail/work";
import { newToken } from "@/server/panel/links";
import { ballotDatabase, newDatabase } from "./databases";
import { mailServer, type Refusing } from "./mail-server";
import { scene } from "./scene";

/** A consultation whose seats have addresses, with a mail server and a process that sends. Call once, at the top of a file. */
export async function postedScene(seatCount: number) {
  const url = await newDatabase("registryCluster");
  const { db: registry, end } = connectRegistry(url);
  /** What the server replies to an address, as a test says. */
  const refusals = new Map<string, Refusing>();
  const post = await mailServer({ refuses: (address) => refusals.get(address) ?? null });
  const play = await scene(registry, await ballotDatabase(), seatCount);
  const panel = await registry.select().from(seats).where(eq(seats.consultationId, play.consultationId));
  const addressOf = (delegation: string) => `${delegation.toLowerCase().replace(" ", "-")}@mission.example`;
  await registry
    .insert(seatAddresses)
    .values(panel.map(({ id, delegation }) => ({ seatId: id, address: addressOf(delegation) })));
  const mailer = mailerFor({ SMTP_URL: post.url, AUTH_EMAIL_FROM: "Tour de Table <no-reply@tour.example>" });
  const posting = { db: registry, mailer, publicUrl: "https://tour-de-table.example", newToken };
  const running: { stop: () => Promise<void> }[] = [];
  afterAll(async () => {
    await Promise.all(running.map(({ stop }) => stop()));
    mailer.close();
    await post.stop();
    await end();
  });
  return {
    registry,
    play,
    panel,
    post,
    refusals,
    addressOf,
    asHost: () => play.as(play.host),
    seatNamed: (delegation: string) => panel.find((seat) => seat.delegation === delegation)?.id ?? "",
    startSending: async () => {
      running.push(await startJobs(url, mailWork(posting), () => play.clock.now));
    },
  };
}
