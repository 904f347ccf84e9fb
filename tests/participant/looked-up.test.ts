import { expect, it } from "vitest";
import { lookedUp } from "@/app/(participant)/c/[slug]/rounds/[number]/receipts/looked-up";
import { BREAKDOWN } from "@/domain/questionnaire/breakdown";
import type { Answers } from "@/domain/questionnaire/questionnaire";
import { ballotDatabase, registryDatabase } from "@/tests/support/databases";
import { someAnswers } from "@/tests/support/questionnaire";
import { publishedRoundWithGroups } from "@/tests/support/record";

const PANEL = 10;

/** The first names a group, the third leaves it out, and all others prefer not to say. */
function answersOf(index: number): Answers {
  if (index === 2) return someAnswers(index % 5);
  return { ...someAnswers(index % 5), [BREAKDOWN]: { kind: "group", groupId: index === 0 ? "north" : null } };
}

const [registry, ballot] = await Promise.all([registryDatabase(), ballotDatabase()]);
const { play } = await publishedRoundWithGroups(registry, ballot, PANEL, answersOf);

/** What the page of receipts finds for whoever enrolled as the n-th. */
const foundBy = (index: number, answers = answersOf(index)) =>
  lookedUp(
    play.slug,
    { kind: "round", number: 1 },
    { code: play.participants[index]?.code ?? null, answers },
    () => undefined,
    {
      registry: play.participantsRegistry(),
      questionnaires: (input) => play.as(null).questionnaires.ofRound(input),
      receiptRoots: play.receiptRoots(),
      windowRoots: (input) => play.as(null).windows.receipts(input),
      box: play.participantsBox(),
    },
  );

it("[A143] whoever was asked for a group finds its leaf, under the question that asked for it", async () => {
  const { prompts, items } = await foundBy(0);
  expect(items.map(({ itemId }) => prompts.get(itemId))).toEqual([
    "How far do you support each?",
    "Which model?",
    "Which steps would you support?",
    "In which order?",
    "Why?",
    "Which group is yours?",
  ]);
  expect(items.map(({ whole, own }) => [whole, own])).toEqual(Array(6).fill([true, "found"]));
  expect(items.at(-1)).toMatchObject({ itemId: BREAKDOWN, leaves: 9 });
});

it("[A143] a group that was not told is found, one left out is said to be not answered, and another is not found", async () => {
  const ofGroup = async (index: number, answers?: Answers) =>
    (await foundBy(index, answers)).items.find(({ itemId }) => itemId === BREAKDOWN)?.own;
  expect(await ofGroup(1)).toBe("found");
  expect(await ofGroup(2)).toBe("notAnswered");
  expect(await ofGroup(0, { ...answersOf(0), [BREAKDOWN]: { kind: "group", groupId: "south" } })).toBe(
    "notFound",
  );
});
