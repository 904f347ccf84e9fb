import { eq, sql } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { signedResponse } from "@/app/(participant)/_protocol/answer";
import { blindHere } from "@/app/(participant)/_protocol/blinding";
import { deviceOn } from "@/app/(participant)/_protocol/device";
import { checkedManifest } from "@/app/(participant)/_protocol/enrol";
import { enrolHere } from "@/app/(participant)/_protocol/enrol-here";
import { newCode, roundKeyOf } from "@/app/(participant)/_protocol/secrets";
import { memoryStore } from "@/app/(participant)/_protocol/stores";
import { Refused } from "@/app/(participant)/_protocol/transport";
import { leaves, openAnswers } from "@/db/ballot/schema";
import { issuance, releases, roundKeys } from "@/db/registry/schema";
import { toBase64Url } from "@/domain/anonymity/encoding";
import { responseSignatureBytes } from "@/domain/anonymity/response";
import { Refusal } from "@/domain/refusal";
import { CLOSING_STEPS, closeRound } from "@/server/releases/close";
import type { Closing } from "@/server/releases/steps";
import { callClosing } from "@/server/trpc/closing-router";
import { ballotDatabase, registryDatabase } from "@/tests/support/databases";
import { openRound } from "@/tests/support/open-round";
import { answered, enrolledSeats } from "@/tests/support/participants";
import { someAnswers } from "@/tests/support/questionnaire";
import { type Scene, scene, stageOf } from "@/tests/support/scene";

const registry = await registryDatabase();
const ballot = await ballotDatabase();

function closing({ clock, secrets, ballotBox }: Scene): Closing {
  return { registry, ballot, personId: null, now: clock.now, secrets, ballotBox };
}

async function openScene(seatCount: number) {
  const play = await scene(registry, ballot, seatCount);
  await play.as(play.host).conduct.openEnrolment({ consultationId: play.consultationId });
  const participants = await enrolledSeats(play, seatCount);
  await play.as(play.host).conduct.openRound({ consultationId: play.consultationId, roundId: play.roundId });
  return { ...play, participants };
}

async function releaseOf({ roundId }: Scene) {
  const [row] = await registry.select().from(releases).where(eq(releases.roundId, roundId));
  if (row === undefined) throw new Error("no release");
  return row;
}

describe("a close", () => {
  it("[A40] gives the same release wherever it is cut short and taken up again", async () => {
    const made = [];
    for (let cut = 0; cut <= CLOSING_STEPS.length; cut += 1) {
      const play = await openScene(10);
      for (const [index, participant] of play.participants.entries())
        await answered(play, participant, someAnswers(index % 5));
      for (const step of CLOSING_STEPS.slice(0, cut))
        await step(closing(play), play.consultationId, play.roundId);
      await closeRound(closing(play), play.consultationId, play.roundId);
      await closeRound(closing(play), play.consultationId, play.roundId);
      expect(await stageOf(registry, play.roundId)).toBe("closed");
      const { release } = await releaseOf(play);
      expect(Object.keys(release.roots).sort()).toEqual(["model", "order", "steps", "support", "why"]);
      made.push(JSON.stringify({ ...release, roots: null }));
    }
    expect(new Set(made).size).toBe(1);
  }, 120_000);

  it("[A41] leaves no response, no blinded message, no signature and no key behind, only leaves and open answers", async () => {
    const play = await openScene(11);
    for (const participant of play.participants) await answered(play, participant, someAnswers(3));
    await closeRound(closing(play), play.consultationId, play.roundId);
    const [held] = await ballot.execute<{ n: string }>(
      sql`SELECT (SELECT count(*) FROM response WHERE round_id = ${play.roundId})
        + (SELECT count(*) FROM arrival WHERE round_id = ${play.roundId}) AS n`,
    );
    expect(Number(held?.n)).toBe(0);
    const texts = await ballot.select().from(openAnswers).where(eq(openAnswers.roundId, play.roundId));
    expect(texts).toHaveLength(11);
    const issued = await registry.select().from(issuance).where(eq(issuance.roundId, play.roundId));
    expect(issued).toHaveLength(11);
    expect(issued.every(({ blinded, signature }) => blinded === null && signature === null)).toBe(true);
    const [key] = await registry.select().from(roundKeys).where(eq(roundKeys.roundId, play.roundId));
    expect(key?.wrappedPrivateKey).toBeNull();
  });

  it("[A42] counts every response whose receipt was given, and takes none after", async () => {
    const play = await openScene(12);
    const racing = play.participants.map((participant, index) =>
      answered(play, participant, someAnswers(index % 5)).then(
        () => true,
        () => false,
      ),
    );
    await closeRound(closing(play), play.consultationId, play.roundId);
    const received = (await Promise.all(racing)).filter(Boolean).length;
    expect((await releaseOf(play)).release.participation).toMatchObject({
      invited: 12,
      issued: 12,
      replaced: 0,
      received,
    });
    const [first] = play.participants;
    if (first === undefined) throw new Error("nobody enrolled");
    await expect(answered(play, first, someAnswers(), 9)).rejects.toThrow("has closed");
  });

  it("[A134] leaves an enrolment that was blinding meanwhile without its round, and with all others", async () => {
    const play = await openRound(registry, ballot, 11, 10);
    const asked = play.participantsRegistry();
    let closed = false;
    const meanwhile = {
      ...asked,
      issue: async (request: Parameters<typeof asked.issue>[0]) => {
        if (!closed) await closeRound(closing(play), play.consultationId, play.roundId);
        closed = true;
        return asked.issue(request).catch(({ cause }) => {
          throw cause instanceof Refusal ? new Refused(cause.code, cause.code) : cause;
        });
      },
    };
    const device = deviceOn(memoryStore(), play.slug);
    const means = { registry: meanwhile, blinder: blindHere, device };
    const { wallet } = await enrolHere(means, play.slug, play.tokens[10] ?? "", newCode());
    const { keys } = await checkedManifest(asked, play.slug);
    const others = keys.map(({ roundId }) => roundId).filter((roundId) => roundId !== play.roundId);
    expect(wallet.rounds.map(({ roundId }) => roundId)).toEqual(others);
  });

  it("[A146] is not kept from closing by two who send the same answer under the same salt", async () => {
    const play = await openRound(registry, ballot);
    const { consultationId, roundId } = play;
    const [one, other] = [play.nth(0), play.nth(1)];
    const first = await signedResponse(one.code, one.wallet, roundId, someAnswers(), 1);
    const second = await signedResponse(other.code, other.wallet, roundId, someAnswers(), 1);
    const entry = { ...second.entry, salts: first.entry.salts };
    const key = await roundKeyOf(other.code, consultationId, roundId);
    const proof = toBase64Url(await key.sign(responseSignatureBytes(entry, second.credential)));
    await play.participantsBox().submit(first);
    await play.participantsBox().submit({ ...second, entry, proof });
    await closeRound(closing(play), consultationId, roundId);
    expect((await releaseOf(play)).release.participation.received).toBe(2);
    const held = await ballot.select().from(leaves).where(eq(leaves.roundId, roundId));
    expect(held).toHaveLength(Object.keys(someAnswers()).length);
  });

  it("[A43] is refused for a round in draft and for whoever may not conduct", async () => {
    const play = await scene(registry, ballot, 1);
    const ids = { consultationId: play.consultationId, roundId: play.roundId };
    const { personId: _, ...context } = closing(play);
    await expect(callClosing({ ...context, actor: play.host }).releases.close(ids)).rejects.toThrow(
      "open round",
    );
    await expect(callClosing({ ...context, actor: null }).releases.close(ids)).rejects.toThrow("Sign in");
    const rapporteur = { ...play.host, roles: { [play.consultationId]: "rapporteur" as const } };
    await expect(callClosing({ ...context, actor: rapporteur }).releases.close(ids)).rejects.toThrow("role");
  });
});
