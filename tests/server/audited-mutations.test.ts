import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { signAll } from "@/bin/demo/signing";
import { openAnswers } from "@/db/ballot/schema";
import { issuance, people, seats, themeCoders, windows } from "@/db/registry/schema";
import type { Subject } from "@/domain/edition/signed";
import { EMPTY_ARRANGEMENT } from "@/domain/summary/arrangement";
import { callClosing, closingRouter } from "@/server/trpc/closing-router";
import { appRouter } from "@/server/trpc/router";
import { answeredRound } from "@/tests/support/answered-round";
import { ballotDatabase, registryDatabase } from "@/tests/support/databases";
import { storedEntries } from "@/tests/support/log-tampering";
import { smallQuestionnaire } from "@/tests/support/questionnaire";
import { scene } from "@/tests/support/scene";
import { setUp } from "@/tests/support/setting-up";

const registry = await registryDatabase();
const ballot = await ballotDatabase();
const play = await scene(registry, ballot, 12);
const { consultationId, roundId, host, clock } = play;
const asHost = () => play.as(host);
const plan = {
  level: "expert",
  timeZone: "UTC",
  opensAt: "2026-04-01T09:00",
  closesAt: "2026-04-03T18:00",
} as const;

/** The first version of its discussion paper. */
const paper = { consultationId, number: 1 } as const;

/** Mutations without an entry, each with its reason. */
const UNRECORDED: Readonly<Record<string, string>> = {
  "conduct.retry": "sends again what an act has recorded",
  "enrolment.issue": "a participant's",
  "enrolment.seat": "a participant's, and a question",
  "themes.change": "work at the bench, undone at a press; what comes of it is released, and that is recorded",
  "papers.fromFile": "a question; a file does not belong in an address",
  "panel.preview": "a question; what was pasted does not belong in an address",
  "wallets.get": "a participant's, and a question",
  "wallets.put": "a participant's",
};

/** Recorded too, each by one entry or two as the missions decide: rule A160 holds them. */
const OF_LOST_CODES = ["replacements.ask", "replacements.agree", "replacements.layAside"];

const seatOf = async (delegation: string) => {
  const [seat] = await registry.select().from(seats).where(eq(seats.delegation, delegation));
  return seat?.id ?? "";
};

/** The closing process's procedures, as the host. */
const atBench = () => {
  const { db, publicUrl: _, ...context } = play.context(host);
  return callClosing({ ...context, registry: db, ballot }).themes;
};
const item = { consultationId, roundId, itemId: "why" };
const answered = () =>
  ballot
    .insert(openAnswers)
    .values({ roundId, itemId: "why", consent: "notToBeReflected", text: "Because." });

let added: string | undefined;
const rapporteur = {
  name: "",
  email: "rapporteur@mission.example",
  role: "rapporteur",
  mission: "",
} as const;

type Recorded = {
  readonly act: string;
  /** What must be done before, and leaves entries of its own. */
  readonly first?: () => Promise<unknown>;
  readonly done: () => Promise<unknown>;
};

const FINDINGS = { of: "findings", roundId } as const;
const WITHDRAWAL = { of: "withdrawal", number: 1 } as const;
const signed = (subject: Subject) => signAll([asHost()], consultationId, subject);

/** Each act of a host in an order in which it can be done; it gives the id of the log that it stands in. */
const ACTS: Readonly<Record<string, Recorded>> = {
  "consultations.update": {
    act: "particulars changed",
    done: () => asHost().consultations.update({ consultationId, title: "B", subject: "C", rule: "D" }),
  },
  "consultations.addPerson": {
    act: "person added",
    done: () => asHost().consultations.addPerson({ consultationId, ...rapporteur }),
  },
  "consultations.removePerson": {
    act: "person removed",
    done: async () => {
      const [person] = await registry.select().from(people).where(eq(people.email, rapporteur.email));
      await asHost().consultations.removePerson({ consultationId, personId: person?.id ?? "" });
    },
  },
  "rounds.add": {
    act: "round planned",
    done: async () => {
      added = (await asHost().rounds.add({ consultationId, ...plan })).roundId;
    },
  },
  "rounds.update": {
    act: "round replanned",
    done: () => asHost().rounds.update({ consultationId, roundId: added ?? "", ...plan, level: "highLevel" }),
  },
  "rounds.remove": {
    act: "round removed",
    done: () => asHost().rounds.remove({ consultationId, roundId: added ?? "" }),
  },
  "questionnaires.save": {
    act: "questionnaire saved",
    done: () =>
      asHost().questionnaires.save({
        consultationId,
        roundId,
        version: 1,
        questionnaire: smallQuestionnaire,
      }),
  },
  "panel.add": { act: "seats added", done: () => asHost().panel.add({ consultationId, names: ["Kenya"] }) },
  "panel.import": {
    act: "seats added",
    done: () => asHost().panel.import({ consultationId, text: "Peru" }),
  },
  "panel.issueLinks": {
    act: "links made",
    done: () => asHost().panel.issueLinks({ consultationId, seatIds: "all", replace: false }),
  },
  "panel.withdrawLinks": {
    act: "links withdrawn",
    done: async () => asHost().panel.withdrawLinks({ consultationId, seatIds: [await seatOf("Peru")] }),
  },
  "panel.remove": {
    act: "seat removed",
    done: async () => asHost().panel.remove({ consultationId, seatId: await seatOf("Peru") }),
  },
  "papers.begin": { act: "paper begun", done: () => asHost().papers.begin({ consultationId, after: 0 }) },
  "papers.save": {
    act: "paper saved",
    done: () => asHost().papers.save({ ...paper, version: 1, markdown: "# A paper\n\nIts one paragraph." }),
  },
  "papers.explain": {
    act: "paper change explained",
    done: () =>
      asHost().papers.explain({ ...paper, version: 2, blockId: "p-1", findings: [], sentence: "Asked for." }),
  },
  "papers.circulate": {
    act: "paper circulated",
    done: () => asHost().papers.circulate({ ...paper, roundId }),
  },
  "conduct.openEnrolment": {
    act: "enrolment opened",
    done: () => asHost().conduct.openEnrolment({ consultationId }),
  },
  "conduct.openRound": {
    act: "round opened",
    done: async () => {
      const panel = await registry.select().from(seats).where(eq(seats.consultationId, consultationId));
      await registry
        .insert(issuance)
        .values(panel.slice(0, 10).map(({ id }) => ({ seatId: id, roundId, generation: 0 })));
      await asHost().conduct.openRound({ consultationId, roundId });
    },
  },
  "conduct.extendRound": {
    act: "round extended",
    done: () => {
      const closesAt = new Date(clock.now.getTime() + 30 * 86_400_000).toISOString();
      return asHost().conduct.extendRound({ consultationId, roundId, closesAt });
    },
  },
  "releases.close": {
    act: "round closed",
    done: () => {
      const { db, publicUrl: _, ...context } = play.context(host);
      return callClosing({ ...context, registry: db, ballot }).releases.close({ consultationId, roundId });
    },
  },
  "wordings.choose": {
    act: "finding worded",
    done: async () => {
      // Nobody answered here, and of no answers nothing can be worded.
      await answeredRound(registry, roundId, 15, clock.now);
      await asHost().wordings.choose({
        consultationId,
        roundId,
        findingKey: "support/advice",
        position: 0,
        phrase: "noCommonView",
        reason: null,
        wording: null,
      });
    },
  },
  "editions.sign": { act: "version signed", done: () => signed(FINDINGS) },
  "editions.takeBack": {
    act: "signature taken back",
    done: () => asHost().editions.takeBack({ consultationId, subject: FINDINGS }),
  },
  "themes.release": {
    act: "themes released",
    done: async () => {
      await answered();
      await atBench().release(item);
    },
  },
  "themes.takeSecondPlace": { act: "second coder began", done: () => atBench().takeSecondPlace(item) },
  "themes.sayDone": { act: "coder done", done: () => atBench().sayDone(item) },
  "themes.settle": {
    act: "codings settled",
    done: async () => {
      await registry.update(themeCoders).set({ firstDone: true });
      await atBench().settle(item);
    },
  },
  "publication.publish": {
    act: "findings published",
    first: () => signed(FINDINGS),
    done: () => asHost().publication.publish({ consultationId, roundId }),
  },
  "summaries.save": {
    act: "summary saved",
    done: () =>
      asHost().summaries.save({ consultationId, version: 0, arrangement: EMPTY_ARRANGEMENT, nextSteps: "" }),
  },
  "letters.save": {
    act: "letter saved",
    done: async () => {
      const { letter, version } = await asHost().letters.read({ consultationId });
      await asHost().letters.save({ consultationId, version, letter });
    },
  },
  "windows.open": {
    act: "window opened",
    done: () => {
      const closesAt = new Date(clock.now.getTime() + 86_400_000).toISOString();
      return asHost().windows.open({ consultationId, closesAt });
    },
  },
  "releases.closeWindow": {
    act: "window closed",
    done: async () => {
      const { db, publicUrl: _, ...context } = play.context(host);
      const [window] = await registry
        .select()
        .from(windows)
        .where(eq(windows.consultationId, consultationId));
      const about = { consultationId, roundId: window?.roundId ?? "" };
      await callClosing({ ...context, registry: db, ballot }).releases.closeWindow(about);
    },
  },
  "windows.reply": {
    act: "window replied to",
    done: () => asHost().windows.reply({ consultationId, number: 1, version: 0, text: "Taken up." }),
  },
  "publication.publishReport": {
    act: "report published",
    first: () => signed({ of: "report" }),
    done: () => asHost().publication.publishReport({ consultationId }),
  },
  "editions.note": {
    act: "withdrawal proposed",
    done: () =>
      asHost().editions.note({ consultationId, subject: WITHDRAWAL, text: "It was wrong.", version: 0 }),
  },
  "editions.withdraw": {
    act: "edition withdrawn",
    first: () => signed(WITHDRAWAL),
    done: () => asHost().editions.withdraw({ consultationId, number: 1 }),
  },
  "themes.destroy": { act: "open answers destroyed", done: () => atBench().destroy({ consultationId }) },
  "conduct.end": { act: "consultation ended", done: () => asHost().conduct.end({ consultationId }) },
};

type Procedures = Readonly<Record<string, { readonly _def: { readonly type: string } }>>;

/** The names of what changes something. */
function mutationsOf(router: { _def: { procedures: unknown } }): string[] {
  const procedures = router._def.procedures as Procedures; // as the library keeps them
  return Object.entries(procedures).flatMap(([name, { _def }]) => (_def.type === "mutation" ? [name] : []));
}

describe("the acts of hosts and rapporteurs", () => {
  it("[H82] each stands among those that are recorded, or among those with a reason", () => {
    const recorded = [...Object.keys(ACTS), ...OF_LOST_CODES, "consultations.create"];
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
