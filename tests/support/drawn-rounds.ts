import fc from "fast-check";
import type { Answer } from "@/domain/questionnaire/shapes/item";
import type { Answers, Questionnaire } from "@/domain/questionnaire/shapes/questionnaire";
import { approvalItem, choiceItem, questionnaireOf, rankingItem, scaleItem } from "./release-of";

/** A round as it was answered. */
export type DrawnRound = { readonly questionnaire: Questionnaire; readonly responses: readonly Answers[] };

/** How often the first, second, … of a few opinions is held: mostly so that counts near 0, 1, 2 and n are frequent. */
const HELD = [
  [30, 2, 1, 1],
  [12, 3, 1, 1],
  [6, 5, 2, 1],
  [4, 4, 3, 3],
];

/** So many answers, drawn from four; the last of the four may be to give none. */
function held(answer: fc.Arbitrary<Answer>, responses: number): fc.Arbitrary<(Answer | null)[]> {
  const four = fc.tuple(answer, answer, answer, fc.option(answer));
  return fc
    .tuple(four, fc.constantFrom(...HELD))
    .chain(([answers, weights]) =>
      fc.array(
        fc.oneof(...answers.map((one, at) => ({ weight: weights[at] ?? 1, arbitrary: fc.constant(one) }))),
        { minLength: responses, maxLength: responses },
      ),
    );
}

const ids = (letter: string, size: number) => Array.from({ length: size }, (_, at) => `${letter}${at}`);

const markOf = (categories: number) => fc.integer({ min: 0, max: categories - 1 });

const scaleAnswer = (categories: number): fc.Arbitrary<Answer> =>
  fc.record({ s0: markOf(categories), s1: markOf(categories) }).map((marks) => ({ kind: "scale", marks }));

const choiceAnswer = (options: number): fc.Arbitrary<Answer> =>
  fc.constantFrom(...ids("o", options)).map((option) => ({ kind: "choice", option }));

const approvalAnswer = (options: number, fewest: number, most: number): fc.Arbitrary<Answer> =>
  fc
    .subarray(ids("o", options), { minLength: fewest, maxLength: most })
    .map((approved) => ({ kind: "approval", options: approved }));

/** Each option in one of as many places, and the places that stay empty taken out. */
const rankingAnswer = (options: number): fc.Arbitrary<Answer> =>
  fc
    .array(fc.integer({ min: 0, max: options - 1 }), { minLength: options, maxLength: options })
    .map((chosen) => ({
      kind: "ranking",
      places: ids("o", options)
        .map((_, place) => ids("o", options).filter((__, option) => chosen[option] === place))
        .filter((tied) => tied.length > 0),
    }));

/** One item of each kind, with answers to it. */
const drawnItems = fc
  .record({
    n: fc.integer({ min: 10, max: 16 }),
    categories: fc.integer({ min: 2, max: 5 }),
    chosen: fc.integer({ min: 2, max: 5 }),
    approved: fc.integer({ min: 2, max: 4 }),
    ranked: fc.integer({ min: 2, max: 4 }),
  })
  .chain((sizes) =>
    fc.tuple(
      fc.constant(sizes),
      fc
        .integer({ min: 0, max: sizes.approved - 1 })
        .chain((minimum) =>
          fc.tuple(fc.constant(minimum), fc.integer({ min: Math.max(1, minimum), max: sizes.approved })),
        ),
    ),
  );

/** Rounds with a scale of two statements, a choice, an approval and a ranking, all of them small. */
export const drawnRound: fc.Arbitrary<DrawnRound> = drawnItems.chain(([sizes, [minimum, maximum]]) => {
  const { n, categories, chosen, approved, ranked } = sizes;
  const questionnaire = questionnaireOf(
    scaleItem(categories, 2),
    choiceItem(chosen),
    approvalItem(approved, { minimum, maximum }),
    rankingItem(ranked),
  );
  return fc
    .tuple(
      held(scaleAnswer(categories), n),
      held(choiceAnswer(chosen), n),
      held(approvalAnswer(approved, minimum, maximum), n),
      held(rankingAnswer(ranked), n),
    )
    .map(([scales, choices, approvals, rankings]) => ({
      questionnaire,
      responses: scales.map((scale, at) => ({
        ...entry("scale", scale),
        ...entry("choice", choices[at]),
        ...entry("approval", approvals[at]),
        ...entry("ranking", rankings[at]),
      })),
    }));
});

const entry = (id: string, answer: Answer | null | undefined): Answers =>
  answer === null || answer === undefined ? {} : { [id]: answer };
