import { randomUUID } from "node:crypto";
import { and, eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { publishFindings } from "@/bin/demo/signing";
import { findingWordings, people, roles, rounds } from "@/db/registry/schema";
import type { Actor } from "@/domain/consultation/access";
import { findingEvidence } from "@/domain/report/evidence";
import { overridesSections } from "@/domain/report/overrides";
import { wordedFinding } from "@/domain/wording/worded";
import { composedReport } from "@/server/reports/compose";
import { answeredRound } from "@/tests/support/answered-round";
import { ballotDatabase, registryDatabase } from "@/tests/support/databases";
import { storedEntries } from "@/tests/support/log-tampering";
import { type Scene, scene } from "@/tests/support/scene";

const registry = await registryDatabase();
const ballot = await ballotDatabase();

/** A round of twenty answers, fifteen in support of giving advice: participants largely agreed … or not, as the rest opposed. */
async function closedRound() {
  const play = await scene(registry, ballot, 1);
  await answeredRound(registry, play.roundId, 15, play.clock.now);
  return play;
}

type Choosing = Parameters<ReturnType<Scene["as"]>["wordings"]["choose"]>[0];
const choose = (play: Scene, change: Partial<Choosing> = {}, actor: Actor = play.host) =>
  play.as(actor).wordings.choose({
    consultationId: play.consultationId,
    roundId: play.roundId,
    findingKey: "support/advice",
    position: 0,
    phrase: "noCommonView",
    reason: null,
    wording: null,
    ...change,
  });
const refused = (code: string) => ({ cause: { code } });
const deskOf = ({ as, host, consultationId, roundId }: Scene) =>
  as(host).wordings.desk({ consultationId, roundId });
const draftsOf = ({ as, host, consultationId, roundId }: Scene) =>
  as(host).publication.drafts({ consultationId, roundId });
const publish = ({ as, host, consultationId, roundId }: Scene) =>
  publishFindings([as(host)], consultationId, roundId);
const reason = "Nobody spoke against it when it was read out.";

describe("choosing the words of a finding", () => {
  it("[F82] adds an entry with its person and time, and a return to the draft adds one too", async () => {
    const play = await closedRound();
    const [drafted] = (await draftsOf(play)).findings;
    const key = drafted?.kind === "scale" ? drafted.key : "";
    expect(await choose(play)).toEqual({ position: 1 });
    play.clock.now = new Date(play.clock.now.getTime() + 60_000);
    expect(await choose(play, { position: 1, phrase: "widelyFor", reason: ` ${reason} ` })).toEqual({
      position: 2,
    });
    expect(await choose(play, { position: 2, phrase: key, reason })).toEqual({ position: 3 });
    const { history } = await deskOf(play);
    expect(history).toMatchObject([
      { position: 1, phrase: "noCommonView", reason: null, name: "host" },
      { position: 2, phrase: "widelyFor", reason, at: play.clock.now.toISOString() },
      // The draft's own phrase needs no reason, and keeps none.
      { position: 3, phrase: key, reason: null, wording: null },
    ]);
    expect((await draftsOf(play)).chosen["support/advice"]).toEqual({
      phrase: key,
      reason: null,
      wording: null,
    });
  });

  it("[F82] its entries are neither changed nor removed, but with the whole round", async () => {
    const play = await closedRound();
    await choose(play);
    const own = and(eq(findingWordings.roundId, play.roundId), eq(findingWordings.position, 1));
    await expect(registry.update(findingWordings).set({ phrase: "widelyFor" }).where(own)).rejects.toThrow();
    await expect(registry.delete(findingWordings).where(own)).rejects.toThrow();
  });

  it("[F83] of two people who change the same words at once one is refused, and nobody’s are lost unseen", async () => {
    const play = await closedRound();
    const both = await Promise.allSettled([
      choose(play, { wording: "{phrase} on this point." }),
      choose(play, { wording: "{phrase} as to this." }),
    ]);
    expect(both.map(({ status }) => status).toSorted()).toEqual(["fulfilled", "rejected"]);
    await expect(choose(play)).rejects.toMatchObject(refused("wording_changed"));
    await expect(choose(play, { position: 7 })).rejects.toMatchObject(refused("wording_changed"));
    expect(await choose(play, { position: 1 })).toEqual({ position: 2 });
  });

  it("[F70, F77] keeps nothing stronger without a reason, and no sentence that contradicts the figures", async () => {
    const play = await closedRound();
    await expect(choose(play, { phrase: "widelyFor" })).rejects.toMatchObject(refused("wording_refused"));
    const sentence = "{phrase} on this point, and one delegation left the room.";
    await expect(choose(play, { wording: sentence })).rejects.toThrow(
      /“one delegation” singles somebody out/,
    );
    await expect(choose(play, { wording: "{phrase}, said Delegation 1." })).rejects.toThrow(
      /“Delegation 1” names/,
    );
    expect((await deskOf(play)).history).toEqual([]);
  });

  it("[F84] once the findings are published their words stand", async () => {
    const play = await closedRound();
    await choose(play);
    await publish(play);
    await expect(choose(play, { position: 1 })).rejects.toMatchObject(refused("wording_published"));
    const { round } = await play.as(null).publication.ofRound({ slug: play.slug, number: 1 });
    expect(round.chosen["support/advice"]?.phrase).toBe("noCommonView");
  });

  it("[F85] is in the log of acts, without a text", async () => {
    const play = await closedRound();
    await choose(play, { phrase: "widelyFor", reason, wording: "{phrase} with this idea." });
    const entries = await storedEntries(registry, play.consultationId);
    expect(entries.at(-1)).toMatchObject({
      act: "finding worded",
      detail: { number: 1, title: "support/advice", version: 1, phrase: "widelyFor" },
    });
    expect(JSON.stringify(entries)).not.toMatch(/read out|this idea/);
  });

  it("[F88] is for hosts and rapporteurs, and for a round of theirs that has closed", async () => {
    const play = await closedRound();
    const { consultationId, roundId } = play;
    const [person] = await registry
      .insert(people)
      .values({ email: `${roundId}@example.org` })
      .returning();
    const personId = person?.id ?? "";
    await registry.insert(roles).values({ consultationId, personId, role: "rapporteur" });
    const rapporteur: Actor = { ...play.host, personId, roles: { [consultationId]: "rapporteur" } };
    expect(await choose(play, {}, rapporteur)).toEqual({ position: 1 });
    const observer: Actor = { ...rapporteur, roles: { [consultationId]: "observer" } };
    await expect(choose(play, { position: 1 }, observer)).rejects.toMatchObject(refused("not_allowed"));
    const other = await closedRound();
    await expect(choose(play, { roundId: other.roundId })).rejects.toMatchObject(refused("not_found"));
    await expect(choose(play, { findingKey: "why" })).rejects.toMatchObject(refused("not_found"));
    const unreleased = await scene(registry, ballot, 1);
    await expect(choose(unreleased)).rejects.toMatchObject(refused("not_released"));
  });
});

describe("the words that were chosen", () => {
  it("[F86] stand on the round’s page, in the report and beside carried items", async () => {
    const play = await closedRound();
    const wording = "After a long exchange, {phrase} on the question of advice.";
    await choose(play, { wording });
    await publish(play);
    const { consultationId, slug } = play;
    const { round } = await play.as(null).publication.ofRound({ slug, number: 1 });
    const [finding] = round.findings;
    const [own] = finding === undefined ? [] : wordedFinding(finding, round.chosen);
    expect(own).toMatchObject({ values: { before: "After a long exchange," } });
    const [evidence] = findingEvidence([round]);
    expect(evidence?.block).toMatchObject({ sentences: [own, {}] });
    const asked = await registry.query.consultations.findFirst({
      where: (one) => eq(one.id, consultationId),
    });
    const report = asked === undefined ? null : await composedReport(registry, asked);
    expect(JSON.stringify(report)).toContain("After a long exchange,");
    await registry.insert(rounds).values({
      id: randomUUID(),
      consultationId,
      number: 2,
      level: "expert",
      opensAt: play.clock.now,
      closesAt: new Date(play.clock.now.getTime() + 3_600_000),
      timeZone: "UTC",
      stage: "open",
      questionnaire: round.questionnaire,
    });
    const [beside] = await play.as(null).publication.earlier({ slug, number: 2 });
    expect(beside?.chosen).toEqual(round.chosen);
  });

  it("[F87] are listed for the method annex with phrase drafted, phrase chosen and reason; nothing where none was", async () => {
    const play = await closedRound();
    const before = await draftsOf(play);
    expect(overridesSections([before])).toEqual([]);
    await choose(play, { phrase: "widelyFor", reason });
    await choose(play, { findingKey: "steps/brief", phrase: "limitedSupport" });
    const [section] = overridesSections([await draftsOf(play)]);
    const [opening, table] = section?.blocks ?? [];
    expect(opening).toMatchObject({ sentences: [{ values: { count: 2 } }] });
    expect(table).toMatchObject({
      table: {
        rows: [
          {
            heading: "giving advice",
            cells: [{}, { key: "findings.phrases.scale.widelyFor" }, { values: { reason } }],
          },
          {
            heading: { values: { option: "a briefing" } },
            cells: [{}, {}, { key: "wording.overrides.weaker" }],
          },
        ],
      },
    });
  });
});
