import { sql } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { ownResponse, signedResponse } from "@/app/(participant)/_protocol/answer";
import { blindHere } from "@/app/(participant)/_protocol/blinding";
import {
  checkedManifest,
  finishEnrolment,
  keepWallet,
  prepareWallet,
  restoredWallet,
} from "@/app/(participant)/_protocol/enrol";
import { newCode } from "@/app/(participant)/_protocol/secrets";
import { ballotDatabase, registryDatabase } from "@/tests/support/databases";
import { answered, enrolled, enrolledSeats } from "@/tests/support/participants";
import { someAnswers } from "@/tests/support/questionnaire";
import { scene, stageOf } from "@/tests/support/scene";

const registry = await registryDatabase();
const ballot = await ballotDatabase();
const play = await scene(registry, ballot, 14);
const host = () => play.as(play.host);
const { consultationId, roundId } = play;

describe("enrolment", () => {
  it("[A30] is refused before the hosts open it, and an unknown token always", async () => {
    await expect(host().conduct.openRound({ consultationId, roundId })).rejects.toThrow("Open enrolment.");
    await expect(play.as(null).enrolment.seat({ token: "AAAAAAAAAAAAAAAAAAAAAA" })).rejects.toThrow(
      "not known",
    );
    await host().conduct.openEnrolment({ consultationId });
    await expect(host().conduct.openEnrolment({ consultationId })).rejects.toThrow("already open");
  });

  it("[A31] gives one credential per round and seat; the same message again gets the same signature, another none", async () => {
    const token = play.tokens[0] ?? "";
    const participants = play.participantsRegistry();
    const manifest = await checkedManifest(participants, play.slug);
    expect(manifest.keys.map(({ purpose }) => purpose)).toEqual([
      "planned",
      "spare",
      "spare",
      "spare",
      "window",
      "window",
    ]);
    const code = newCode();
    const prepared = await prepareWallet(manifest, code, token, blindHere);
    await keepWallet(participants, code, prepared);
    const once = await participants.issue({ token, blinded: [...prepared.rounds] });
    const again = await participants.issue({ token, blinded: [...prepared.rounds] });
    expect(again).toEqual(once);
    const other = await prepareWallet(manifest, newCode(), token, blindHere);
    await expect(participants.issue({ token, blinded: [...other.rounds] })).rejects.toThrow("another device");
    await expect(participants.seat({ token })).resolves.toMatchObject({
      delegation: "Delegation 1",
      enrolled: true,
    });

    // The tab was closed here; the code alone finishes.
    const restored = await restoredWallet(participants, code, blindHere);
    expect(restored?.wallet.stage).toBe("enrolled");
    expect(restored?.wallet.rounds).toHaveLength(6);
    expect(await restoredWallet(participants, newCode(), blindHere)).toBeNull();
  });

  it("[A32] opens a round only with ten seats enrolled", async () => {
    await expect(host().conduct.openRound({ consultationId, roundId })).rejects.toThrow("9 more are needed");
  });
});

describe("answering", () => {
  it("[A33] takes a response with a credential, and nothing of it leads to a seat", async () => {
    const participants = await enrolledSeats({ ...play, tokens: play.tokens.slice(1) }, 10);
    await host().conduct.openRound({ consultationId, roundId });
    expect(await stageOf(registry, roundId)).toBe("open");

    const [first, second] = participants;
    if (first === undefined || second === undefined) throw new Error("nobody enrolled");
    const receipt = await answered(play, first, someAnswers(4));
    expect(await answered(play, first, someAnswers(4))).toBe(receipt);
    await expect(answered(play, first, someAnswers(0))).rejects.toThrow("newer response");
    await answered(play, first, someAnswers(1), 2);
    await expect(answered(play, first, someAnswers(4))).rejects.toThrow("newer response");
    const stored = await ownResponse(play.participantsBox(), first.code, first.wallet, roundId);
    expect(stored).toMatchObject({ revision: 2, answers: someAnswers(1) });
    expect(await ownResponse(play.participantsBox(), second.code, second.wallet, roundId)).toBeNull();
  });

  it("[A34] refuses a tampered answer, a credential of another, and answers that the questionnaire does not offer", async () => {
    const participant = await enrolled(play, play.tokens[11] ?? "");
    const stranger = await enrolled(play, play.tokens[12] ?? "");
    const genuine = await signedResponse(participant.code, participant.wallet, roundId, someAnswers(), 1);
    const others = await signedResponse(stranger.code, stranger.wallet, roundId, someAnswers(), 1);
    const box = play.participantsBox();
    const tampered = { ...genuine, entry: { ...genuine.entry, answers: someAnswers(0) } };
    await expect(box.submit(tampered)).rejects.toThrow("valid credential");
    await expect(box.submit({ ...genuine, credential: others.credential })).rejects.toThrow(
      "valid credential",
    );
    const signature = `${genuine.credential.signature.startsWith("A") ? "B" : "A"}${genuine.credential.signature.slice(1)}`;
    await expect(
      box.submit({ ...genuine, credential: { ...genuine.credential, signature } }),
    ).rejects.toThrow("valid credential");
    const beyond = { model: { kind: "choice", option: "four" } } as const;
    await expect(answered(play, participant, beyond)).rejects.toThrow("does not offer");
  });

  it("[A35] moves responses out of arrival order in batches of ten, keeping the newest revision of each", async () => {
    const late = await scene(registry, ballot, 12);
    await late.as(late.host).conduct.openEnrolment({ consultationId: late.consultationId });
    const participants = await enrolledSeats(late, 12);
    await late
      .as(late.host)
      .conduct.openRound({ consultationId: late.consultationId, roundId: late.roundId });
    for (const participant of participants.slice(0, 9)) await answered(late, participant, someAnswers());
    const held = async (table: string) => {
      const [row] = await ballot.execute<{ n: string }>(
        sql`SELECT count(*) AS n FROM ${sql.identifier(table)} WHERE round_id = ${late.roundId}`,
      );
      return Number(row?.n);
    };
    expect([await held("arrival"), await held("response")]).toEqual([9, 0]);
    for (const participant of participants.slice(9)) await answered(late, participant, someAnswers());
    expect([await held("arrival"), await held("response")]).toEqual([2, 10]);
    const [first] = participants;
    if (first === undefined) throw new Error("nobody enrolled");
    await answered(late, first, someAnswers(0), 2);
    const own = await ownResponse(late.participantsBox(), first.code, first.wallet, late.roundId);
    expect(own?.revision).toBe(2);
  });

  it("[A36] nothing gets in after the closing time, which an extension before it moves", async () => {
    const participant = await enrolled(play, play.tokens[13] ?? "");
    play.clock.now = new Date("2026-03-04T15:00:01Z");
    await expect(answered(play, participant, someAnswers())).rejects.toThrow("has closed");
    play.clock.now = new Date("2026-03-04T14:59:59Z");
    await host().conduct.extendRound({ consultationId, roundId, closesAt: "2026-03-05T12:00:00.000Z" });
    play.clock.now = new Date("2026-03-04T15:00:01Z");
    await expect(answered(play, participant, someAnswers())).resolves.toMatch(/^[A-Za-z0-9_-]{43}$/);
  });
});

it("[A37] finishing twice at once gives the same credentials", async () => {
  const play2 = await scene(registry, ballot, 1);
  await play2.as(play2.host).conduct.openEnrolment({ consultationId: play2.consultationId });
  const participants = play2.participantsRegistry();
  const manifest = await checkedManifest(participants, play2.slug);
  const code = newCode();
  const prepared = await prepareWallet(manifest, code, play2.tokens[0] ?? "", blindHere);
  await keepWallet(participants, code, prepared);
  const [one, two] = await Promise.all([
    finishEnrolment(participants, manifest, code, prepared, blindHere),
    finishEnrolment(participants, manifest, code, prepared, blindHere),
  ]);
  expect(one).toEqual(two);
});
