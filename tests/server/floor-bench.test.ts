import { randomUUID } from "node:crypto";
import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { codings } from "@/db/ballot/schema";
import { floorCodings, rounds } from "@/db/registry/schema";
import { added, merged, setAside, split, toggled } from "@/domain/themes/changes";
import { NO_CHANGE } from "@/domain/themes/coding";
import { countsOf } from "@/domain/themes/progress";
import { themesOf } from "@/server/theme-releases/queries";
import { ballotDatabase, registryDatabase } from "@/tests/support/databases";
import { codedBench, EMPTY, notedBench } from "@/tests/support/noted-bench";
import { smallQuestionnaire } from "@/tests/support/questionnaire";

const registry = await registryDatabase();
const ballot = await ballotDatabase();
const noted = (notes = 5, answers = 12) => notedBench(registry, ballot, notes, answers);
const codedPlay = () => codedBench(registry, ballot);

describe("coding notes at the bench", () => {
  it("[Z9] the notes of an item's question are shown to whoever codes, those of another question and round are not", async () => {
    const { bench, place, note, noteIds, somebody, atBench } = await noted(2);
    await note("Under the first question.", "q1");
    const shown = await bench.notes(place);
    expect(shown.map(({ id }) => id)).toEqual(noteIds);
    expect(await bench.notes({ ...place, itemId: "support" })).toEqual([]);
    await expect(atBench(await somebody("observer")).notes(place)).rejects.toThrow();
  });

  it("[Z3] they stand there in alphabetical order too, in whatever order they were noted", async () => {
    const { bench, place, note } = await noted(0);
    for (const text of ["Third", "a first", "Second"]) await note(text);
    expect((await bench.notes(place)).map(({ text }) => text)).toEqual(["a first", "Second", "Third"]);
  });

  it("[Z9] a note of another question, and one of another consultation, is never coded", async () => {
    const { change, note, coded } = await noted(1);
    const elsewhere = await noted(1);
    const strange = [await note("Under the first question.", "q1"), elsewhere.noteIds[0] ?? ""];
    const id = randomUUID();
    await change(added(id, "Be open about money", EMPTY, strange));
    expect((await coded()).notes.codings).toEqual([]);
    expect(await registry.$count(floorCodings, eq(floorCodings.themeId, id))).toBe(0);
  });

  it("[Z9] a note is coded under each open item of its question by itself", async () => {
    const { bench, place, noteIds } = await noted(1);
    const agendaQuestions = smallQuestionnaire.agendaQuestions.map((question) => ({
      ...question,
      items: question.items.flatMap((item) =>
        item.id === place.itemId ? [item, { ...item, id: "how" }] : [item],
      ),
    }));
    await registry
      .update(rounds)
      .set({ questionnaire: { agendaQuestions } })
      .where(eq(rounds.id, place.roundId));
    const other = { ...place, itemId: "how" };
    const aside = [{ answerId: noteIds[0] ?? "", themeId: null }];
    await bench.change({ ...place, change: { ...NO_CHANGE, set: aside } });
    expect((await bench.coding(other)).noted).toEqual([]);
    await bench.change({ ...other, change: { ...NO_CHANGE, set: aside } });
    await bench.change({ ...place, change: { ...NO_CHANGE, clear: aside } });
    expect((await bench.coding(place)).noted).toEqual([]);
    expect((await bench.coding(other)).noted).toEqual(aside);
  });

  it("[Z9] every act on answers and notes has an inverse that gives back what was there before", async () => {
    const { change, coded, state, cost, slow, answerIds, noteIds } = await codedPlay();
    const { answers: ofAnswers, notes: ofNotes } = await coded();
    const was = await state();
    const [note = "", another = ""] = noteIds;
    const acts = [
      toggled(ofNotes, note, cost),
      toggled(ofNotes, note, slow),
      setAside(ofNotes, another),
      added(randomUUID(), "Wait and see", ofNotes, [note, answerIds[6] ?? ""]),
      split(cost, randomUUID(), "Say early what it costs", [note, answerIds[0] ?? ""]),
      merged(ofAnswers, [cost, slow], "Be open about money"),
      { ...NO_CHANGE, remove: [cost] },
    ];
    for (const act of acts) {
      const undo = await change(act);
      expect(await state()).not.toEqual(was);
      await change(undo ?? NO_CHANGE);
      expect(await state()).toEqual(was);
    }
  });

  it("[Z10] stands in a database of its own: of a note the box knows nothing, of an answer the registry nothing", async () => {
    const { cost, coded, noteIds, answerIds } = await codedPlay();
    const inBox = await ballot.select().from(codings).where(eq(codings.themeId, cost));
    const inRegistry = await registry.select().from(floorCodings).where(eq(floorCodings.themeId, cost));
    expect(inBox.map(({ answerId }) => answerId).toSorted()).toEqual(answerIds.slice(0, 3).toSorted());
    expect(inRegistry.map(({ noteId }) => noteId).toSorted()).toEqual(noteIds.slice(0, 3).toSorted());
    const { answers: ofAnswers, notes: ofNotes } = await coded();
    expect([countsOf(ofAnswers).get(cost), countsOf(ofNotes).get(cost)]).toEqual([3, 3]);
  });

  it("[Z11] undoing a theme leaves it to the notes that others coded with it meanwhile", async () => {
    const { change, noteIds, answerIds, state } = await noted();
    const id = randomUUID();
    const undo = await change(added(id, "Be open about money", EMPTY, answerIds.slice(0, 1)));
    await change({ ...NO_CHANGE, set: [{ answerId: noteIds[0] ?? "", themeId: id }] });
    await change(undo ?? NO_CHANGE);
    expect(await state()).toMatchObject({
      themes: [{ id }],
      answers: [],
      notes: [`${noteIds[0]} ${id}`],
    });
  });

  it("[Z11] what is coded of a note goes when the note is removed", async () => {
    const { as, host, place, noteIds, state } = await codedPlay();
    const { consultationId, roundId } = place;
    const noteId = noteIds[0] ?? "";
    await as(host).floor.remove({ consultationId, roundId, noteId, version: 1 });
    expect((await state()).notes.some((key) => key.startsWith(noteId))).toBe(false);
  });

  it("[Z12] while two code apart notes are neither coded nor is shown what was coded of them", async () => {
    const { change, bench, atBench, somebody, place, noteIds, cost, coded, state } = await codedPlay();
    const before = await state();
    const second = atBench(await somebody("rapporteur"));
    await second.takeSecondPlace(place);
    for (const who of [bench, second]) {
      expect((await coded(who)).notes.codings).toEqual([]);
      const set = [{ answerId: noteIds[4] ?? "", themeId: cost }];
      await expect(change({ ...NO_CHANGE, set }, who)).rejects.toThrow(/settled their differences/);
    }
    const set = [...(await coded(bench)).answers.codings];
    await change({ ...NO_CHANGE, set }, second);
    await bench.sayDone(place);
    await second.sayDone(place);
    // Nor while they compare.
    for (const who of [bench, second]) {
      expect((await coded(who)).notes.codings).toEqual([]);
      const one = [{ answerId: noteIds[4] ?? "", themeId: cost }];
      await expect(change({ ...NO_CHANGE, set: one }, who)).rejects.toThrow(/settled their differences/);
    }
    await bench.settle(place);
    expect((await state()).notes).toEqual(before.notes);
  });
});

describe("the release of themes with notes", () => {
  it("[Z13] waits until every note is coded or set aside, and counts them apart", async () => {
    const { bench, place, note, change } = await codedPlay();
    const late = await note("Said after all others.");
    await expect(bench.release(place)).rejects.toThrow(/One note from the floor is still to code/);
    await change({ ...NO_CHANGE, set: [{ answerId: late, themeId: null }] });
    await bench.release(place);
    const [{ release } = { release: null }] = await themesOf(registry, place.consultationId);
    expect(release?.table).toMatchObject({
      answered: 12,
      themes: [{ wording: "Be open about money", raised: { count: 3 } }],
      pooled: true,
    });
    expect(release?.floor).toMatchObject({
      themes: [{ wording: "Be open about money", noted: 3 }],
      pooled: true,
    });
    expect(JSON.stringify(release)).not.toMatch(/Go slowly|Said/);
    const { released } = await bench.coding(place);
    expect([released?.table, released?.floor]).toEqual([release?.table, release?.floor]);
  });

  it("[Z15] without notes, and with notes that hold nothing to reflect, a release has no figure of the floor", async () => {
    for (const notes of [0, 2]) {
      const { bench, place, change, answerIds, noteIds } = await noted(notes);
      const aside = [...answerIds.slice(0, 11), ...noteIds].map((answerId) => ({ answerId, themeId: null }));
      await change({ ...NO_CHANGE, set: aside });
      await bench.release(place);
      const [{ release } = { release: null }] = await themesOf(registry, place.consultationId);
      expect(Object.keys(release ?? {}).toSorted()).toEqual(["rules", "table", "version"]);
    }
  });

  it("[Z19] an item to which nobody wrote is coded and released with what was said", async () => {
    const { bench, place, change, noteIds } = await noted(3, 0);
    await change(added(randomUUID(), "Be open about money", EMPTY, noteIds));
    await bench.release(place);
    const [{ release } = { release: null }] = await themesOf(registry, place.consultationId);
    expect(release?.table).toEqual({ kind: "tooFew", answered: 0 });
    expect(release?.floor?.themes).toMatchObject([{ noted: 3 }]);
  });
});
