import { describe, expect, it } from "vitest";
import { blindHere } from "@/app/(participant)/_protocol/blinding";
import { letGoOfClosedRounds } from "@/app/(participant)/_protocol/closed-rounds";
import { deviceOn } from "@/app/(participant)/_protocol/device";
import { checkedManifest } from "@/app/(participant)/_protocol/enrol";
import { enrolHere, keptParticipant, restoreHere } from "@/app/(participant)/_protocol/enrol-here";
import { locatorOf, newCode } from "@/app/(participant)/_protocol/secrets";
import { memoryStore } from "@/app/(participant)/_protocol/stores";
import { closeRound } from "@/server/releases/close";
import { ballotDatabase, registryDatabase } from "@/tests/support/databases";
import { openRound } from "@/tests/support/open-round";
import { someAnswers } from "@/tests/support/questionnaire";

const [registry, ballot] = [await registryDatabase(), await ballotDatabase()];
const play = await openRound(registry, ballot, 11, 10);
const { slug, roundId, consultationId } = play;
const asked = play.participantsRegistry();
const device = deviceOn(memoryStore(), slug);
const means = { registry: asked, blinder: blindHere, device };

const enrolled = await enrolHere(means, slug, play.tokens[10] ?? "", newCode());
const own = device.of(enrolled.code);
await own.keepDraft(roundId, someAnswers(1));
await own.keepSent(roundId, { revision: 1, answers: someAnswers(1), receipt: "receipt" });
const whileOpen = await checkedManifest(asked, slug);
const stored = async () => asked.getWallet({ locator: await locatorOf(enrolled.code) });
const before = await stored();
const { clock, secrets, ballotBox } = play;
const closing = { registry, ballot, personId: null, now: clock.now, secrets, ballotBox };
await closeRound(closing, consultationId, roundId);
const manifest = await checkedManifest(asked, slug);

const roundsOf = ({ wallet }: typeof enrolled) => wallet.rounds.map((held) => held.roundId);
const later = roundsOf(enrolled).filter((id) => id !== roundId);

describe("credentials of a round that has closed", () => {
  it("[A151] go from a device, and nothing else with them", async () => {
    expect(await letGoOfClosedRounds(device, enrolled, whileOpen)).toEqual(enrolled);
    expect(later).toHaveLength(5);
    const left = await letGoOfClosedRounds(device, enrolled, manifest);
    expect(roundsOf(left)).toEqual(later);
    expect(await keptParticipant(means)).toEqual(left);
    expect(await own.draft(roundId)).toEqual(someAnswers(1));
    expect((await own.sent(roundId))?.receipt).toBe("receipt");
  });

  it("[A151] are not written back over a device that has been told to forget", async () => {
    const forgotten = deviceOn(memoryStore(), slug);
    await letGoOfClosedRounds(forgotten, enrolled, manifest);
    expect(await forgotten.enrolment()).toBeNull();
  });

  it("[A152] do not come back with the code, and the registry's wallet stays as it was", async () => {
    const other = { ...means, device: deviceOn(memoryStore(), slug) };
    const restored = await restoreHere(other, slug, enrolled.code);
    expect(restored && roundsOf(restored)).toEqual(later);
    expect(await keptParticipant(other)).toEqual(restored);
    expect(await stored()).toEqual(before);
  });
});
