import { describe, expect, it } from "vitest";
import { publishFindings, publishReport, signAll } from "@/bin/demo/signing";
import { ballotDatabase, registryDatabase } from "@/tests/support/databases";
import { insertPerson, scene } from "@/tests/support/scene";
import { closeSilently, coHostOf, twoMissions } from "@/tests/support/signing";

const registry = await registryDatabase();
const ballot = await ballotDatabase();
const stage = () => twoMissions(registry, ballot);

describe("publishing", () => {
  it("[R60] a round's findings needs the signature of every co-hosting mission, however many sign twice", async () => {
    const { as, host, other, sign, findings, consultationId, roundId } = await stage();
    const publish = (actor = host) => as(actor).publication.publish({ consultationId, roundId });
    await expect(publish()).rejects.toThrow("of 2 co-hosting missions 2 have yet to sign");
    await sign(findings);
    await sign(findings);
    await expect(publish()).rejects.toThrow("of 2 co-hosting missions one has yet to sign");
    await sign(findings, other);
    await publish(other);
    await expect(publish()).rejects.toThrow("published already");
  });

  it("[R60] the report needs the same, and takes part in no other subject's signatures", async () => {
    const { as, host, hosts, sign, report, consultationId, roundId, slug } = await stage();
    await publishFindings(hosts(), consultationId, roundId);
    const publish = () => as(host).publication.publishReport({ consultationId });
    await expect(publish()).rejects.toThrow("of 2 co-hosting missions 2 have");
    await sign(report);
    await expect(publish()).rejects.toThrow("of 2 co-hosting missions one has yet to sign");
    await expect(as(null).reports.ofConsultation({ slug })).rejects.toThrow("nothing at this address");
    await signAll([hosts()[1] ?? as(null)], consultationId, report);
    await publish();
    expect((await as(null).reports.ofConsultation({ slug })).signatures).toHaveLength(2);
  });

  it("[R60] of one mission alone its own signature suffices, and a mission that joins is awaited too", async () => {
    const play = await scene(registry, ballot, 1);
    const { consultationId, roundId, host, as } = play;
    await closeSilently(registry, play, roundId);
    const one = [as(host)];
    await signAll(one, consultationId, { of: "findings", roundId });
    await coHostOf(registry, play, "Latecomers");
    const publish = () => as(host).publication.publish({ consultationId, roundId });
    await expect(publish()).rejects.toThrow("of 2 co-hosting missions one has yet to sign");
    const alone = await scene(registry, ballot, 1);
    await closeSilently(registry, alone, alone.roundId);
    await publishFindings([alone.as(alone.host)], alone.consultationId, alone.roundId);
    await publishReport([alone.as(alone.host)], alone.consultationId);
  });
});

describe("one exact version", () => {
  it("[R62] is signed as the host saw it: of another that is composed by now nothing is signed", async () => {
    const { as, host, hosts, state, report, consultationId, roundId, changeSubject, signed } = await stage();
    await publishFindings(hosts(), consultationId, roundId);
    const { hash } = await state(report);
    await changeSubject("Another subject");
    const asked = as(host).editions.sign({ consultationId, subject: report, hash: hash ?? "" });
    await expect(asked).rejects.toThrow("It has changed since you opened this page");
    expect(await signed(report)).toEqual([false, false]);
  });

  it.each(["read", "signed", "published"])(
    "[R63] a change withdraws every signature once it is noticed, and changing back gives none back: %s",
    async (noticed) => {
      const play = await stage();
      const { as, host, other, hosts, state, sign, report, consultationId, roundId, changeSubject } = play;
      await publishFindings(hosts(), consultationId, roundId);
      const before = await state(report);
      await sign(report);
      await sign(report, other);
      await changeSubject("Another subject");
      const publish = () => as(host).publication.publishReport({ consultationId });
      if (noticed === "read") await state(report, play.rapporteur);
      if (noticed === "signed") {
        const stale = as(other).editions.sign({ consultationId, subject: report, hash: before.hash ?? "" });
        await expect(stale).rejects.toThrow("It has changed");
      }
      if (noticed === "published") await expect(publish()).rejects.toThrow("of 2 co-hosting missions 2 have");
      await changeSubject("Testing");
      const after = await state(report);
      expect(after.hash).toBe(before.hash);
      expect(after.missions.map(({ signature, withdrawn }) => [signature, withdrawn])).toEqual([
        [null, true],
        [null, true],
      ]);
      await expect(publish()).rejects.toThrow("of 2 co-hosting missions 2 have");
      await publishReport(hosts(), consultationId);
    },
  );

  it("[R63] what was signed and is published keeps its signatures, with its hash and who gave them", async () => {
    const { state, findings, hosts, consultationId, roundId, acts, page } = await stage();
    const { hash } = await state(findings);
    await publishFindings(hosts(), consultationId, roundId);
    const { signedHash, missions, ...published } = await state(findings);
    expect(published.hash).toBeNull();
    expect(signedHash).toBe(hash);
    expect(missions.map(({ signature }) => signature?.by)).toEqual(["host", "host"]);
    expect((await page()).rounds[0]?.signOff).toBeNull();
    expect(await acts()).toEqual([
      { act: "version signed", detail: { of: "findings", number: 1, hash } },
      { act: "version signed", detail: { of: "findings", number: 1, hash } },
      { act: "findings published", detail: { number: 1, hash } },
    ]);
  });
});

describe("who signs", () => {
  it("[R64] a host, for the mission of their own alone; it can be taken back until publication and not after", async () => {
    const { as, host, other, sign, signed, findings, consultationId, roundId } = await stage();
    const takeBack = (actor = host) => as(actor).editions.takeBack({ consultationId, subject: findings });
    await expect(takeBack()).rejects.toThrow("no signature of your mission");
    await sign(findings);
    await sign(findings, other);
    const counted = await signed(findings);
    expect(counted).toEqual([true, true]);
    await takeBack(other);
    expect((await signed(findings)).filter(Boolean)).toHaveLength(1);
    await sign(findings, other);
    await as(host).publication.publish({ consultationId, roundId });
    await expect(takeBack()).rejects.toThrow("published already");
  });

  it("[R64] nobody signs as a rapporteur, nor as a host whose mission does not co-host", async () => {
    const { as, state, findings, rapporteur, consultationId, host } = await stage();
    const { hash } = await state(findings, rapporteur);
    const sign = (actor: typeof host) =>
      as(actor).editions.sign({ consultationId, subject: findings, hash: hash ?? "" });
    await expect(sign(rapporteur)).rejects.toThrow("Your role");
    const elsewhere = await scene(registry, ballot, 1);
    const stranger = await insertPerson(registry, consultationId, elsewhere.missionId, "host");
    await expect(sign(stranger)).rejects.toThrow("Your role");
    expect((await state(findings, rapporteur)).missions.every(({ mine }) => !mine)).toBe(true);
  });

  it("[R65] anybody sees of how many missions it is awaited and not which, for the report once one has signed", async () => {
    const { page, sign, findings, report, hosts, consultationId, roundId, host, other, changeSubject } =
      await stage();
    const awaited = async () => {
      const { rounds, reportSignOff } = await page();
      return [rounds[0]?.signOff, reportSignOff];
    };
    expect(await awaited()).toEqual([{ awaited: 2, of: 2 }, null]);
    await sign(findings);
    expect(await awaited()).toEqual([{ awaited: 1, of: 2 }, null]);
    expect(JSON.stringify(await page())).not.toContain(host.missionId ?? "");
    await publishFindings(hosts(), consultationId, roundId);
    expect(await awaited()).toEqual([null, null]);
    await sign(report, other);
    expect(await awaited()).toEqual([null, { awaited: 1, of: 2 }]);
    await changeSubject("Another subject");
    expect(await awaited()).toEqual([null, null]);
  });
});
