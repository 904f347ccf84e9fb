import { randomUUID } from "node:crypto";
import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { codings, openAnswers, themes } from "@/db/ballot/schema";
import { floorCodings, floorNotes } from "@/db/registry/schema";
import { added, merged, setAside, split, toggled } from "@/domain/themes/changes";
import { type Change, type Codings, NO_CHANGE } from "@/domain/themes/coding";
import { countsOf } from "@/domain/themes/progress";
import { themesOf } from "@/server/theme-releases/queries";
import { closedBench } from "@/tests/support/bench";
import { ballotDatabase, registryDatabase } from "@/tests/support/databases";

const registry = await registryDatabase();
const ballot = await ballotDatabase();
const EMPTY: Codings = { themes: [], codings: [] };

/** A closed round with twelve answers and as many notes as asked under the question of its open item. */
async function notedBench(notes = 5, answers = 12) {
  const bench = await closedBench(registry, ballot, Math.max(answers, 1));
  if (answers === 0) await ballot.delete(openAnswers).where(eq(openAnswers.roundId, bench.roundId));
  const { place, host, as } = bench;
  const { consultationId, roundId } = place;
  const question = "q2";
  const note = async (text: string, agendaQuestionId = question) => {
    const noteId = randomUUID();
    await as(host).floor.add({ consultationId, roundId, noteId, agendaQuestionId, text, asWritten: false });
    return noteId;
  };
  const noteIds: string[] = [];
  for (let index = 0; index < notes; index += 1)
    noteIds.push(await note(`Said in the room, point ${index}.`));
  const atBench = bench.atBench(host);
  const change = async (made: Change, who = atBench) => (await who.change({ ...place, change: made })).undo;
  const coded = async (who = atBench) => {
    const { codings: ofAnswers, noted } = await who.coding(place);
    return { answers: ofAnswers, notes: { themes: ofAnswers.themes, codings: noted } };
  };
  /** Themes, and what is coded of answers and of notes, in an order that does not matter. */
  const state = async () => {
    const { answers: of, notes: said } = await coded();
    const keys = (all: Codings) =>
      all.codings.map(({ answerId, themeId }) => `${answerId} ${themeId}`).toSorted();
    return { themes: of.themes, answers: keys(of), notes: keys(said) };
  };
  return { ...bench, bench: atBench, note, noteIds, change, coded, state };
}

/** One theme with three answers and three notes, another with two of each; all else is set aside. */
async function codedBench() {
  const play = await notedBench();
  const { answerIds, noteIds, change } = play;
  const [cost, slow] = [randomUUID(), randomUUID()];
  await change(added(cost, "Be open about money", EMPTY, [...answerIds.slice(0, 3), ...noteIds.slice(0, 3)]));
  await change(added(slow, "Go slowly", EMPTY, [...answerIds.slice(3, 5), ...noteIds.slice(3, 5)]));
  const aside = answerIds.slice(5, 11).map((answerId) => ({ answerId, themeId: null }));
  await change({ ...NO_CHANGE, set: aside });
  return { ...play, cost, slow };
}

describe("coding notes at the bench", () => {
  it("[Z9] the notes of an item's question are shown to whoever codes, those of another question and round are not", async () => {
    const { bench, place, note, noteIds, somebody, atBench } = await notedBench(2);
    await note("Under the first question.", "q1");
    const shown = await bench.notes(place);
    expect(shown.map(({ id }) => id)).toEqual(noteIds);
    expect(await bench.notes({ ...place, itemId: "support" })).toEqual([]);
    await expect(atBench(await somebody("observer")).notes(place)).rejects.toThrow();
  });

  it("[Z9] a note of another question, and one of another consultation, is never coded", async () => {
    const { change, note, coded } = await notedBench(1);
    const elsewhere = await notedBench(1);
    const strange = [await note("Under the first question.", "q1"), elsewhere.noteIds[0] ?? ""];
    const id = randomUUID();
    await change(added(id, "Be open about money", EMPTY, strange));
    expect((await coded()).notes.codings).toEqual([]);
    expect(await registry.$count(floorCodings, eq(floorCodings.themeId, id))).toBe(0);
  });

  it("[Z9] every act on answers and notes has an inverse that gives back what was there before", async () => {
    const { change, coded, state, cost, slow, answerIds, noteIds } = await codedBench();
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
    const { cost, coded, noteIds, answerIds } = await codedBench();
    const inBox = await ballot.select().from(codings).where(eq(codings.themeId, cost));
    const inRegistry = await registry.select().from(floorCodings).where(eq(floorCodings.themeId, cost));
    expect(inBox.map(({ answerId }) => answerId).toSorted()).toEqual(answerIds.slice(0, 3).toSorted());
    expect(inRegistry.map(({ noteId }) => noteId).toSorted()).toEqual(noteIds.slice(0, 3).toSorted());
    const { answers: ofAnswers, notes: ofNotes } = await coded();
    expect([countsOf(ofAnswers).get(cost), countsOf(ofNotes).get(cost)]).toEqual([3, 3]);
  });

  it("[Z11] undoing a theme leaves it to the notes that others coded with it meanwhile", async () => {
    const { change, noteIds, answerIds, state } = await notedBench();
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
    const { as, host, place, noteIds, state } = await codedBench();
    const { consultationId, roundId } = place;
    const noteId = noteIds[0] ?? "";
    await as(host).floor.remove({ consultationId, roundId, noteId, version: 1 });
    expect((await state()).notes.some((key) => key.startsWith(noteId))).toBe(false);
  });

  it("[Z12] while two code apart notes are neither coded nor is shown what was coded of them", async () => {
    const { change, bench, atBench, somebody, place, noteIds, cost, coded, state } = await codedBench();
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
    await bench.settle(place);
    expect((await state()).notes).toEqual(before.notes);
  });
});

describe("the release of themes with notes", () => {
  it("[Z13] waits until every note is coded or set aside, and counts them apart", async () => {
    const { bench, place, note, change } = await codedBench();
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
      const { bench, place, change, answerIds, noteIds } = await notedBench(notes);
      const aside = [...answerIds.slice(0, 11), ...noteIds].map((answerId) => ({ answerId, themeId: null }));
      await change({ ...NO_CHANGE, set: aside });
      await bench.release(place);
      const [{ release } = { release: null }] = await themesOf(registry, place.consultationId);
      expect(Object.keys(release ?? {}).toSorted()).toEqual(["rules", "table", "version"]);
    }
  });

  it("[Z19] an item to which nobody wrote is coded and released with what was said", async () => {
    const { bench, place, change, noteIds } = await notedBench(3, 0);
    await change(added(randomUUID(), "Be open about money", EMPTY, noteIds));
    await bench.release(place);
    const [{ release } = { release: null }] = await themesOf(registry, place.consultationId);
    expect(release?.table).toEqual({ kind: "tooFew", answered: 0 });
    expect(release?.floor?.themes).toMatchObject([{ noted: 3 }]);
  });
});

describe("the end of the notes", () => {
  const left = async (consultationId: string) => [
    await registry.$count(floorNotes, eq(floorNotes.consultationId, consultationId)),
    await registry.$count(floorCodings, eq(floorCodings.consultationId, consultationId)),
  ];

  it("[Z18] comes with that of the open answers, on their day; nothing is noted from then on, and other consultations keep theirs", async () => {
    const { bench, place, clock, note, atBench, host } = await codedBench();
    const other = await codedBench();
    const { destruction } = await bench.bench(place);
    clock.now = new Date(Date.parse(destruction?.at ?? ""));
    await expect(note("Too late.")).rejects.toThrow(/nothing can be noted/);
    expect(await left(place.consultationId)).toEqual([5, 5]);
    expect(await atBench(host).notes(place)).toEqual([]);
    expect(await left(place.consultationId)).toEqual([0, 0]);
    expect(await left(other.place.consultationId)).toEqual([5, 5]);
  });

  it("[Z18] comes where there were notes and no answer, and again for what a later discussion brought", async () => {
    const { bench, place, note, change, noteIds } = await notedBench(3, 0);
    await change(added(randomUUID(), "Be open about money", EMPTY, noteIds));
    await expect(bench.destroy(place)).rejects.toThrow(/not in any release/);
    await bench.release(place);
    await bench.destroy(place);
    expect(await left(place.consultationId)).toEqual([0, 0]);
    expect(await ballot.$count(themes, eq(themes.roundId, place.roundId))).toBe(0);
    await note("Said in a discussion after it.");
    await bench.destroy(place);
    expect(await left(place.consultationId)).toEqual([0, 0]);
  });
});
