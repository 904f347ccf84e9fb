import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { REGIONAL_GROUPS } from "@/domain/consultation/delegations-member-states";
import { type PanelSize, prospectOf, type SeatCount } from "@/domain/consultation/prospect";
import { FEWEST_POSITIONS } from "@/domain/disclosure/cell";
import { scaleTable } from "@/domain/disclosure/scale";
import type { Questionnaire } from "@/domain/questionnaire/questionnaire";
import { smallQuestionnaire } from "../support/questionnaire";

const NAMES = {
  african: "African States",
  asiaPacific: "Asia-Pacific States",
  easternEuropean: "Eastern European States",
  latinAmericanCaribbean: "GRULAC",
  westernEuropeanOthers: "WEOG",
};

const nobody: SeatCount = { seats: 0, byGroup: {} };
const panel = (seats: number, byGroup: SeatCount["byGroup"] = {}): PanelSize => ({
  invited: { seats, byGroup },
  enrolled: nobody,
});

/** The small questionnaire with a breakdown by groups of these names. */
function asking(...names: string[]): Questionnaire {
  const groups = names.map((name, index) => ({ id: `g${index}`, name }));
  return { ...smallQuestionnaire, breakdown: { question: "Which group?", groups } };
}

const breakdownOf = (size: PanelSize, ...names: string[]) => prospectOf(size, asking(...names)).breakdown;

describe("what the size of a panel allows", () => {
  it("[Q56] counts on those who have enrolled once ten have, and before on everybody who is invited", () => {
    const size = (enrolled: number) => ({ invited: nobody, enrolled: { seats: enrolled, byGroup: {} } });
    expect(prospectOf({ ...size(9), invited: { seats: 24, byGroup: {} } }, smallQuestionnaire)).toMatchObject(
      {
        counted: "invited",
        seats: 24,
        spare: 14,
      },
    );
    expect(prospectOf(size(10), smallQuestionnaire)).toMatchObject({ counted: "enrolled", spare: 0 });
    expect(prospectOf(panel(9), smallQuestionnaire).spare).toBeNull();
  });

  it("[Q56] says from how many alike on the rest is hidden, as a release would", () => {
    fc.assert(
      fc.property(fc.integer({ min: 13, max: 60 }), fc.integer({ min: 0, max: 60 }), (seats, against) => {
        const { nearlyAllFrom } = prospectOf(panel(seats), smallQuestionnaire);
        const alike = Math.max(0, seats - against);
        const table = scaleTable([seats - alike, 0, 0, 0, alike]);
        const hides = table.kind !== "tooFew" && table.sides.for.kind === "allOrNearlyAll";
        expect(hides).toBe(alike >= nearlyAllFrom);
      }),
    );
  });

  it("[Q56] says where the steps of a scale cannot all be shown in use", () => {
    expect(prospectOf(panel(14), smallQuestionnaire).steps).toBe(5);
    expect(prospectOf(panel(15), smallQuestionnaire).steps).toBeNull();
    expect(scaleTable([3, 3, 3, 3, 3]).kind).toBe("categories");
    expect(scaleTable([3, 3, 2, 3, 3]).kind).toBe("sides");
  });
});

describe("what the size of a panel allows of a breakdown", () => {
  it.each([
    [19, "never", 1],
    [24, "ifNearlyAll", 2],
    [29, "ifNearlyAll", 2],
    [30, "expected", 3],
  ])("[Q57] of %i seats that name no group: %s", (seats, chance, most) => {
    expect(breakdownOf(panel(seats), "Donors", "Hosts of missions", "Others")).toMatchObject({
      chance,
      most,
    });
    expect(prospectOf(panel(seats), smallQuestionnaire).breakdown).toMatchObject({ chance, of: null });
  });

  it("[Q57] tells of each group that the seats carry whether it could reach ten", () => {
    const size = panel(50, { african: 20, asiaPacific: 12, westernEuropeanOthers: 9, easternEuropean: 9 });
    expect(breakdownOf(size, "African States", "asia", "WEOG", "EEG", "GRULAC")).toEqual({
      chance: "ifNearlyAll",
      most: 2,
      of: 5,
      groups: [
        { name: "African States", seats: 20, chance: "expected" },
        { name: "asia", seats: 12, chance: "ifNearlyAll" },
        { name: "WEOG", seats: 9, chance: "never" },
        { name: "EEG", seats: 9, chance: "never" },
        { name: "GRULAC", seats: 0, chance: "never" },
      ],
    });
  });

  it("[Q57] tells where others would have to name a group too", () => {
    const { groups, most } = breakdownOf(
      panel(30, { african: 16, asiaPacific: 8 }),
      "africa",
      "asia",
      "GRULAC",
    );
    expect(groups.map(({ chance }) => chance)).toEqual(["expected", "withOthers", "never"]);
    expect(most).toBe(2);
  });

  it("[Q57] however those who are in no group that is named declare theirs, no more groups reach ten than it says", () => {
    const counts = fc.record(
      Object.fromEntries(REGIONAL_GROUPS.map((group) => [group, fc.nat({ max: 25 })])),
    );
    const declared = fc.array(fc.nat({ max: 6 }), { maxLength: 60 });
    fc.assert(
      fc.property(counts, fc.subarray([...REGIONAL_GROUPS]), declared, (byGroup, named, free) => {
        const names = [...named.map((group) => NAMES[group]), "Observers", "Organisations"];
        const sizes = names.map((_, index) => {
          const group = named[index];
          const own = group === undefined ? 0 : (byGroup[group] ?? 0);
          return own + free.filter((choice) => choice === index).length;
        });
        const kept = Object.fromEntries(named.map((group) => [group, byGroup[group] ?? 0]));
        const seats = Object.values(kept).reduce((sum, own) => sum + own, 0) + free.length;
        const { most, chance } = breakdownOf(panel(seats, kept), ...names);
        const reaching = sizes.filter((size) => size >= FEWEST_POSITIONS).length;
        expect(reaching).toBeLessThanOrEqual(most);
        if (chance === "never") expect(reaching).toBeLessThan(2);
      }),
    );
  });

  it("[Q57] of two names for one regional group the seats stand under the first alone", () => {
    const { groups } = breakdownOf(panel(30, { african: 30 }), "African States", "africa", "WEOG");
    expect(groups.map(({ seats }) => seats)).toEqual([30, 0]);
  });
});
