import { sql } from "drizzle-orm";
import fc from "fast-check";
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from "vitest";
import { ownResponse } from "@/app/(participant)/_protocol/answer";
import { ballotDatabase, registryDatabase } from "@/tests/support/databases";
import { moved, openRound } from "@/tests/support/open-round";
import { answered, type Participant } from "@/tests/support/participants";
import { someAnswers } from "@/tests/support/questionnaire";

const ballot = await ballotDatabase();
const play = await openRound(await registryDatabase(), ballot, 10);
const { roundId } = play;
const one = play.nth(0);

// Limits go by the clock of the process, which stands here until it is moved on.
beforeAll(() => void vi.useFakeTimers({ toFake: ["Date"] }));
afterAll(() => void vi.useRealTimers());

/** Begins anew with an empty box, a minute later: what one key may send in a minute is limited. */
async function afresh(): Promise<void> {
  vi.setSystemTime(Date.now() + 60_000);
  await ballot.execute(sql`TRUNCATE arrival, response`);
}
afterEach(afresh);

const send = (revision: number, mark: number, participant = one) =>
  answered(play, participant, someAnswers(mark), revision);

const moveOn = () => moved(ballot, roundId);
/** Where a response can be when the next one comes, and how it gets there. */
const PLACES: [string, () => Promise<void>][] = [
  ["waits in `arrival`", async () => undefined],
  ["has moved to `response`", moveOn],
];

async function held(participant: Participant = one) {
  const entry = await ownResponse(play.participantsBox(), participant.code, participant.wallet, roundId);
  return entry === null ? null : { revision: entry.revision, answers: entry.answers };
}
const response = (revision: number, mark: number) => ({ revision, answers: someAnswers(mark) });

describe.each(PLACES)("a response that %s", (_, then) => {
  it("[A44] is replaced by a higher revision", async () => {
    await send(2, 1);
    await then();
    await send(3, 0);
    expect(await held()).toEqual(response(3, 0));
  });

  it("[A45] gets the same receipt again for the same content, and stands as it was", async () => {
    const receipt = await send(2, 1);
    await then();
    expect(await send(2, 1)).toBe(receipt);
    expect(await held()).toEqual(response(2, 1));
  });

  it("[A46] is never replaced by other content of the same revision, nor by a lower one", async () => {
    await send(2, 1);
    await then();
    await expect(send(2, 0)).rejects.toThrow("newer response");
    await expect(send(1, 0)).rejects.toThrow("newer response");
    await expect(send(1, 1)).rejects.toThrow("newer response");
    expect(await held()).toEqual(response(2, 1));
  });
});

it("[A47] whatever is sent in whatever order, before and after moving, the box holds the first of the highest revision", async () => {
  const step = fc.record({
    revision: fc.integer({ min: 1, max: 4 }),
    mark: fc.integer({ min: 0, max: 1 }),
    moves: fc.boolean(),
  });
  await fc.assert(
    fc
      .asyncProperty(fc.array(step, { minLength: 1, maxLength: 8 }), async (steps) => {
        let expected: { revision: number; mark: number } | null = null;
        for (const { revision, mark, moves } of steps) {
          const taken = await send(revision, mark).then(
            () => true,
            () => false,
          );
          const higher: boolean = expected === null || revision > expected.revision;
          const same = revision === expected?.revision && mark === expected.mark;
          expect(taken).toBe(higher || same);
          if (higher) expected = { revision, mark };
          if (moves) await moveOn();
        }
        expect(await held()).toEqual(expected && response(expected.revision, expected.mark));
      })
      .afterEach(afresh),
    { numRuns: 15 },
  );
});

describe("at the same time", () => {
  const settled = async (sending: Promise<string>[]) =>
    (await Promise.allSettled(sending)).map(({ status }) => status === "fulfilled");

  it("[A48] of two contents under one revision exactly one gets in, and its receipt alone is given", async () => {
    for (let turn = 1; turn <= 10; turn += 1) {
      const taken = await settled([send(turn, 0), send(turn, 1)]);
      expect(taken.filter(Boolean)).toHaveLength(1);
      expect(await held()).toEqual(response(turn, taken[0] ? 0 : 1));
      if (turn % 3 === 0) await moveOn();
    }
  });

  it("[A49] of several revisions the highest stands, while batches move", async () => {
    for (let turn = 0; turn < 5; turn += 1) {
      const highest = 3 * turn + 3;
      await Promise.all([
        settled(
          play.participants.flatMap((participant) =>
            [2, 0, 1].map((less) => send(highest - less, (highest - less) % 5, participant)),
          ),
        ),
        moveOn(),
      ]);
      for (const participant of play.participants)
        expect(await held(participant)).toEqual(response(highest, highest % 5));
    }
  });
});
