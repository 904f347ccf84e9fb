import { randomUUID } from "node:crypto";
import { eq } from "drizzle-orm";
import type { BallotDatabase } from "@/db/ballot/client";
import { openAnswers } from "@/db/ballot/schema";
import type { RegistryDatabase } from "@/db/registry/client";
import { added } from "@/domain/themes/changes";
import { type Change, type Codings, NO_CHANGE } from "@/domain/themes/coding";
import { closedBench } from "./bench";

export const EMPTY: Codings = { themes: [], codings: [] };

/** A closed round with twelve answers and as many notes as asked under the question of its open item. */
export async function notedBench(
  registry: RegistryDatabase,
  ballot: BallotDatabase,
  notes = 5,
  answers = 12,
) {
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
export async function codedBench(registry: RegistryDatabase, ballot: BallotDatabase) {
  const play = await notedBench(registry, ballot);
  const { answerIds, noteIds, change } = play;
  const [cost, slow] = [randomUUID(), randomUUID()];
  await change(added(cost, "Be open about money", EMPTY, [...answerIds.slice(0, 3), ...noteIds.slice(0, 3)]));
  await change(added(slow, "Go slowly", EMPTY, [...answerIds.slice(3, 5), ...noteIds.slice(3, 5)]));
  const aside = answerIds.slice(5, 11).map((answerId) => ({ answerId, themeId: null }));
  await change({ ...NO_CHANGE, set: aside });
  return { ...play, cost, slow };
}
