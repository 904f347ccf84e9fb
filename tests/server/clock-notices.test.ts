import { eq } from "drizzle-orm";
import { expect, it } from "vitest";
import { deliveries, mailings, seatAddresses, seats } from "@/db/registry/schema";
import { lookAtTheClock } from "@/server/releases/clock";
import { clockOf, roundOnTheClock } from "@/tests/support/clock";
import { ballotDatabase, registryDatabase } from "@/tests/support/databases";

const registry = await registryDatabase();
const ballot = await ballotDatabase();
const HOUR = 3_600_000;

it("[K30] an extension, by hand or by the rule, and a withdrawal are told to every seat that has an address", async () => {
  const play = await roundOnTheClock(registry, ballot, 0);
  const { consultationId, roundId, host, closesAt } = play;
  const panel = await registry.select().from(seats).where(eq(seats.consultationId, consultationId));
  await registry
    .insert(seatAddresses)
    .values(
      panel.slice(0, 3).map(({ id }, index) => ({ seatId: id, address: `seat-${index}@mission.example` })),
    );
  const made = async () => {
    const rows = await registry.select().from(mailings).where(eq(mailings.consultationId, consultationId));
    return rows.map(({ kind }) => kind).toSorted();
  };
  const later = new Date(closesAt.getTime() + HOUR).toISOString();
  await play.as(host).conduct.extendRound({ consultationId, roundId, closesAt: later });
  expect(await made()).toEqual(["extended"]);
  play.at(HOUR);
  await lookAtTheClock(clockOf(play, registry, ballot), consultationId);
  expect(await made()).toEqual(["extended", "extended"]);
  const withdrawal = { reason: "A word was missing.", copyHours: 24 };
  await play.as(host).errata.withdraw({ consultationId, roundId, ...withdrawal });
  expect(await made()).toEqual(["corrected", "extended", "extended"]);
  const [corrected] = await registry.select().from(mailings).where(eq(mailings.kind, "corrected"));
  expect(corrected?.note).toContain("A word was missing.");
  expect(await registry.select().from(deliveries)).toHaveLength(9);
});

it("[M32] a withdrawal is told with its date as the rest of the mail writes dates", async () => {
  const [corrected] = await registry.select().from(mailings).where(eq(mailings.kind, "corrected"));
  // Day before month, as in the rest of the mail.
  expect(corrected?.note).toMatch(
    /kept for you alone until [A-Z][a-z]+ \d{1,2} [A-Z][a-z]+ \d{4}, \d\d:\d\d in .* UTC\)/,
  );
});
