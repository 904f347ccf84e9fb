import { describe, expect, it } from "vitest";
import { closingRouter } from "@/server/trpc/closing-router";
import { appRouter } from "@/server/trpc/router";
import { actsOfPreparing } from "@/tests/support/acts-of-preparing";
import { actsOfPublishing } from "@/tests/support/acts-of-publishing";
import { ballotDatabase, registryDatabase } from "@/tests/support/databases";
import { storedEntries } from "@/tests/support/log-tampering";
import { scene } from "@/tests/support/scene";
import { setUp } from "@/tests/support/setting-up";

const registry = await registryDatabase();
const ballot = await ballotDatabase();
const play = await scene(registry, ballot, 12);
const { consultationId, host, clock } = play;
const asHost = () => play.as(host);

/** Mutations without an entry, each with its reason. */
const UNRECORDED: Readonly<Record<string, string>> = {
  "conduct.retry": "sends again what an act has recorded",
  "enrolment.issue": "a participant's",
  "enrolment.seat": "a participant's, and a question",
  "floor.add": "a note keeps no time and no author, and an entry would keep both; its release is recorded",
  "floor.edit": "as of adding one",
  "floor.remove": "as of adding one",
  "themes.change": "work at the bench, undone at a press; what comes of it is released, and that is recorded",
  "papers.fromFile": "a question; a file does not belong in an address",
  "mail.preview": "a question; what hosts wrote does not belong in an address",
  "panel.preview": "a question; what was pasted does not belong in an address",
  "sessions.end": "one's own, and of no consultation",
  "sessions.endAll": "one's own, and of no consultation",
  "sheets.cards": "a question; links do not belong in an address",
  "wallets.get": "a participant's, and a question",
  "wallets.put": "a participant's",
};

/** Recorded too, each by one entry or two as the missions decide: rule A160 holds them. */
const OF_LOST_CODES = ["replacements.ask", "replacements.agree", "replacements.layAside"];

/** Acts that begin or end a log, or both begin one and go on in it: rules U14 and U20 hold the last two. */
const OF_WHOLE_CONSULTATIONS = ["consultations.create", "consultations.copy", "consultations.delete"];

/** Recorded too, by whoever acts in them last: rules L12 to L16 hold them. */
const OF_LEAVING = ["people.handOver", "people.leave", "people.endCoHosting"];

const stage = { registry, ballot, play };
/** Every act that is recorded, in an order in which it can be done. */
const ACTS = { ...actsOfPreparing(stage), ...actsOfPublishing(stage) };

type Procedures = Readonly<Record<string, { readonly _def: { readonly type: string } }>>;

/** The names of what changes something. */
function mutationsOf(router: { _def: { procedures: unknown } }): string[] {
  const procedures = router._def.procedures as Procedures; // as the library keeps them
  return Object.entries(procedures).flatMap(([name, { _def }]) => (_def.type === "mutation" ? [name] : []));
}

describe("the acts of hosts and rapporteurs", () => {
  it("[H82] each stands among those that are recorded, or among those with a reason", () => {
    const recorded = [...Object.keys(ACTS), ...OF_LOST_CODES, ...OF_LEAVING, ...OF_WHOLE_CONSULTATIONS];
    const known = [...recorded, ...Object.keys(UNRECORDED)];
    expect([...mutationsOf(appRouter), ...mutationsOf(closingRouter)].toSorted()).toEqual(known.toSorted());
  });

  it("[H82] setting up begins the log of a consultation", async () => {
    const created = await asHost().consultations.create({ ...setUp, coHosts: [] });
    const log = await storedEntries(registry, created.consultationId);
    expect(log).toMatchObject([{ position: 1, act: "consultation set up", personId: host.personId }]);
  });

  it.each(Object.entries(ACTS))(
    "[H82] %s leaves one entry, with its person and time",
    async (_, { act, first, done }) => {
      await first?.();
      const before = await storedEntries(registry, consultationId);
      clock.now = new Date(clock.now.getTime() + 1000);
      await done();
      const entries = (await storedEntries(registry, consultationId)).slice(before.length);
      expect(entries).toMatchObject([{ act, personId: host.personId, at: clock.now }]);
    },
  );
});
