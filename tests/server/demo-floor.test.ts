import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { noteFromFloor } from "@/bin/demo/floor";
import { FIRST_WORKSHOP, SECOND_WORKSHOP } from "@/bin/demo/notes";
import { codeAnswers } from "@/bin/demo/themes";
import { chanceOf } from "@/bin/simulation/chance";
import { openAnswer } from "@/bin/simulation/open-answer";
import { openAnswers } from "@/db/ballot/schema";
import { rounds } from "@/db/registry/schema";
import { itemsOf } from "@/domain/questionnaire/questionnaire";
import { dsr2011Questionnaire } from "@/domain/questionnaire/template-dsr-2011";
import { themesOf } from "@/server/theme-releases/queries";
import { closedBench } from "@/tests/support/bench";
import { ballotDatabase, registryDatabase } from "@/tests/support/databases";

const registry = await registryDatabase();
const ballot = await ballotDatabase();

const openItems = itemsOf(dsr2011Questionnaire).flatMap(({ id, kind }) => (kind === "text" ? [id] : []));

/** A closed round of the demonstration's template, with simulated open answers, and its rapporteur. */
async function workshop() {
  const bench = await closedBench(registry, ballot, 1);
  const { consultationId, roundId } = bench.place;
  await registry.update(rounds).set({ questionnaire: dsr2011Questionnaire }).where(eq(rounds.id, roundId));
  const chance = chanceOf("notes of the demonstration");
  await ballot.insert(openAnswers).values(
    openItems.flatMap((itemId) =>
      Array.from({ length: 40 }, () => {
        const { text, consent } = openAnswer(chance);
        return { roundId, itemId, text, consent };
      }),
    ),
  );
  const rapporteur = await bench.somebody("rapporteur");
  const { floor } = bench.as(rapporteur);
  return { round: { consultationId, roundId }, floor, themes: bench.atBench(rapporteur) };
}

describe("notes from the floor in the demonstration", () => {
  it.each([
    ["first", FIRST_WORKSHOP],
    ["second", SECOND_WORKSHOP],
  ])(
    "[Z20] the rapporteur notes what was said in the %s workshop under every question, and nobody can be told from it",
    async (_, said) => {
      const { floor, round } = await workshop();
      await noteFromFloor({ floor }, round, said);
      const { questions } = await floor.notes(round);
      expect(questions.map(({ id }) => id)).toEqual(dsr2011Questionnaire.agendaQuestions.map(({ id }) => id));
      for (const { notes } of questions) expect([2, 3, 4]).toContain(notes.length);
    },
  );

  it("[Z20] under each open item of the first round a theme of its answers is counted from the floor", async () => {
    const { floor, round, themes } = await workshop();
    await noteFromFloor({ floor }, round, FIRST_WORKSHOP);
    await codeAnswers(themes, round, dsr2011Questionnaire);
    const released = await themesOf(registry, round.consultationId);
    expect(released.map(({ itemId }) => itemId).toSorted()).toEqual(openItems.toSorted());
    for (const { release } of released) {
      const wordings =
        release.table.kind === "themes" ? release.table.themes.map(({ wording }) => wording) : [];
      const noted = release.floor?.themes.map(({ wording }) => wording) ?? [];
      expect(noted.length).toBeGreaterThan(0);
      expect(wordings).toEqual(expect.arrayContaining(noted));
    }
  });
});
