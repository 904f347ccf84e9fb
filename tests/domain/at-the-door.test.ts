import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type DoorSeat, doorChoices, lineOfTyped } from "@/domain/consultation/at-the-door";
import { KNOWN_DELEGATIONS } from "@/domain/consultation/known-delegations";
import { readSeats } from "@/domain/consultation/seat";

const seat = (delegation: string, place: number, enrolled: boolean): DoorSeat => ({
  id: `${delegation} ${place}`,
  delegation,
  place,
  enrolled,
});

describe("a delegation at the door", () => {
  it("[V70] without a seat gets its first one, by part of its name in any official language", () => {
    for (const typed of ["Kenya", "kenya", "Kenia"])
      expect(doorChoices(typed, []).choices[0]).toEqual({ kind: "new", delegation: "Kenya", place: 1 });
    expect(doorChoices("Ken", []).choices).toContainEqual({ kind: "new", delegation: "Kenya", place: 1 });
  });

  it("[V70] whose seat has not enrolled gets that seat's invitation, and no second seat", () => {
    const { choices } = doorChoices("Kenya", [seat("Kenya", 1, true), seat("Kenya", 2, false)]);
    expect(choices).toEqual([{ kind: "free", delegation: "Kenya", place: 2, seatId: "Kenya 2" }]);
    const waiting = [3, 1, 2].map((place) => seat("Kenya", place, place === 1));
    expect(doorChoices("Kenya", waiting).choices).toMatchObject([{ kind: "free", place: 2 }]);
  });

  it("[V70] whose seats have all enrolled gets a further one, and is told so", () => {
    const { choices } = doorChoices("Kenya", [seat("Kenya", 1, true), seat("Kenya", 2, true)]);
    expect(choices).toEqual([{ kind: "further", delegation: "Kenya", place: 3 }]);
    // A seat between them was taken off the panel.
    const apart = [seat("Kenya", 1, true), seat("Kenya", 3, true)];
    expect(doorChoices("Kenya", apart).choices).toMatchObject([{ kind: "further", place: 4 }]);
  });

  it("[V71] on no list is seated under the name as it is typed, once", () => {
    const typed = "Lake Basin Commission";
    expect(doorChoices(typed, []).choices.at(-1)).toEqual({ kind: "typed", delegation: typed, place: 1 });
    const { choices } = doorChoices(typed.toLowerCase(), [seat(typed, 1, false)]);
    expect(choices[0]).toEqual({ kind: "free", delegation: typed, place: 1, seatId: `${typed} 1` });
    expect(choices.every(({ kind }) => kind !== "typed")).toBe(true);
  });

  it("[V71] is read by the panel as it was typed, whatever stands in its name", () => {
    const name = fc
      .stringMatching(/^[A-Z][a-z]{3,8} [A-Za-z ,;"']{0,20}[a-z]$/)
      .filter((one) => doorChoices(one, []).choices.some(({ kind }) => kind === "typed"));
    fc.assert(
      fc.property(name, (typed) => {
        const delegation = doorChoices(typed, []).choices.at(-1)?.delegation ?? "";
        const { rows } = readSeats(lineOfTyped(delegation), []);
        expect(rows.map(({ issue, adds }) => [issue, adds.map((one) => one.delegation)])).toEqual([
          [null, [delegation]],
        ]);
      }),
      { numRuns: 100 },
    );
  });

  it("[V70] is offered few names, and none where nothing is typed", () => {
    expect(doorChoices("  ", []).choices).toEqual([]);
    const { choices, found } = doorChoices("a", []);
    expect(found).toBeGreaterThan(100);
    expect(choices.length).toBeLessThan(10);
    for (const { name } of KNOWN_DELEGATIONS.slice(0, 60))
      expect(doorChoices(name, []).choices[0]).toEqual({ kind: "new", delegation: name, place: 1 });
  });
});
