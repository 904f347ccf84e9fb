import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { givesAway } from "@/domain/floor/gives-away";
import { alphabetical } from "@/domain/floor/note";

describe("a note", () => {
  it.each([
    ["The delegation of the host said so.", "speaker", "The delegation of"],
    ["A representative from the region objected.", "speaker", "A representative from"],
    ["La délégation du Nord hésite.", "speaker", "La délégation du"],
    ["LA DÉLÉGATION DU NORD HÉSITE.", "speaker", "LA DÉLÉGATION DU"],
    ["Selon la délégation d’un État insulaire.", "speaker", "la délégation d’"],
    ["Les représentants des États insulaires hésitent.", "speaker", "Les représentants des"],
    ["L’ambassadrice de la région hésite.", "speaker", "L’ambassadrice de"],
    ["La mission permanente d'un voisin hésite.", "speaker", "La mission permanente d'"],
    ["La delegación del país anfitrión duda.", "speaker", "La delegación del"],
    ["El representante de la región duda.", "speaker", "El representante de"],
    ["Las delegadas de la región dudan.", "speaker", "Las delegadas de"],
    ["El embajador del país anfitrión duda.", "speaker", "El embajador del"],
    ["Two ambassadors from the region spoke.", "speaker", "ambassadors from"],
    ["The distinguished delegate for the host spoke.", "speaker", "The distinguished delegate for"],
    ["The deputy permanent representative of it spoke.", "speaker", "The deputy permanent representative of"],
    ["The Permanent Mission of the host spoke.", "speaker", "The Permanent Mission of"],
    ["The chargé d’affaires of the host spoke.", "speaker", "The chargé d’affaires of"],
    ["Malaysia would go slowly.", "state", "Malaysia"],
    ["Our delegation would go slowly.", "own", "Our delegation"],
  ])("[Z6] gives away who spoke: %s", (text, kind, passage) => {
    expect(givesAway(text)).toContainEqual(
      expect.objectContaining({ kind, passage, from: text.indexOf(passage) }),
    );
  });

  it("[Z6] of two passages both are named, in the order of the text, and none is named twice", () => {
    const found = givesAway("Costs: the delegation of Malaysia would go slowly.");
    expect(found.map(({ kind, passage }) => [kind, passage])).toEqual([
      ["speaker", "the delegation of"],
      ["state", "Malaysia"],
    ]);
    expect(givesAway("Our delegation for the north would wait.").map(({ passage }) => passage)).toEqual([
      "Our delegation",
    ]);
    expect(givesAway("Delegations asked what it costs, and who bears it.")).toEqual([]);
  });

  it("[Z3] stands in an order that does not depend on when it was noted", () => {
    // Some say the same, or what compares as the same.
    const text = fc.oneof(fc.string({ minLength: 1 }), fc.constantFrom("Costs.", "Costs\u0000.", "Slowly."));
    const texts = fc.uniqueArray(fc.record({ id: fc.uuid(), text }), {
      selector: ({ id: of }) => of,
    });
    fc.assert(
      fc.property(
        texts.chain((notes) =>
          fc.tuple(fc.constant(notes), fc.shuffledSubarray(notes, { minLength: notes.length })),
        ),
        ([notes, shuffled]) => {
          expect(alphabetical(shuffled)).toEqual(alphabetical(notes));
        },
      ),
    );
  });
});
