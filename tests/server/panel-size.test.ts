import { eq } from "drizzle-orm";
import { expect, it } from "vitest";
import { issuance, seats } from "@/db/registry/schema";
import { ballotDatabase, registryDatabase } from "@/tests/support/databases";
import { scene } from "@/tests/support/scene";

const registry = await registryDatabase();
const ballot = await ballotDatabase();

it("[Q56] hosts are told of this panel alone: the seats of each regional group, invited and enrolled", async () => {
  const other = await scene(registry, ballot, 3);
  const play = await scene(registry, ballot, 2);
  const { consultationId, roundId, host } = play;
  const caller = play.as(host);
  await caller.panel.import({ consultationId, text: "Ghana\nKenya\nFrance" });
  const [enrolled] = await registry.select().from(seats).where(eq(seats.delegation, "Ghana"));
  if (enrolled === undefined) throw new Error("Ghana has a seat");
  const issued = {
    seatId: enrolled.id,
    generation: 0,
    blinded: new Uint8Array([1]),
    signature: new Uint8Array([2]),
  };
  await registry
    .insert(issuance)
    .values([roundId, other.roundId].map((round) => ({ ...issued, roundId: round })));

  const { panel } = await caller.questionnaires.read({ consultationId, roundId });
  expect(panel).toEqual({
    invited: { seats: 5, byGroup: { african: 2, westernEuropeanOthers: 1 } },
    enrolled: { seats: 1, byGroup: { african: 1, westernEuropeanOthers: 0 } },
  });
  const { next } = await caller.consultations.overview({ consultationId });
  expect(next?.prospect).toMatchObject({ counted: "invited", seats: 5, spare: null });
});
