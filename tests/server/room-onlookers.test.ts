import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { roomSessions } from "@/db/registry/schema";
import { Refusal } from "@/domain/refusal";
import { CODE_ALPHABET } from "@/domain/room/code";
import { publicPage } from "@/server/consultations/public-page";
import type { Listening } from "@/server/room/listening";
import { roomWatcher } from "@/server/room/watcher";
import { answeredRound } from "@/tests/support/answered-round";
import { ballotDatabase, registryDatabase } from "@/tests/support/databases";
import { answered } from "@/tests/support/participants";
import { someAnswers } from "@/tests/support/questionnaire";
import { type RoomScene, roomScene } from "@/tests/support/room";

const registry = await registryDatabase();
const ballot = await ballotDatabase();

const DEAF: Listening = { check: async () => undefined, end: () => undefined };
const watcherOf = ({ clock }: RoomScene, every?: number) =>
  roomWatcher({ db: registry, clock: () => clock.now, listen: () => DEAF, ...(every && { every }) });
const codeOf = (error: unknown) => (error instanceof Refusal ? error.code : String(error));

describe("an onlooker of a session", () => {
  it("[V97] finds nothing changed that can be read of it, by hosts or anybody, while a delegation answers", async () => {
    const play = await roomScene(registry, ballot, 1);
    const { as, host, consultationId, code, slug } = play;
    await play.done({ kind: "question", question: 0 });
    const everything = async () => ({
      told: await play.everybody().view({ code }),
      console: await play.console(),
      earlier: await play.everybody().earlier({ code }),
      finding: await play.everybody().finding({ code, index: 0 }).catch(String),
      page: await publicPage(registry, slug),
      log: await as(host).acts.page({ consultationId, page: 1 }),
    });
    const before = await everything();
    const [participant] = play.participants;
    if (participant === undefined) throw new Error("nobody has enrolled");
    await answered(play, participant, someAnswers(4));
    expect(await everything()).toEqual(before);
  });

  it("[V91] reads of the words that a chair chose those of the finding that is shown", async () => {
    const play = await roomScene(registry, ballot);
    const { as, host, consultationId, roundId, code } = play;
    await answeredRound(registry, roundId, 15, play.clock.now);
    const chosen = (findingKey: string) =>
      as(host).wordings.choose({
        ...{ consultationId, roundId, findingKey, position: 0 },
        ...{ phrase: "noCommonView", reason: null, wording: null },
      });
    await chosen("support/advice");
    const { findings } = await as(host).publication.drafts({ consultationId, roundId });
    const other = findings.findIndex(({ kind }) => kind === "choice");
    await play.done({ kind: "finding", finding: other });
    expect((await play.everybody().finding({ code, index: other })).chosen).toEqual({});
    await play.done({ kind: "finding", finding: 0 });
    expect(Object.keys((await play.everybody().finding({ code, index: 0 })).chosen)).toEqual([
      "support/advice",
    ]);
    await play.done({ kind: "askAgain" });
    const earlier = await play.everybody().earlier({ code });
    expect(earlier.map(({ itemId, chosen: words }) => [itemId, Object.keys(words)])).toEqual([
      ["support", ["support/advice"]],
      ...["model", "steps", "order", "why"].map((itemId) => [itemId, []]),
    ]);
  });

  it("[V92] who guesses codes by the thousand has nobody told that a session is over", async () => {
    const play = await roomScene(registry, ballot);
    const watcher = watcherOf(play);
    const { length } = CODE_ALPHABET;
    const guessed = (index: number) =>
      `222${[length ** 2, length, 1].map((unit) => CODE_ALPHABET[Math.floor(index / unit) % length]).join("")}`;
    const asked = watcher.view(play.code).then(({ view }) => view.slug, codeOf);
    const guesses = Array.from({ length: 4_500 }, (_, index) => watcher.view(guessed(index)).catch(codeOf));
    const late = watcher.view(play.code).then(({ view }) => view.slug, codeOf);
    expect(await asked).toBe(play.slug);
    expect(await late).toBe(play.slug);
    expect(new Set(await Promise.all(guesses))).toEqual(new Set(["room_code_unknown"]));
  });

  it("[V93] of a consultation that is deleted hears no more", async () => {
    const play = await roomScene(registry, ballot);
    const watcher = watcherOf(play, 50);
    const views = watcher.follow(play.code, null, undefined);
    await views.next();
    const cut = views.next().catch((error: unknown) => (error instanceof Error ? error.name : error));
    // As it goes with its consultation.
    await registry.delete(roomSessions).where(eq(roomSessions.code, play.code));
    expect(
      await Promise.race([cut, new Promise((resolve) => setTimeout(resolve, 3_000, "still told"))]),
    ).toBe("AbortError");
    await expect(watcher.view(play.code)).rejects.toThrow("room_code_unknown");
  });
});
