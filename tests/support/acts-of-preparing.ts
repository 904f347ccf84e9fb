import { eq } from "drizzle-orm";
import type { BallotDatabase } from "@/db/ballot/client";
import type { RegistryDatabase } from "@/db/registry/client";
import { issuance, people, rounds, seats } from "@/db/registry/schema";
import { callClosing } from "@/server/trpc/closing-router";
import { actsInTheRoom } from "./acts-in-the-room";
import { actsOfMailing } from "./acts-of-mailing";
import { actsOnBackgroundPapers } from "./acts-on-background-papers";
import { smallQuestionnaire } from "./questionnaire";
import type { scene } from "./scene";

/** A consultation on which acts are done one after another. */
export type ActStage = {
  readonly registry: RegistryDatabase;
  readonly ballot: BallotDatabase;
  readonly play: Awaited<ReturnType<typeof scene>>;
};

/** An act, and how it is recorded. */
export type Recorded = {
  readonly act: string;
  /** What must be done before, and leaves entries of its own. */
  readonly first?: () => Promise<unknown>;
  readonly done: () => Promise<unknown>;
};

const plan = {
  level: "expert",
  timeZone: "UTC",
  opensAt: "2026-04-01T09:00",
  closesAt: "2026-04-03T18:00",
} as const;

/** Each act of a host up to the close of a round, in an order in which it can be done. */
export function actsOfPreparing(stage: ActStage): Readonly<Record<string, Recorded>> {
  const { registry, ballot, play } = stage;
  const { consultationId, roundId, host, clock } = play;
  const asHost = () => play.as(host);
  /** The first version of its discussion paper. */
  const paper = { consultationId, number: 1 } as const;

  const seatOf = async (delegation: string) => {
    const [seat] = await registry.select().from(seats).where(eq(seats.delegation, delegation));
    return seat?.id ?? "";
  };

  const actsOnPapers = actsOnBackgroundPapers(play);

  let added: string | undefined;
  const rapporteur = {
    name: "",
    email: "rapporteur@mission.example",
    role: "rapporteur",
    mission: "",
  } as const;
  const rapporteurId = async () => {
    const [person] = await registry.select().from(people).where(eq(people.email, rapporteur.email));
    return person?.id ?? "";
  };

  return {
    "consultations.update": {
      act: "particulars changed",
      done: () => asHost().consultations.update({ consultationId, title: "B", subject: "C", rule: "D" }),
    },
    "consultations.addPerson": {
      act: "person added",
      done: () => asHost().consultations.addPerson({ consultationId, ...rapporteur }),
    },
    "people.changeRole": {
      act: "role changed",
      done: async () =>
        asHost().people.changeRole({
          consultationId,
          personId: await rapporteurId(),
          role: "observer",
          mission: "",
        }),
    },
    "consultations.removePerson": {
      act: "person removed",
      done: async () =>
        asHost().consultations.removePerson({ consultationId, personId: await rapporteurId() }),
    },
    "rounds.add": {
      act: "round planned",
      done: async () => {
        added = (await asHost().rounds.add({ consultationId, ...plan })).roundId;
      },
    },
    "rounds.update": {
      act: "round replanned",
      done: () =>
        asHost().rounds.update({ consultationId, roundId: added ?? "", ...plan, level: "highLevel" }),
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
    "panel.addFurther": {
      act: "seats added",
      done: () => asHost().panel.addFurther({ consultationId, delegation: "Kenya", place: 2 }),
    },
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
        asHost().papers.explain({
          ...paper,
          version: 2,
          blockId: "p-1",
          findings: [],
          sentence: "Asked for.",
        }),
    },
    "papers.circulate": {
      act: "paper circulated",
      done: () => asHost().papers.circulate({ ...paper, roundId }),
    },
    ...actsOnPapers.draft,
    "conduct.setExtension": {
      act: "extension by the rule set",
      done: () => asHost().conduct.setExtension({ consultationId, hours: 48 }),
    },
    "conduct.openEnrolment": {
      act: "enrolment opened",
      done: () => asHost().conduct.openEnrolment({ consultationId }),
    },
    "conduct.openByClock": {
      act: "opening by the clock asked for",
      first: () =>
        registry
          .update(rounds)
          .set({ opensAt: new Date(clock.now.getTime() + 3_600_000) })
          .where(eq(rounds.id, roundId)),
      done: () => asHost().conduct.openByClock({ consultationId, roundId, wanted: true }),
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
    ...actsOnPapers.opened,
    "conduct.extendRound": {
      act: "round extended",
      done: () => {
        const closesAt = new Date(clock.now.getTime() + 30 * 86_400_000).toISOString();
        return asHost().conduct.extendRound({ consultationId, roundId, closesAt });
      },
    },
    ...actsOfMailing(stage),
    ...actsInTheRoom(stage),
    "releases.close": {
      act: "round closed",
      // Its time has come, and its one extension is behind it.
      first: () =>
        registry
          .update(rounds)
          .set({ closesAt: clock.now, extendedByRule: true })
          .where(eq(rounds.id, roundId)),
      done: () => {
        const { db, publicUrl: _, ...context } = play.context(host);
        return callClosing({ ...context, registry: db, ballot }).releases.close({ consultationId, roundId });
      },
    },
  };
}
