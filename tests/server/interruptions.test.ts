import { describe, expect, it } from "vitest";
import { blindHere } from "@/app/(participant)/_protocol/blinding";
import { deviceOn } from "@/app/(participant)/_protocol/device";
import { enrolHere, keptParticipant, restoreHere } from "@/app/(participant)/_protocol/enrol-here";
import { newCode } from "@/app/(participant)/_protocol/secrets";
import { memoryStore } from "@/app/(participant)/_protocol/stores";
import { loadOwnResponse, submitAnswers } from "@/app/(participant)/_protocol/submission";
import { type Box, Refused, type Registry, Unreachable } from "@/app/(participant)/_protocol/transport";
import { Refusal } from "@/domain/refusal";
import { ballotDatabase, registryDatabase } from "@/tests/support/databases";
import { enrolledSeats } from "@/tests/support/participants";
import { someAnswers } from "@/tests/support/questionnaire";
import { scene } from "@/tests/support/scene";

const play = await scene(await registryDatabase(), await ballotDatabase(), 24);
const { consultationId, roundId, slug } = play;
const host = () => play.as(play.host);
await host().conduct.openEnrolment({ consultationId });
const freshDevice = () => deviceOn(memoryStore(), slug);

type Loss = "request" | "reply";

/** The registry of which one call, counted from 1, is lost on its way there or on its way back. */
function losing(registry: Registry, lostCall: number, loss: Loss): Registry {
  let calls = 0;
  const passing =
    <Input, Output>(call: (input: Input) => Promise<Output>) =>
    async (input: Input): Promise<Output> => {
      calls += 1;
      const lost = calls === lostCall;
      if (lost && loss === "request") throw new Unreachable();
      const output = await call(input);
      if (lost) throw new Unreachable();
      return output;
    };
  return {
    log: passing(registry.log),
    seat: passing(registry.seat),
    issue: passing(registry.issue),
    putWallet: passing(registry.putWallet),
    getWallet: passing(registry.getWallet),
  };
}

/** The box as a participant's page meets it: refusals in its words, and replies lost while `lost` says so. */
function boxLosing(lost: () => boolean): Box {
  const box = play.participantsBox();
  const refused = (error: unknown): never => {
    const cause = error instanceof Error ? error.cause : null;
    if (cause instanceof Refusal) throw new Refused(cause.code, cause.code);
    throw error;
  };
  return {
    challenge: (input) => box.challenge(input).catch(refused),
    readBack: (input) => box.readBack(input).catch(refused),
    leaves: (input) => box.leaves(input).catch(refused),
    submit: async (input) => {
      const reply = await box.submit(input).catch(refused);
      if (lost()) throw new Unreachable();
      return reply;
    },
  };
}

/** The registry's calls of one enrolment: the log, whether a wallet is there, the wallet, the signatures, the wallet. */
const CALLS = [1, 2, 3, 4, 5];
const CALL_FOR_SIGNATURES = 4;
const losses = CALLS.flatMap((call) => (["request", "reply"] as const).map((loss) => [loss, call] as const));

describe("an enrolment cut short", () => {
  it.each(losses)(
    "[A29] by the loss of the %s of call %i is finished by the same device, with the same code",
    async (loss, call) => {
      const token = play.tokens[losses.findIndex(([one, other]) => one === loss && other === call)] ?? "";
      const registry = play.participantsRegistry();
      const device = freshDevice();
      const code = newCode();
      const interrupted = enrolHere(
        { registry: losing(registry, call, loss), blinder: blindHere, device },
        slug,
        token,
        code,
      );
      await expect(interrupted).rejects.toThrow(Unreachable);

      const means = { registry, blinder: blindHere, device };
      // Another code is ignored where one was already in use: it may be on paper by now.
      const participant = await enrolHere(means, slug, token, call <= 2 ? code : newCode());
      expect(participant.code).toEqual(code);
      expect(participant.wallet.rounds).toHaveLength(6);
      expect(await keptParticipant(means)).toEqual(participant);
      expect(JSON.stringify(await device.enrolment())).not.toContain(token);
    },
  );

  it.each(["request", "reply"] as const)(
    "[A29] by the loss of the %s for signatures is finished from the code alone",
    async (loss) => {
      const token = play.tokens[loss === "request" ? 12 : 13] ?? "";
      const registry = play.participantsRegistry();
      const code = newCode();
      const means = {
        registry: losing(registry, CALL_FOR_SIGNATURES, loss),
        blinder: blindHere,
        device: freshDevice(),
      };
      await expect(enrolHere(means, slug, token, code)).rejects.toThrow(Unreachable);

      const elsewhere = { registry, blinder: blindHere, device: freshDevice() };
      const restored = await restoreHere(elsewhere, slug, code);
      expect(restored?.wallet.rounds).toHaveLength(6);
      expect((await elsewhere.device.enrolment())?.wallet.stage).toBe("enrolled");
      expect(await restoreHere(elsewhere, slug, newCode())).toBeNull();
      expect(await restoreHere(elsewhere, "another-consultation", code)).toBeNull();
    },
  );

  it("[A29] a second click waits for the first and gets the same credentials", async () => {
    const means = { registry: play.participantsRegistry(), blinder: blindHere, device: freshDevice() };
    const token = play.tokens[14] ?? "";
    const [one, other] = await Promise.all([
      enrolHere(means, slug, token, newCode()),
      enrolHere(means, slug, token, newCode()),
    ]);
    expect(one).toEqual(other);
  });
});

describe("a submission cut short", () => {
  it("[A28] is sent again as it was, and an edit after a lost reply is a new revision", async () => {
    const [participant] = await enrolledSeats({ ...play, tokens: play.tokens.slice(15) }, 1);
    if (participant === undefined) throw new Error("nobody enrolled");
    await host().conduct.openRound({ consultationId, roundId });
    let lost = true;
    const box = boxLosing(() => lost);
    const [here, elsewhere] = [freshDevice().of(participant.code), freshDevice().of(participant.code)];

    expect(await submitAnswers(box, here, participant, roundId, someAnswers(1))).toEqual({
      kind: "unreachable",
    });
    expect(await here.sent(roundId)).toMatchObject({ revision: 1, receipt: null });
    lost = false;
    const outcome = await submitAnswers(box, here, participant, roundId, someAnswers(1));
    const sent = await here.sent(roundId);
    expect(outcome).toEqual({ kind: "accepted", receipt: sent?.receipt });
    expect(sent?.revision).toBe(1);

    lost = true;
    await submitAnswers(box, here, participant, roundId, someAnswers(2));
    lost = false;
    expect(await submitAnswers(box, here, participant, roundId, someAnswers(3))).toMatchObject({
      kind: "accepted",
    });
    expect((await here.sent(roundId))?.revision).toBe(3);

    // Another device reads it back, with its receipt, and edits it; the first then learns that it is behind.
    expect(await loadOwnResponse(box, elsewhere, participant, roundId)).toEqual(someAnswers(3));
    expect(await elsewhere.sent(roundId)).toEqual(await here.sent(roundId));
    expect(await elsewhere.draft(roundId)).toEqual(someAnswers(3));
    expect(await submitAnswers(box, elsewhere, participant, roundId, someAnswers(4))).toMatchObject({
      kind: "accepted",
    });
    await here.keepDraft(roundId, someAnswers(0));
    expect(await submitAnswers(box, here, participant, roundId, someAnswers(0))).toMatchObject({
      kind: "refused",
      code: "revision_older",
    });
    expect(await loadOwnResponse(box, here, participant, roundId)).toEqual(someAnswers(4));
    expect(await here.draft(roundId)).toEqual(someAnswers(0));
    expect(await submitAnswers(box, here, participant, roundId, someAnswers(0))).toMatchObject({
      kind: "accepted",
    });
  });

  it("[A28] after the close is refused as such, and the draft stays", async () => {
    const [participant] = await enrolledSeats({ ...play, tokens: play.tokens.slice(16) }, 1);
    if (participant === undefined) throw new Error("nobody enrolled");
    const device = freshDevice().of(participant.code);
    await device.keepDraft(roundId, someAnswers(1));
    play.clock.now = new Date(play.clock.now.getTime() + 30 * 24 * 3_600_000);
    const outcome = await submitAnswers(
      boxLosing(() => false),
      device,
      participant,
      roundId,
      someAnswers(1),
    );
    expect(outcome).toMatchObject({ kind: "refused", code: "round_closed" });
    expect(await device.draft(roundId)).toEqual(someAnswers(1));
    expect(await device.sent(roundId)).toBeNull();
  });
});
