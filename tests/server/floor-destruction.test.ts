import { randomUUID } from "node:crypto";
import { eq, sql } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { themes } from "@/db/ballot/schema";
import { floorCodings, floorNotes } from "@/db/registry/schema";
import { added } from "@/domain/themes/changes";
import { ballotDatabase, registryDatabase } from "@/tests/support/databases";
import { codedBench, EMPTY, notedBench } from "@/tests/support/noted-bench";

const registry = await registryDatabase();
const ballot = await ballotDatabase();
const noted = (notes = 5, answers = 12) => notedBench(registry, ballot, notes, answers);
const codedPlay = () => codedBench(registry, ballot);

describe("the end of the notes", () => {
  const left = async (consultationId: string) => [
    await registry.$count(floorNotes, eq(floorNotes.consultationId, consultationId)),
    await registry.$count(floorCodings, eq(floorCodings.consultationId, consultationId)),
  ];

  it("[Z18] comes with that of the open answers, on their day; nothing is noted from then on, and other consultations keep theirs", async () => {
    const { bench, place, clock, note, atBench, host } = await codedPlay();
    const other = await codedPlay();
    const files = () =>
      registry.execute(
        sql`SELECT pg_relation_filenode('floor_notes') AS notes, pg_relation_filenode('floor_codings') AS codings`,
      );
    const [before] = await files();
    const { destruction } = await bench.bench(place);
    clock.now = new Date(Date.parse(destruction?.at ?? ""));
    await expect(note("Too late.")).rejects.toThrow(/nothing can be noted/);
    expect(await left(place.consultationId)).toEqual([5, 5]);
    expect(await atBench(host).notes(place)).toEqual([]);
    expect(await left(place.consultationId)).toEqual([0, 0]);
    expect(await left(other.place.consultationId)).toEqual([5, 5]);
    // What was written over lies in the files that held it, which go too.
    const [after] = await files();
    for (const of of ["notes", "codings"]) expect(after?.[of]).not.toBe(before?.[of]);
  });

  it("[Z18] comes where there were notes and no answer, and again for what a later discussion brought", async () => {
    const { bench, place, note, change, noteIds } = await noted(3, 0);
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
