import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { MOST_ROUNDS, type PlannedRound } from "@/domain/consultation/consultation";
import {
  begun,
  begunAnew,
  issuesAt,
  lastRemoved,
  PATH,
  type RowRemoval,
  SET_UP_STEPS,
  type SetUpDraft,
  type Start,
  setUpDraftSchema,
  stepOfField,
  withCoHost,
  withoutRow,
  withRound,
  withRowBack,
} from "@/domain/consultation/set-up-draft";

const round = (opensAt: string, copies: number | null = null): PlannedRound & { copies: number | null } => ({
  level: "expert",
  opensAt,
  closesAt: opensAt.replace("T09:00", "T18:00"),
  copies,
});
const template: Start = {
  from: "dsr-2011",
  particulars: { title: "The paper’s", subject: "Four questions", rule: "Chatham House Rule" },
  timeZone: "America/New_York",
  missions: [],
  rounds: [round("2026-12-16T09:00"), round("2027-01-13T09:00")],
  seats: 0,
};
const earlier: Start = {
  from: "b7f0a8c4-58fb-4c55-9a52-0a9f2f2f0001",
  particulars: { title: "Ours (copy)", subject: "Review", rule: "On the record" },
  timeZone: "Europe/Zurich",
  missions: ["Permanent Mission of the Netherlands"],
  rounds: [round("2027-02-01T09:00", 1), round("2027-03-01T09:00", 2), round("2027-04-05T09:00", 3)],
  seats: 40,
};

describe("what a path starts from", () => {
  it("[U4] chosen anew, fills in what the host has not changed and leaves what they have", () => {
    const first = begun(template);
    const typed = { ...first, fields: { ...first.fields, title: "My own" } };
    const copy = begunAnew(typed, earlier);
    expect(copy.fields).toMatchObject({
      title: "My own",
      subject: "Review",
      rule: "On the record",
      timeZone: "Europe/Zurich",
      coHosts: [{ mission: "Permanent Mission of the Netherlands", email: "" }],
    });
    expect(copy.fields.rounds.map(({ copies }) => copies)).toEqual([1, 2, 3]);
    expect(copy).toMatchObject({ choice: earlier.from, begunFrom: earlier.from, seats: 40 });
    const back = begunAnew(copy, template);
    expect(back.fields).toEqual({ ...begun(template).fields, title: "My own" });
  });

  it("[U4] gives rounds that stay the questionnaires of the new start in their order, and none of the old", () => {
    const copy = begun(earlier);
    const changed = withoutRow(withRound(copy), "rounds", 0);
    const back = begunAnew(changed, template);
    expect(back.fields.rounds.map(({ opensAt }) => opensAt)).toEqual(
      changed.fields.rounds.map(({ opensAt }) => opensAt),
    );
    expect([...back.fields.rounds, ...back.removed.map(({ row }) => row)]).toEqual(
      expect.not.arrayContaining([expect.objectContaining({ copies: expect.any(Number) })]),
    );
    expect(begunAnew(back, earlier).fields.rounds.map(({ copies }) => copies)).toEqual([1, 2, 3]);
  });
});

const OF = ["coHosts", "rounds"] as const satisfies readonly RowRemoval["of"][];
const step = fc.record({
  of: fc.constantFrom(...OF),
  act: fc.constantFrom("add" as const, "remove" as const),
  index: fc.nat({ max: 6 }),
});

/** A draft after rows came and went. */
function drawn(steps: readonly { of: RowRemoval["of"]; act: "add" | "remove"; index: number }[]): SetUpDraft {
  return steps.reduce((draft, { of, act, index }) => {
    if (act === "remove") return withoutRow(draft, of, index);
    if (of === "coHosts") return withCoHost(draft);
    return draft.fields.rounds.length < MOST_ROUNDS ? withRound(draft) : draft;
  }, begun(earlier));
}

describe("taking back", () => {
  it("[U5] a row that is removed comes back where it stood with everything in it", () => {
    fc.assert(
      fc.property(
        fc.array(step, { maxLength: 12 }),
        fc.constantFrom(...OF),
        fc.nat(5),
        (steps, of, index) => {
          const draft = drawn(steps);
          const gone = withoutRow(draft, of, index);
          const last = lastRemoved(gone, of);
          if (gone === draft || last === undefined) return;
          expect(withRowBack(gone, last)).toEqual(draft);
        },
      ),
    );
  });

  it("[U5] works for one row after another, the last removed first, while there is room", () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 12 }), (steps) => {
        let draft = drawn(steps);
        for (const of of OF)
          for (let last = lastRemoved(draft, of); last !== undefined; last = lastRemoved(draft, of))
            draft = withRowBack(draft, last);
        const { rounds, coHosts } = draft.fields;
        for (const rows of [rounds, coHosts]) {
          expect(new Set(rows.map(({ key }) => key)).size).toBe(rows.length);
        }
        expect(draft.removed.length === 0 || rounds.length === MOST_ROUNDS).toBe(true);
        expect(setUpDraftSchema.parse(JSON.parse(JSON.stringify(draft)))).toEqual(draft);
      }),
    );
  });
});

describe("what is to be put right", () => {
  it("[U6] is said at the step of its field, and all of it at the review", () => {
    const fields = {
      ...begun(template).fields,
      title: " ",
      subject: "s".repeat(601),
      timeZone: "Nowhere",
      coHosts: [{ key: 1, mission: "", email: "nobody" }],
      rounds: [{ ...round(""), key: 1 }],
    };
    const places = (at: (typeof SET_UP_STEPS)[number]) => issuesAt(at, fields).map((issue) => issue.at);
    expect(places("particulars")).toEqual(["title", "subject"]);
    expect(places("coHosts")).toEqual(["coHosts.0.mission", "coHosts.0.email"]);
    expect(places("rounds")).toEqual(["timeZone", "rounds.0.opensAt", "rounds.0.closesAt"]);
    expect(places("review")).toHaveLength(7);
    for (const at of places("review")) expect(SET_UP_STEPS).toContain(stepOfField(at ?? ""));
  });

  it("[U6] is nothing where only suggestions stand, whatever the start but a blank title and the people of co-hosts", () => {
    expect(issuesAt("review", begun(template).fields)).toEqual([]);
    expect(issuesAt("review", begun(earlier).fields).map(({ at }) => at)).toEqual(["coHosts.0.email"]);
    expect(PATH).toHaveLength(7);
  });
});
