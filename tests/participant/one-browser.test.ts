import { describe, expect, it } from "vitest";
import { blindHere } from "@/app/(participant)/_protocol/blinding";
import { type Device, deviceOn } from "@/app/(participant)/_protocol/device";
import {
  AnothersKept,
  enrolHere,
  keptParticipant,
  restoreHere,
} from "@/app/(participant)/_protocol/enrol-here";
import { newCode } from "@/app/(participant)/_protocol/secrets";
import { memoryStore } from "@/app/(participant)/_protocol/stores";
import { catchUp, submitAnswers } from "@/app/(participant)/_protocol/submission";
import { type Registry, Unreachable } from "@/app/(participant)/_protocol/transport";
import { type Bytes, toBase64Url } from "@/domain/anonymity/encoding";
import { ballotDatabase, registryDatabase } from "@/tests/support/databases";
import { enrolledSeats, inWords } from "@/tests/support/participants";
import { someAnswers } from "@/tests/support/questionnaire";
import { scene } from "@/tests/support/scene";

const play = await scene(await registryDatabase(), await ballotDatabase(), 24);
const { consultationId, roundId, slug } = play;
await play.as(play.host).conduct.openEnrolment({ consultationId });
const registry = play.participantsRegistry();
const freshDevice = () => deviceOn(memoryStore(), slug);
const token = () => play.tokens.shift() ?? "";
const meansOf = (device: Device, through: Registry = registry) => ({
  registry: through,
  blinder: blindHere,
  device,
});

/** The registry that signs, and whose reply is then lost. */
const replyLost: Registry = {
  ...registry,
  issue: async (input) => {
    await registry.issue(input);
    throw new Unreachable();
  },
};

const restores = async (code: Bytes) =>
  (await restoreHere(meansOf(freshDevice()), slug, code))?.wallet.rounds.length;

describe("an enrolment whose reply was lost", () => {
  it("[A122] goes on where it was begun, though the other storage is chosen, and the code restores", async () => {
    const [lasting, tab, seat, code] = [freshDevice(), freshDevice(), token(), newCode()];
    await expect(enrolHere(meansOf(lasting, replyLost), slug, seat, code)).rejects.toThrow(Unreachable);
    const participant = await enrolHere(meansOf(tab), slug, seat, code, undefined, [lasting]);
    expect(participant.code).toEqual(code);
    expect(await tab.enrolment()).toBeNull();
    expect(await keptParticipant(meansOf(lasting))).toEqual(participant);
    expect(await restores(code)).toBe(6);
  });

  it("[A122] goes on with what the registry keeps under the code, where no storage has anything", async () => {
    const [tab, seat, code] = [freshDevice(), token(), newCode()];
    await expect(enrolHere(meansOf(freshDevice(), replyLost), slug, seat, code)).rejects.toThrow(Unreachable);
    expect((await enrolHere(meansOf(tab), slug, seat, code)).wallet.rounds).toHaveLength(6);
    expect(await restores(code)).toBe(6);
  });

  it("[A122] goes on with its own code where the invitation is opened again", async () => {
    const [lasting, tab, seat, code] = [freshDevice(), freshDevice(), token(), newCode()];
    await expect(enrolHere(meansOf(lasting, replyLost), slug, seat, code)).rejects.toThrow(Unreachable);
    const again = await enrolHere(meansOf(tab), slug, seat, newCode(), undefined, [lasting]);
    expect(again.code).toEqual(code);
  });
});

describe("two participants in one browser", () => {
  it("[A123] the second gets neither the code nor the place of the first, and enrols in the tab", async () => {
    const [lasting, tab, code] = [freshDevice(), freshDevice(), newCode()];
    const first = await enrolHere(meansOf(lasting), slug, token(), newCode());
    const seat = token();
    await expect(enrolHere(meansOf(lasting), slug, seat, code)).rejects.toThrow("enrolled_here_by_another");
    const second = await enrolHere(meansOf(tab), slug, seat, code, undefined, [lasting]);
    expect(second.code).toEqual(code);
    expect(await keptParticipant(meansOf(lasting))).toEqual(first);
    expect(await keptParticipant(meansOf(tab))).toEqual(second);
  });

  it("[A124] restoring over another's enrolment asks first, and then leaves nothing of theirs", async () => {
    const device = freshDevice();
    const first = await enrolHere(meansOf(device), slug, token(), newCode());
    await device.of(first.code).keepDraft(roundId, someAnswers(1));
    const code = newCode();
    await enrolHere(meansOf(freshDevice()), slug, token(), code);

    await expect(restoreHere(meansOf(device), slug, code)).rejects.toThrow(AnothersKept);
    const inTab = { beside: [device] };
    await expect(restoreHere(meansOf(freshDevice()), slug, code, inTab)).rejects.toThrow(AnothersKept);
    expect(await restoreHere(meansOf(device), slug, newCode(), { removing: true })).toBeNull();
    expect(await keptParticipant(meansOf(device))).toEqual(first);
    expect(await device.of(first.code).draft(roundId)).toEqual(someAnswers(1));

    const second = await restoreHere(meansOf(device), slug, code, { removing: true });
    expect(await keptParticipant(meansOf(device))).toEqual(second);
    expect(await device.of(first.code).draft(roundId)).toEqual({});
  });

  it("[A124] nothing is asked where the same code is kept, or an enrolment that can never be finished", async () => {
    const [device, seat, code] = [freshDevice(), token(), newCode()];
    await enrolHere(meansOf(freshDevice()), slug, seat, code);
    await expect(enrolHere(meansOf(device, inWords(registry)), slug, seat, newCode())).rejects.toThrow(
      "used on another device",
    );
    for (let time = 0; time < 2; time += 1) {
      expect((await restoreHere(meansOf(device), slug, code))?.code).toEqual(code);
      expect((await device.enrolment())?.code).toBe(toBase64Url(code));
    }
  });
});

describe("a response that another device has replaced", () => {
  it("[A125] is known on arrival, with its receipt; what was changed and not sent stays", async () => {
    const box = play.participantsBox();
    const [participant] = await enrolledSeats(play, 10);
    if (participant === undefined) throw new Error("nobody enrolled");
    await play.as(play.host).conduct.openRound({ consultationId, roundId });
    const [here, elsewhere] = [freshDevice().of(participant.code), freshDevice().of(participant.code)];
    const arrive = () => catchUp(box, here, participant, roundId);

    await here.keepDraft(roundId, someAnswers(1));
    await submitAnswers(box, here, participant, roundId, someAnswers(1));
    expect(await arrive()).toEqual({ behind: false });
    await catchUp(box, elsewhere, participant, roundId);
    expect(await elsewhere.sent(roundId)).toEqual(await here.sent(roundId));
    await submitAnswers(box, elsewhere, participant, roundId, someAnswers(2));
    expect(await arrive()).toEqual({ behind: false });
    expect(await here.sent(roundId)).toEqual(await elsewhere.sent(roundId));
    expect(await here.draft(roundId)).toEqual(someAnswers(2));

    await here.keepDraft(roundId, someAnswers(0));
    await submitAnswers(box, elsewhere, participant, roundId, someAnswers(3));
    expect(await arrive()).toEqual({ behind: true });
    expect(await here.sent(roundId)).toEqual(await elsewhere.sent(roundId));
    expect(await here.draft(roundId)).toEqual(someAnswers(0));
  });
});
