import { expect, it } from "vitest";
import { codeAnswers } from "@/bin/demo/themes";
import { chanceOf } from "@/bin/simulation/chance";
import { openAnswer } from "@/bin/simulation/open-answer";
import { openAnswers } from "@/db/ballot/schema";
import { themesOf } from "@/server/theme-releases/queries";
import { closedBench, ITEM } from "@/tests/support/bench";
import { ballotDatabase, registryDatabase } from "@/tests/support/databases";
import { smallQuestionnaire } from "@/tests/support/questionnaire";

const registry = await registryDatabase();
const ballot = await ballotDatabase();

it("[C47] the demonstration's rapporteur codes what the simulation writes, through the procedures, in words of their own", async () => {
  const bench = await closedBench(registry, ballot, 1);
  const chance = chanceOf("themes of the demonstration");
  const { consultationId, roundId } = bench.place;
  await ballot.insert(openAnswers).values(
    Array.from({ length: 200 }, () => {
      const { text, consent } = openAnswer(chance);
      return { roundId, itemId: ITEM, text, consent };
    }),
  );
  const rapporteur = await bench.somebody("rapporteur");
  await codeAnswers(bench.atBench(rapporteur), { consultationId, roundId }, smallQuestionnaire);
  const [released] = await themesOf(registry, consultationId);
  const table = released?.release.table;
  if (table?.kind !== "themes") throw new Error("two hundred answered");
  expect(table.answered).toBe(201);
  expect(table.themes).toHaveLength(9);
  expect(table.pooled).toBe(false);
});
