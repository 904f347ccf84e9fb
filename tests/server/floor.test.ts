import { randomUUID } from "node:crypto";
import { eq, sql } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { noteIds } from "@/app/(host)/consultations/[consultationId]/rounds/[roundId]/floor/note-ids";
import { auditEntries, floorCodings, floorNotes, rounds } from "@/db/registry/schema";
import { ballotDatabase, registryDatabase } from "@/tests/support/databases";
import { notedRound } from "@/tests/support/noted-round";

const registry = await registryDatabase();
const ballot = await ballotDatabase();

const PLAN = {
  level: "expert",
  timeZone: "UTC",
  opensAt: "2026-04-01T09:00",
  closesAt: "2026-04-20T18:00",
} as const;

const stage = () => notedRound(registry, ballot);

describe("notes from the floor", () => {
  it("[Z1] stand under an agenda question before its round opens, while it is open and after its close, for hosts and rapporteurs", async () => {
    const { note, asHost, asRapporteur, texts, roundId, as, place, somebody } = await stage();
    for (const [index, stageOf] of (["draft", "open", "closed"] as const).entries()) {
      await registry.update(rounds).set({ stage: stageOf }).where(eq(rounds.id, roundId));
      await (index === 1 ? asRapporteur : asHost).floor.add(note(`Said ${index}.`));
    }
    await asHost.floor.add(note("Elsewhere.", { agendaQuestionId: "q2" }));
    expect((await texts()).slice(0, 2)).toEqual([["Said 0.", "Said 1.", "Said 2."], ["Elsewhere."]]);
    expect(await asRapporteur.floor.notes(place)).toEqual(await asHost.floor.notes(place));
    const noteId = (await asHost.floor.notes(place)).questions[0]?.notes[0]?.id ?? "";
    for (const actor of [null, await somebody("observer")]) {
      const { floor } = as(actor);
      const acts = [
        floor.notes(place),
        floor.add(note("Said by a stranger.")),
        floor.edit({ ...place, noteId, version: 1, text: "Said otherwise.", asWritten: false }),
        floor.remove({ ...place, noteId, version: 1 }),
      ];
      for (const act of await Promise.allSettled(acts)) expect(act.status).toBe("rejected");
    }
    expect((await texts()).slice(0, 2)).toEqual([["Said 0.", "Said 1.", "Said 2."], ["Elsewhere."]]);
    await expect(asHost.floor.add(note("Nowhere.", { agendaQuestionId: "q9" }))).rejects.toMatchObject({
      code: "NOT_FOUND",
    });
  });

  it("[Z1] are read and written by nobody of another consultation, whatever round and note they name", async () => {
    const { note, asHost, texts, roundId } = await stage();
    const stranger = await stage();
    const said = note("Said.");
    await asHost.floor.add(said);
    const { consultationId } = stranger;
    const place = { consultationId, roundId };
    await expect(stranger.asHost.floor.notes(place)).rejects.toMatchObject({ code: "NOT_FOUND" });
    await expect(stranger.asHost.floor.add({ ...note("Added."), ...place })).rejects.toMatchObject({
      code: "NOT_FOUND",
    });
    const chosen = { ...place, noteId: said.noteId, version: 1 };
    const edit = { ...chosen, text: "Changed.", asWritten: false };
    await expect(stranger.asHost.floor.edit(edit)).rejects.toThrow(/changed or removed this note/);
    await expect(stranger.asHost.floor.remove(chosen)).rejects.toThrow(/changed or removed this note/);
    expect((await texts())[0]).toEqual(["Said."]);
  });

  it("[Z2] hold a text, and nothing of a person or a time; no entry of the log tells of them", async () => {
    const { note, asRapporteur, consultationId, place } = await stage();
    const entries = () => registry.$count(auditEntries, eq(auditEntries.consultationId, consultationId));
    const before = await entries();
    const sent = note("Costs come first.");
    const { noteId } = sent;
    await asRapporteur.floor.add(sent);
    await asRapporteur.floor.edit({ ...place, noteId, version: 1, text: "Costs first.", asWritten: false });
    await asRapporteur.floor.remove({ ...place, noteId, version: 2 });
    expect(await entries()).toBe(before);
    const columns = await registry.execute<{ name: string; type: string; fallback: string | null }>(sql`
      SELECT column_name AS name, data_type AS type, column_default AS fallback
      FROM information_schema.columns WHERE table_name IN ('floor_notes', 'floor_codings')`);
    expect([...new Set(columns.map(({ name }) => name))].toSorted()).toEqual([
      "agenda_question_id",
      "consultation_id",
      "id",
      "item_id",
      "note_id",
      "round_id",
      "text",
      "theme_id",
      "version",
    ]);
    expect(columns.filter(({ type }) => /time|date|serial/.test(type))).toEqual([]);
    expect(columns.flatMap(({ fallback }) => fallback ?? [])).toEqual(["1"]);
  });

  it("[Z3] are given in alphabetical order, in whatever order they were noted", async () => {
    const { note, asHost, texts } = await stage();
    for (const text of ["Third", "a first", "Second", "Élan"]) await asHost.floor.add(note(text));
    expect((await texts())[0]).toEqual(["a first", "Élan", "Second", "Third"]);
  });

  it("[Z4] are one note where the same is sent twice, and never replace another", async () => {
    const { note, asHost, asRapporteur, texts } = await stage();
    const sent = note("Costs come first.");
    await asHost.floor.add(sent);
    await asHost.floor.add(sent);
    await expect(asRapporteur.floor.add({ ...sent, text: "Costs come last." })).rejects.toThrow(/kept/);
    expect((await texts())[0]).toEqual(["Costs come first."]);
  });

  it("[Z4] a page sends the same text as the same note until it is kept, whatever became of the reply", async () => {
    const { note, asHost, texts } = await stage();
    const ids = noteIds(randomUUID);
    const send = (text: string) => asHost.floor.add(note(text, { noteId: ids.idOf(text) }));
    await send("Costs come first.");
    await send("Costs come first.");
    expect((await texts())[0]).toEqual(["Costs come first."]);
    ids.kept();
    await send("Costs come first.");
    await send("Costs come last.");
    expect((await texts())[0]).toEqual(["Costs come first.", "Costs come first.", "Costs come last."]);
  });

  it("[Z4] of another round are not taken for one of this", async () => {
    const { note, asHost, consultationId } = await stage();
    const sent = note("Costs come first.");
    await asHost.floor.add(sent);
    const { roundId } = await asHost.rounds.add({ consultationId, ...PLAN });
    await expect(asHost.floor.add({ ...sent, roundId })).rejects.toThrow(/kept/);
    const chosen = { consultationId, roundId, noteId: sent.noteId, version: 1 };
    await expect(asHost.floor.remove(chosen)).rejects.toThrow(/changed or removed this note/);
  });

  it("[Z5] two who edit or remove the same version never overwrite one another", async () => {
    const { note, asHost, asRapporteur, place, texts } = await stage();
    const sent = note("Costs come first.");
    await asHost.floor.add(sent);
    const edit = { ...place, noteId: sent.noteId, version: 1, asWritten: false };
    const done = await Promise.allSettled([
      asHost.floor.edit({ ...edit, text: "Costs come early." }),
      asRapporteur.floor.edit({ ...edit, text: "Costs come late." }),
      asRapporteur.floor.remove({ ...place, noteId: sent.noteId, version: 1 }),
    ]);
    expect(done.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    for (const one of done)
      if (one.status === "rejected") expect(String(one.reason)).toMatch(/changed or removed this note/);
    // What is left, if anything is, is taken back by whoever has seen it.
    const [left] = (await asHost.floor.notes(place)).questions[0]?.notes ?? [];
    if (left !== undefined) await asHost.floor.remove({ ...place, noteId: left.id, version: left.version });
    expect((await texts())[0]).toEqual([]);
    await expect(asHost.floor.edit({ ...edit, text: "Again." })).rejects.toThrow(/kept/);
  });

  it("[Z5] who has seen an older version neither edits nor removes what another has changed since", async () => {
    const { note, asHost, asRapporteur, place, texts } = await stage();
    const sent = note("Costs come first.");
    await asHost.floor.add(sent);
    const { noteId } = sent;
    const edit = (version: number, text: string) => ({ ...place, noteId, version, text, asWritten: false });
    expect(await asHost.floor.edit(edit(1, "Costs come early."))).toEqual({ version: 2 });
    const changed = /changed or removed this note/;
    await expect(asRapporteur.floor.edit(edit(1, "Costs come late."))).rejects.toThrow(changed);
    await expect(asRapporteur.floor.remove({ ...place, noteId, version: 1 })).rejects.toThrow(changed);
    expect((await texts())[0]).toEqual(["Costs come early."]);
    expect(await asRapporteur.floor.edit(edit(2, "Costs come late."))).toEqual({ version: 3 });
    await expect(asHost.floor.remove({ ...place, noteId, version: 2 })).rejects.toThrow(changed);
    expect((await texts())[0]).toEqual(["Costs come late."]);
  });

  it("[Z6] are kept with a passage that could tell who spoke only once that is decided, when added and when edited", async () => {
    const { note, asRapporteur, place, texts } = await stage();
    const telling = note("The delegation of Malaysia would go slowly.");
    await expect(asRapporteur.floor.add(telling)).rejects.toThrow(/“The delegation of”, “Malaysia”/);
    expect((await texts())[0]).toEqual([]);
    const long = `${"Costs come first. ".repeat(100)}${telling.text}`;
    await expect(asRapporteur.floor.add({ ...telling, text: long })).rejects.toThrow(/“Malaysia”/);
    await asRapporteur.floor.add({ ...telling, text: "Go slowly." });
    const edit = { ...place, noteId: telling.noteId, version: 1, text: "Our delegation would go slowly." };
    await expect(asRapporteur.floor.edit({ ...edit, asWritten: false })).rejects.toThrow(/“Our delegation”/);
    await asRapporteur.floor.edit({ ...edit, asWritten: true });
    expect((await texts())[0]).toEqual(["Our delegation would go slowly."]);
  });

  it("[Z7] under a question that the round asks no longer are still shown, and none is added", async () => {
    const { note, asHost, place, roundId } = await stage();
    await asHost.floor.add(note("Said."));
    const [round] = await registry.select().from(rounds).where(eq(rounds.id, roundId));
    if (round === undefined) throw new Error("no round");
    const { questionnaire } = round;
    const agendaQuestions = questionnaire.agendaQuestions.filter(({ id }) => id !== "q1");
    await registry
      .update(rounds)
      .set({ questionnaire: { ...questionnaire, agendaQuestions } })
      .where(eq(rounds.id, roundId));
    const { questions } = await asHost.floor.notes(place);
    expect(questions.at(-1)).toMatchObject({ id: "q1", text: null, notes: [{ text: "Said." }] });
    await expect(asHost.floor.add(note("More."))).rejects.toMatchObject({ code: "NOT_FOUND" });
  });

  it("[Z8] follow a round that goes on under another id, what is coded of them too, and are deleted with their round and consultation", async () => {
    const { note, asHost, place, consultationId, roundId } = await stage();
    const said = note("Said.");
    await asHost.floor.add(said);
    const coded = { consultationId, noteId: said.noteId, itemId: "why", themeId: null };
    await registry.insert(floorCodings).values({ ...coded, roundId });
    const next = randomUUID();
    await registry.update(rounds).set({ id: next }).where(eq(rounds.id, roundId));
    const { questions } = await asHost.floor.notes({ ...place, roundId: next });
    expect(questions[0]?.notes).toMatchObject([{ text: "Said." }]);
    expect(await registry.$count(floorCodings, eq(floorCodings.roundId, next))).toBe(1);
    const { roundId: dropped } = await asHost.rounds.add({ consultationId, ...PLAN });
    const { questionnaire } = { ...(await registry.select().from(rounds).where(eq(rounds.id, next)))[0] };
    await registry.update(rounds).set({ questionnaire }).where(eq(rounds.id, dropped));
    await asHost.floor.add(note("Said of the second.", { roundId: dropped }));
    await asHost.rounds.remove({ consultationId, roundId: dropped });
    expect(await registry.$count(floorNotes, eq(floorNotes.consultationId, consultationId))).toBe(1);
    await asHost.consultations.delete({ consultationId, title: "A test" });
    expect(await registry.$count(floorNotes, eq(floorNotes.consultationId, consultationId))).toBe(0);
    expect(await registry.$count(floorCodings, eq(floorCodings.consultationId, consultationId))).toBe(0);
  });
});
