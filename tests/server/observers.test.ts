import { describe, expect, it } from "vitest";
import { publishFindings, publishReport } from "@/bin/demo/signing";
import type { Actor } from "@/domain/consultation/access";
import { callClosing, closingRouter } from "@/server/trpc/closing-router";
import { appRouter } from "@/server/trpc/router";
import { ballotDatabase, registryDatabase } from "@/tests/support/databases";
import { callByName, namesIn, turnedAway } from "@/tests/support/procedures";
import { insertPerson } from "@/tests/support/scene";
import { twoMissions } from "@/tests/support/signing";

const registry = await registryDatabase();
const ballot = await ballotDatabase();

/** What an observer does beyond reading what everybody reads: all of it about themselves. */
const THEIR_OWN = [
  "consultations.beginning",
  "consultations.list",
  "people.leave",
  "people.observed",
  "sessions.end",
  "sessions.endAll",
  "sessions.mine",
];

async function stage() {
  const play = await twoMissions(registry, ballot);
  const { consultationId, missionId } = play;
  const named = await insertPerson(registry, consultationId, missionId, "observer");
  return { ...play, observer: { ...named, missionId: null } satisfies Actor };
}

describe("observers", () => {
  it("[L19] are let into what everybody reads and into what is their own, and into nothing else", async () => {
    const { observer, consultationId, context } = await stage();
    const closing = (actor: Actor | null) => {
      const { db, publicUrl: _, ...rest } = context(actor);
      return callClosing({ ...rest, registry: db, ballot });
    };
    const letIn = async (actor: Actor | null) => {
      const names: string[] = [];
      for (const name of namesIn(appRouter)) {
        // Done last, below: whoever has left is let in nowhere.
        if (name === "people.leave" && actor !== null) continue;
        if (
          (await turnedAway(callByName(appRouter.createCaller(context(actor)), name, { consultationId }))) ===
          null
        )
          names.push(name);
      }
      for (const name of namesIn(closingRouter))
        if ((await turnedAway(callByName(closing(actor), name, { consultationId }))) === null)
          names.push(name);
      return names;
    };
    const everybody = await letIn(null);
    const theirs = (await letIn(observer)).filter((name) => !everybody.includes(name));
    expect([...theirs, "people.leave"].toSorted()).toEqual(THEIR_OWN);
    await appRouter.createCaller(context(observer)).people.leave({ consultationId });
  });

  it("[L20] read of their consultations what is published, and of how many missions a signature is awaited", async () => {
    const { as, observer, sign, findings, report, hosts, consultationId, roundId, slug } = await stage();
    const observed = async () => (await as(observer).people.observed())[0];
    const round = { number: 1, stage: "closed" } as const;
    const nothing = { reportPublished: false, reportSignOff: null };
    expect(await observed()).toMatchObject({
      id: consultationId,
      slug,
      rounds: [{ ...round, published: false, signOff: { awaited: 2, of: 2 } }],
      ...nothing,
    });
    await sign(findings);
    expect((await observed())?.rounds[0]?.signOff).toEqual({ awaited: 1, of: 2 });
    await publishFindings(hosts(), consultationId, roundId);
    expect(await observed()).toMatchObject({ rounds: [{ published: true, signOff: null }], ...nothing });
    await sign(report);
    expect((await observed())?.reportSignOff).toEqual({ awaited: 1, of: 2 });
    await publishReport(hosts(), consultationId);
    expect(await observed()).toMatchObject({ reportPublished: true, reportSignOff: null });
  });

  it("[L20] of nothing that they do not observe", async () => {
    const { as, host, rapporteur } = await stage();
    for (const actor of [host, rapporteur]) expect(await as(actor).people.observed()).toEqual([]);
  });
});
