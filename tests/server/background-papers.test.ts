import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { backgroundPieces, issuance, rounds, seats } from "@/db/registry/schema";
import { MOST_PAPERS } from "@/domain/background-papers/background-paper";
import { streamOf } from "@/server/background-papers/files";
import { bytesOf, hashOf, incoming, pdfFile } from "@/tests/support/background-files";
import { ballotDatabase, registryDatabase } from "@/tests/support/databases";
import { storedEntries } from "@/tests/support/log-tampering";
import { scene } from "@/tests/support/scene";

const registry = await registryDatabase();
const ballot = await ballotDatabase();

const FILE = pdfFile(300_000);
const TEXT = Buffer.from("# Note\n\nReform is national first.\n");

/** A consultation in preparation, and its host's acts on the papers of its round. */
async function desk(seatCount = 0) {
  const play = await scene(registry, ballot, seatCount);
  const { consultationId, roundId, slug } = play;
  const round = { consultationId, roundId };
  const { backgroundPapers: acts } = play.as(play.host);
  const everybody = play.as(null).backgroundPapers;
  return {
    ...{ play, round, slug, acts, everybody },
    add: (title: string, file: Uint8Array = TEXT) =>
      acts.add({ ...round, title, language: "fr", file: incoming(file) }),
    shown: async () => (await acts.desk(round)).papers,
    titles: async () =>
      (await everybody.ofConsultation({ slug })).flatMap(({ papers }) => papers.map(({ title }) => title)),
    /** A paper as its host has just seen it. */
    seen: async (title: string) => {
      const paper = (await acts.desk(round)).papers.find((one) => one.title === title);
      return { ...round, paperId: paper?.id ?? "", version: paper?.version ?? 0 };
    },
    /** What anybody fetches. */
    fetched: async (paperId: string) => {
      const { file } = await everybody.toHandOut({ slug, paperId });
      return bytesOf(await streamOf(registry, null, file));
    },
    open: () => registry.update(rounds).set({ stage: "open" }).where(eq(rounds.id, roundId)),
    pieces: async () =>
      (await registry.select({ id: backgroundPieces.fileId }).from(backgroundPieces)).length,
  };
}

describe("background papers of a round in draft", () => {
  it("[B10] are read by everybody alike, without an account: in the hosts' order, with title, language, format, size and hash", async () => {
    const { slug, everybody, add, fetched, play } = await desk();
    await add("First", FILE);
    await add(" Second ");
    const [round] = await everybody.ofConsultation({ slug });
    expect(round).toMatchObject({
      number: 1,
      roundId: play.roundId,
      papers: [
        {
          title: "First",
          language: "fr",
          format: "pdf",
          size: 300_000,
          sha256: hashOf(FILE),
          withdrawn: null,
        },
        { title: "Second", format: "markdown", size: TEXT.byteLength, sha256: hashOf(TEXT) },
      ],
    });
    expect(hashOf(await fetched(round?.papers[0]?.id ?? ""))).toBe(hashOf(FILE));
    expect(await play.as(play.host).backgroundPapers.ofConsultation({ slug })).toEqual([round]);
  });

  it("[B11] are at most twelve, and none without a title", async () => {
    const { add, titles } = await desk();
    for (let number = 1; number <= MOST_PAPERS; number += 1) await add(`Paper ${number}`);
    await expect(add("One too many")).rejects.toThrow("a round has at most 12 background papers");
    await expect(add("   ")).rejects.toThrow("Nothing was stored. Give the paper a title.");
    expect(await titles()).toHaveLength(MOST_PAPERS);
  });

  it("[B12] are put in order, described, replaced and removed; the files that were replaced and removed are gone", async () => {
    const { add, acts, round, seen, titles, shown, fetched, pieces } = await desk();
    const before = await pieces();
    for (const title of ["a", "b", "c"]) await add(title, FILE);
    const [a, b, c] = (await shown()).map(({ id }) => id);
    await acts.arrange({ ...round, paperIds: [c ?? "", a ?? "", b ?? ""] });
    expect(await titles()).toEqual(["c", "a", "b"]);
    await acts.describe({ ...(await seen("a")), title: "A", language: "ar" });
    await acts.replace({ ...(await seen("A")), file: incoming(TEXT) });
    expect(hashOf(await fetched(a ?? ""))).toBe(hashOf(TEXT));
    await acts.remove(await seen("c"));
    expect(await shown()).toMatchObject([
      { title: "A", language: "ar", format: "markdown", sha256: hashOf(TEXT), version: 3 },
      { title: "b" },
    ]);
    expect((await pieces()) - before).toBe(1 + 2);
    await expect(fetched(c ?? "")).rejects.toThrow("There is nothing at this address.");
  });

  it("[B13] of two hosts who change one at once the later is told, and overwrites nothing", async () => {
    const { add, acts, round, seen, titles, shown } = await desk();
    await add("a");
    await add("b");
    const old = await seen("a");
    const ids = (await shown()).map(({ id }) => id);
    await acts.describe({ ...old, title: "theirs", language: "en" });
    for (const late of [
      () => acts.describe({ ...old, title: "mine", language: "en" }),
      () => acts.replace({ ...old, file: incoming(FILE) }),
      () => acts.remove(old),
      () => acts.arrange({ ...round, paperIds: ids.slice(1) }),
      () => acts.arrange({ ...round, paperIds: [...ids, ids[0] ?? ""] }),
    ])
      await expect(late()).rejects.toThrow("Somebody else has changed these papers");
    expect(await titles()).toEqual(["theirs", "b"]);
  });

  it("[B14] are of their own consultation alone: no other host changes them, and no other address leads to them", async () => {
    const { add, seen, play } = await desk();
    const other = await desk();
    const { paperId } = await add("a");
    await expect(other.acts.remove({ ...(await seen("a")), ...other.round })).rejects.toThrow(
      "Somebody else",
    );
    await expect(
      other.acts.remove({ ...(await seen("a")), consultationId: other.round.consultationId }),
    ).rejects.toThrow("There is nothing at this address.");
    await expect(other.everybody.toHandOut({ slug: other.slug, paperId })).rejects.toThrow(
      "There is nothing at this address.",
    );
    expect(await play.as(null).backgroundPapers.toHandOut({ slug: play.slug, paperId })).toMatchObject({
      title: "a",
    });
  });
});

describe("background papers of a round that has opened", () => {
  it("[B15] stay as they are: none is added, described, moved, replaced or removed", async () => {
    const { add, acts, round, seen, open, titles, shown } = await desk();
    await add("a");
    await add("b");
    const [a, b] = (await shown()).map(({ id }) => id);
    await open();
    for (const late of [
      () => add("c"),
      async () => acts.describe({ ...(await seen("a")), title: "x", language: "en" }),
      async () => acts.replace({ ...(await seen("a")), file: incoming(FILE) }),
      async () => acts.remove(await seen("a")),
      () => acts.arrange({ ...round, paperIds: [b ?? "", a ?? ""] }),
    ])
      await expect(late()).rejects.toThrow("Round 1 has opened, and its background papers stay as they are.");
    expect(await titles()).toEqual(["a", "b"]);
  });

  it("[B16] can be withdrawn with a reason, once: the file is deleted, and title, hash and reason stand in its place", async () => {
    const { add, acts, seen, open, slug, everybody, fetched, play, pieces } = await desk();
    const before = await pieces();
    const { paperId } = await add("a", FILE);
    await expect(acts.withdraw({ ...(await seen("a")), reason: "Wrong." })).rejects.toThrow(
      "remove the paper instead",
    );
    await open();
    await expect(acts.withdraw({ ...(await seen("a")), reason: "  " })).rejects.toThrow("Say why");
    await acts.withdraw({ ...(await seen("a")), reason: " It named a delegation. " });
    const [round] = await everybody.ofConsultation({ slug });
    expect(round?.papers).toMatchObject([
      {
        title: "a",
        sha256: hashOf(FILE),
        withdrawn: { reason: "It named a delegation.", at: play.clock.now.toISOString() },
      },
    ]);
    await expect(fetched(paperId)).rejects.toThrow("The hosts have withdrawn this paper.");
    await expect(acts.withdraw({ ...(await seen("a")), reason: "Again." })).rejects.toThrow("Somebody else");
    expect(await pieces()).toBe(before);
  });

  it("[B17] opening a round and changing its papers wait for one another, so that what opens is what was shown last", async () => {
    const { play, round, add, acts } = await desk(12);
    const { consultationId, roundId, host } = play;
    await play.as(host).conduct.openEnrolment({ consultationId });
    const panel = await registry.select().from(seats).where(eq(seats.consultationId, consultationId));
    await registry.insert(issuance).values(panel.map(({ id }) => ({ seatId: id, roundId, generation: 0 })));
    const tried = await Promise.allSettled([
      play.as(host).conduct.openRound({ consultationId, roundId }),
      ...["a", "b", "c"].map((title) => add(title)),
    ]);
    expect(tried[0]?.status).toBe("fulfilled");
    const { papers } = await acts.desk(round);
    const log = await storedEntries(registry, consultationId);
    const acted = log.map(({ act }) => act);
    expect(papers).toHaveLength(tried.slice(1).filter(({ status }) => status === "fulfilled").length);
    expect(acted.slice(acted.indexOf("round opened"))).not.toContain("background paper added");
  });
});

it("[B18] the log says who did what with which paper, by its title and its hash", async () => {
  const { play, add, acts, seen } = await desk();
  await add("a");
  await acts.remove(await seen("a"));
  const log = await storedEntries(registry, play.consultationId);
  expect(log.map(({ act, detail, personId }) => ({ act, detail, personId }))).toEqual(
    ["background paper added", "background paper removed"].map((act) => ({
      act,
      detail: { number: 1, title: "a", sha256: hashOf(TEXT) },
      personId: play.host.personId,
    })),
  );
});
