import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { publishFindings, publishReport, signAll } from "@/bin/demo/signing";
import { editions, signatures } from "@/db/registry/schema";
import { ballotDatabase, registryDatabase } from "@/tests/support/databases";
import { closeSilently, furtherRound, twoMissions } from "@/tests/support/signing";

const registry = await registryDatabase();
const ballot = await ballotDatabase();

/** Two missions whose report is published as its first edition, while a second round is planned. */
async function firstEdition() {
  const stage = await twoMissions(registry, ballot);
  const { consultationId, roundId, slug, hosts, as, host, other } = stage;
  await publishFindings(hosts(), consultationId, roundId);
  const second = await furtherRound(registry, stage);
  await publishReport(hosts(), consultationId);
  const note = (subject: Parameters<typeof stage.state>[0], text: string, version = 0, actor = host) => {
    if (subject.of === "findings") throw new Error("findings have no note");
    return as(actor).editions.note({ consultationId, subject, text, version });
  };
  const withdraw = (number: number) => as(other).editions.withdraw({ consultationId, number });
  return {
    ...stage,
    second,
    note,
    withdraw,
    publish: () => publishReport(hosts(), consultationId),
    read: (number?: number) =>
      as(null).reports.ofConsultation(number === undefined ? { slug } : { slug, number }),
    list: async () => (await as(null).editions.list({ slug })).editions,
    /** Withdraws an edition as both missions would. */
    withdrawn: async (number: number, reason: string) => {
      const subject = { of: "withdrawal", number } as const;
      await note(subject, reason);
      await signAll(hosts(), consultationId, subject);
      await withdraw(number);
    },
  };
}

describe("what hosts write beside an edition", () => {
  it.each([{ of: "report" }, { of: "withdrawal", number: 1 }] as const)(
    "[R77] is not kept where it says what no figure shows: $of",
    async (subject) => {
      const { note } = await firstEdition();
      for (const text of ["Kenya objected.", "Consensus was reached.", "91 delegations agreed."])
        await expect(note(subject, text)).rejects.toThrow("What you wrote is kept");
      expect(await note(subject, "In table 1, 43 should read 34.")).toEqual({ version: 1 });
    },
  );
});

describe("each published version", () => {
  it("[R66] is a further edition with its signatures, interim while rounds are to come and final after", async () => {
    const play = await firstEdition();
    const { second, publish, read, list, hosts, consultationId, slug } = play;
    await closeSilently(registry, play, second);
    await publishFindings(hosts(), consultationId, second);
    await publish();
    const [one, two] = await list();
    expect([one?.kind, two?.kind]).toEqual(["interim", "final"]);
    const [first, last] = [await read(1), await read(2)];
    expect(first.hash).not.toBe(last.hash);
    for (const edition of [first, last]) {
      expect(edition.hash).toMatch(/^[0-9a-f]{64}$/);
      expect(edition.signatures.map(({ mission }) => mission)).toEqual(edition.report.coHosts);
    }
    expect(last.address).toBe(`https://tour-de-table.example/reports/${slug}/editions/2`);
  });

  it("[R66] may be final with the same words, once the round that was to come is no longer planned", async () => {
    const play = await firstEdition();
    const { second, publish, read, as, host, consultationId } = play;
    await expect(publish()).rejects.toThrow("nothing to sign");
    await as(host).rounds.remove({ consultationId, roundId: second });
    await publish();
    const [first, last] = [await read(1), await read(2)];
    expect([first.kind, last.kind]).toEqual(["interim", "final"]);
    expect(last.report).toEqual(first.report);
  });

  it("[R67] is read at an address of its own for ever, and the report's address shows the last", async () => {
    const { changeSubject, publish, read } = await firstEdition();
    const first = await read();
    await changeSubject("Another subject");
    await publish();
    expect(await read(1)).toEqual(first);
    expect(await read()).toEqual(await read(2));
    await expect(read(3)).rejects.toThrow("nothing at this address");
  });

  it("[R70] of before there were editions is the first one, without hash and signatures", async () => {
    const { read, consultationId, state, report, publish } = await firstEdition();
    await registry.update(editions).set({ hash: null }).where(eq(editions.consultationId, consultationId));
    await registry.delete(signatures).where(eq(signatures.consultationId, consultationId));
    expect(await read(1)).toMatchObject({ number: 1, hash: null, signatures: [] });
    expect(await state(report)).toMatchObject({ hash: null, signedHash: null, missions: [] });
    await expect(publish()).rejects.toThrow("nothing to sign");
  });
});

describe("a corrigendum", () => {
  it("[R68] is signed with the new edition, whose signatures a change of it withdraws", async () => {
    const {
      note,
      report,
      sign,
      signed,
      other,
      publish,
      read,
      list,
      changeSubject,
      state,
      as,
      host,
      consultationId,
    } = await firstEdition();
    await changeSubject("The right subject");
    await sign(report, other);
    const before = await state(report);
    await note(report, "The subject was wrong.");
    expect((await state(report)).hash).not.toBe(before.hash);
    await sign(report, other);
    await note(report, "The subject was misspelt.", 1);
    await note(report, "The subject was wrong.", 2);
    expect(await signed(report)).toEqual([false, false]);
    await expect(as(host).publication.publishReport({ consultationId })).rejects.toThrow(
      "of 2 co-hosting missions 2",
    );
    await publish();
    expect(await read()).toMatchObject({ number: 2, corrigendum: "The subject was wrong." });
    expect((await list()).map(({ corrigendum }) => corrigendum)).toEqual([null, "The subject was wrong."]);
    await changeSubject("A third subject");
    await publish();
    expect(await read()).toMatchObject({ number: 3, corrigendum: null });
  });

  it("[R73] that two hosts write at once is never overwritten unseen, and one that is too long is refused", async () => {
    const { note, report, other, state } = await firstEdition();
    await note(report, "Mine");
    await expect(note(report, "Hers", 0, other)).rejects.toThrow("Another host has saved this text");
    await expect(note(report, "Hers", 5, other)).rejects.toThrow("Another host has saved this text");
    await expect(note(report, "x".repeat(2001), 1)).rejects.toThrow("longer than 2,000 characters");
    expect((await state(report)).note).toEqual({ text: "Mine", version: 1 });
    await note(report, "", 1, other);
    expect((await state(report)).note).toEqual({ text: "", version: 2 });
  });
});

describe("a withdrawal", () => {
  it("[R69] needs a reason and every mission's signature on it, and leaves date and reason and no content", async () => {
    const { note, withdraw, sign, other, read, list, consultationId, as, clock, slug } = await firstEdition();
    const subject = { of: "withdrawal", number: 1 } as const;
    const { report } = await read();
    await expect(withdraw(1)).rejects.toThrow("Say first why");
    await note(subject, "A figure was wrong.");
    await sign(subject);
    await expect(withdraw(1)).rejects.toThrow("of 2 co-hosting missions one has yet to sign");
    await note(subject, "Two figures were wrong.", 1);
    await sign(subject, other);
    await expect(withdraw(1)).rejects.toThrow("of 2 co-hosting missions one has yet to sign");
    await sign(subject);
    await withdraw(1);
    const reason = "Two figures were wrong.";
    expect(await list()).toMatchObject([{ withdrawal: { reason, withdrawnAt: clock.now.toISOString() } }]);
    for (const number of [undefined, 1]) await expect(read(number)).rejects.toThrow(reason);
    const kept = await registry.select().from(editions).where(eq(editions.consultationId, consultationId));
    expect(JSON.stringify(kept)).not.toContain(report.sections[0]?.id ?? "no section");
    expect(kept[0]?.hash).toMatch(/^[0-9a-f]{64}$/);
    expect((await as(null).editions.list({ slug })).title).toBe(report.title);
    await expect(withdraw(1)).rejects.toThrow("has been withdrawn already");
    await expect(note(subject, "Another reason.", 2)).rejects.toThrow("has been withdrawn already");
    await expect(withdraw(2)).rejects.toThrow("nothing at this address");
  });

  it("[R69] lets the edition before stand for the report, or what is composed now be published anew", async () => {
    const { changeSubject, note, publish, read, withdrawn, list } = await firstEdition();
    const first = await read();
    await changeSubject("Another subject");
    await note({ of: "report" }, "The subject was wrong.");
    await publish();
    expect(JSON.stringify(await list())).toContain("The subject was wrong.");
    await withdrawn(2, "It was sent too early.");
    expect(JSON.stringify(await list())).not.toContain("The subject was wrong.");
    expect(await read()).toEqual(first);
    await withdrawn(1, "It was sent too early.");
    await expect(read()).rejects.toThrow("Edition 2 of this report was withdrawn");
    await publish();
    expect(await read()).toMatchObject({ number: 3, report: { subject: "Another subject" } });
    expect((await list()).map(({ withdrawal }) => withdrawal === null)).toEqual([false, false, true]);
  });
});

it("[R71] the index names every published report, the last published first, and no other", async () => {
  const { slug, as, clock, changeSubject, publish, withdrawn } = await firstEdition();
  const later = await firstEdition();
  await twoMissions(registry, ballot);
  const found = async () =>
    (await as(null).editions.index())
      .filter((one) => [slug, later.slug].includes(one.slug))
      .map((one) => [one.slug, one.editions.length]);
  clock.now = new Date("2026-03-04T15:00:00Z");
  await changeSubject("Another subject");
  await publish();
  expect(await found()).toEqual([
    [slug, 2],
    [later.slug, 1],
  ]);
  await withdrawn(2, "It was sent too early.");
  const index = await as(null).editions.index();
  expect(index.every(({ editions }) => editions.length > 0)).toBe(true);
  const entry = index.find((one) => one.slug === slug);
  expect(entry).toMatchObject({ title: "A test", simulated: false, editions: [{}, { withdrawal: {} }] });
  expect(entry?.coHosts).toHaveLength(2);
});
