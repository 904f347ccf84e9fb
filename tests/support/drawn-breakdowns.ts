import fc from "fast-check";
import type { Answers } from "@/domain/questionnaire/shapes/questionnaire";
import type { DrawnRound } from "./drawn-rounds";
import { questionnaireOf, scaleItem } from "./release-of";

/** How many name one group: as a rule enough to be shown, now and then not. */
const size = fc.oneof(
  { weight: 3, arbitrary: fc.integer({ min: 10, max: 13 }) },
  { weight: 1, arbitrary: fc.integer({ min: 0, max: 9 }) },
);

/** How often against, for and, where there is one, neither is held in a group: evenly, or hardly by anybody. */
const weights = fc.constantFrom(
  [1, 1, 1],
  [1, 6, 0],
  [6, 1, 1],
  [1, 12, 1],
  [12, 1, 0],
  [3, 4, 0],
  [0, 1, 0],
);

/** The positions of so many of one group, by category; null is none. */
function positions(categories: number, members: number): fc.Arbitrary<(number | null)[]> {
  return weights.chain((held) => {
    const position = fc.oneof(
      { weight: 1, arbitrary: fc.constant(null) },
      ...Array.from({ length: categories }, (_, category) => ({
        weight: 4 * (held[category] ?? 0),
        arbitrary: fc.constant(category),
      })),
    );
    return fc.array(position, { minLength: members, maxLength: members });
  });
}

const answersOf = (groupId: string | null, position: number | null): Answers => ({
  breakdown: { kind: "group", groupId },
  ...(position === null ? {} : { scale: { kind: "scale", marks: { s0: position } } }),
});

/** Rounds with one statement that ask for a group, of two to four; the last of the sizes drawn name none. */
export const drawnBreakdown: fc.Arbitrary<DrawnRound> = fc
  .tuple(
    fc.integer({ min: 2, max: 3 }),
    fc.array(size, { minLength: 2, maxLength: 4 }),
    fc.integer({ min: 0, max: 6 }),
  )
  .chain(([categories, sizes, others]) => {
    const groups = sizes.map((_, at) => ({ id: `g${at}`, name: `Group ${at}` }));
    const questionnaire = {
      ...questionnaireOf(scaleItem(categories)),
      breakdown: { question: "Which group?", groups },
    };
    return fc.tuple(...[...sizes, others].map((members) => positions(categories, members))).map((held) => ({
      questionnaire,
      responses: held.flatMap((ofGroup, at) =>
        ofGroup.map((position) => answersOf(groups[at]?.id ?? null, position)),
      ),
    }));
  });
