import { expect, it } from "vitest";
import { signedResponse } from "@/app/(participant)/_protocol/answer";
import { miscounts } from "@/audit/durability/count";
import type { ResponseEntry } from "@/domain/anonymity/response";
import { closeRound } from "@/server/releases/close";
import { ballotDatabase, registryDatabase } from "@/tests/support/databases";
import { openRound } from "@/tests/support/open-round";
import { smallQuestionnaire, someAnswers } from "@/tests/support/questionnaire";

it("[A199] a closed round that counts each response once is told from one that lost, doubled or altered any", async () => {
  const [registry, ballot] = [await registryDatabase(), await ballotDatabase()];
  const play = await openRound(registry, ballot, 11);
  const { roundId, consultationId, clock, secrets, ballotBox } = play;
  const truth: ResponseEntry[] = [];
  for (const [index, { code, wallet }] of play.participants.slice(0, 10).entries()) {
    const response = await signedResponse(code, wallet, roundId, someAnswers(index % 5), 1);
    await play.participantsBox().submit(response);
    truth.push(response.entry);
  }
  await closeRound(
    { registry, ballot, personId: null, now: clock.now, secrets, ballotBox },
    consultationId,
    roundId,
  );
  const found = (believed: readonly ResponseEntry[]) =>
    miscounts({ registry, ballot, roundId, questionnaire: smallQuestionnaire }, believed);
  expect(await found(truth)).toEqual([]);
  const both = ["the release is another", "the leaves are others"];
  expect(await found(truth.slice(1))).toEqual(both);
  expect(await found([...truth, ...truth.slice(0, 1)])).toEqual(both);
  const answers = {
    ...someAnswers(0),
    why: { kind: "text", text: "Other.", consent: "mayBeReflected" } as const,
  };
  expect(await found(truth.map((entry, index) => (index === 0 ? { ...entry, answers } : entry)))).toEqual([
    "the leaves are others",
  ]);
}, 120_000);
