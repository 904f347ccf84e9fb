import { eq } from "drizzle-orm";
import { expect, it } from "vitest";
import { releases, rounds } from "@/db/registry/schema";
import { BREAKDOWN } from "@/domain/questionnaire/breakdown";
import { closeRound } from "@/server/releases/close";
import { ballotDatabase, registryDatabase } from "@/tests/support/databases";
import { answered, enrolledSeats } from "@/tests/support/participants";
import { smallQuestionnaire, someAnswers } from "@/tests/support/questionnaire";
import { scene } from "@/tests/support/scene";

const registry = await registryDatabase();
const ballot = await ballotDatabase();

const asking = {
  ...smallQuestionnaire,
  breakdown: {
    question: "Which group?",
    groups: ["north", "south", "west"].map((id) => ({ id, name: `The ${id}` })),
  },
};

/** An open round that asks for groups, with so many enrolled. */
async function openScene(seats: number) {
  const play = await scene(registry, ballot, seats);
  const { consultationId, roundId } = play;
  await registry.update(rounds).set({ questionnaire: asking }).where(eq(rounds.id, roundId));
  await play.as(play.host).conduct.openEnrolment({ consultationId });
  const participants = await enrolledSeats(play, seats);
  await play.as(play.host).conduct.openRound({ consultationId, roundId });
  return { ...play, participants };
}

it("[D31] a round that asks for groups takes each participant's, lets it be changed, and is released with those that may be shown", async () => {
  const play = await openScene(30);
  const { clock, secrets, ballotBox, consultationId, roundId } = play;
  const say = (groupId: string | null, mark: number) => ({
    ...someAnswers(mark),
    [BREAKDOWN]: { kind: "group" as const, groupId },
  });
  for (const [index, participant] of play.participants.entries()) {
    const groupId = index < 11 ? "north" : index < 21 ? "south" : index < 23 ? "west" : null;
    const mark = index % 2 === 0 ? 4 : 0;
    await answered(play, participant, say(index === 3 ? "west" : groupId, mark));
    // Somebody changes the group afterwards.
    if (index === 3) await answered(play, participant, say(groupId, mark), 2);
  }
  const [stranger] = play.participants;
  if (stranger === undefined) throw new Error("nobody has enrolled");
  await expect(answered(play, stranger, say("east", 4), 2)).rejects.toThrow("does not offer");

  await closeRound(
    { registry, ballot, personId: null, now: clock.now, secrets, ballotBox },
    consultationId,
    roundId,
  );
  const [stored] = await registry.select().from(releases).where(eq(releases.roundId, roundId));
  const scale = stored?.release.items[0];
  if (scale?.kind !== "scale") throw new Error("the first item is a scale");
  const count = (value: number) => ({ kind: "count", count: value });
  const [advice, training] = scale.statements;
  expect(advice?.groups).toEqual([
    {
      groupId: "north",
      name: "The north",
      n: 11,
      sides: { for: count(6), neither: count(0), against: count(5) },
    },
    {
      groupId: "south",
      name: "The south",
      n: 10,
      sides: { for: count(5), neither: count(0), against: count(5) },
    },
  ]);
  expect(advice?.withheld).toEqual({
    kind: "groups",
    groups: [{ groupId: "west", name: "The west", reason: "tooFew" }],
  });
  expect(training).toMatchObject({ withheld: { kind: "all", reason: "tooFew" } });
  expect(training).not.toHaveProperty("groups");
  expect(Object.keys(stored?.release.roots ?? {})).toContain(BREAKDOWN);
}, 120_000);
