import { eq, sql } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { rounds } from "@/db/registry/schema";
import { UNDO_SECONDS } from "@/domain/room/step";
import type { NamedView } from "@/server/room/named-view";
import { tellRoom } from "@/server/room/notify";
import { AT_ONCE, next, roomProcesses } from "@/tests/support/room-processes";

const { registry, processAt, stage, follow, listeners } = await roomProcesses();

const nothing = (views: AsyncGenerator<NamedView, void>, milliseconds: number) =>
  expect(next(views, milliseconds)).rejects.toThrow("nothing came");

describe("following a session", () => {
  it("[V25] gives everyone in every process the same view under the same name, and nothing twice", async () => {
    const { code } = await stage();
    const [one, other] = [processAt(), processAt()];
    const streams = [one, one, other].map((watcher) => follow(watcher, code));
    const views = await Promise.all(streams.map((stream) => next(stream)));
    const [first] = views;
    expect(new Set(views.map(({ id }) => id)).size).toBe(1);
    expect((await other.view(code)).id).toBe(first?.id);
    const resumed = follow(one, code, first?.id ?? "");
    await nothing(resumed, 300);
    const missed = follow(one, code, "something earlier");
    expect(await next(missed)).toMatchObject({ id: first?.id, view: { phase: "doors" } });
  });

  it("[V25] a code that leads nowhere is refused", async () => {
    await expect(follow(processAt(), "222222").next()).rejects.toThrow("room_code_unknown");
  });

  it("[V26] a step taken at one process reaches whoever follows at another at once", async () => {
    const { code, take, as, host, consultationId } = await stage();
    // By its clock a step is in effect as soon as it is taken.
    const views = follow(processAt({ ahead: UNDO_SECONDS * 1_000 + 500 }), code);
    expect((await next(views)).view.phase).toBe("doors");
    const later = next(views, AT_ONCE);
    await take({ kind: "question", question: 1 });
    expect((await later).view).toMatchObject({ phase: "question", question: null });
    const back = next(views, AT_ONCE);
    await as(host).room.undo({ consultationId, number: 1 });
    expect((await back).view).toMatchObject({ phase: "doors" });
  });

  it("[V26] so does that nothing came of a step, and that its round was withdrawn", async () => {
    const play = await stage();
    const { consultationId, roundId, as, host } = play;
    const views = follow(processAt({ ahead: UNDO_SECONDS * 1_000 + 500 }), play.code);
    await next(views);
    const [round] = await registry.select().from(rounds).where(eq(rounds.id, roundId));
    const asking = async (questionnaire = round?.questionnaire) => {
      await registry.update(rounds).set({ questionnaire }).where(eq(rounds.id, roundId));
    };
    const asked = next(views);
    await play.take({ kind: "question", question: 0 });
    expect((await asked).view.phase).toBe("question");
    await asking({ agendaQuestions: [] });
    play.pass(5);
    const refused = next(views, AT_ONCE);
    await play.look();
    expect((await refused).view.phase).toBe("doors");
    await asking();
    const opened = async () => {
      for (;;) {
        const { view } = await next(views);
        if (view.round.stage === "open") return;
      }
    };
    const open = opened();
    await play.done({ kind: "question", question: 0 });
    await open;
    const withdrawn = next(views, AT_ONCE);
    const reason = "The second statement lacks a word.";
    await as(host).errata.withdraw({ consultationId, roundId, reason, copyHours: 24 });
    expect((await withdrawn).view).toMatchObject({ phase: "doors", round: { stage: "notOpen" } });
  });

  it("[V26] a change that time brings is told at its moment, though nobody sends word of it", async () => {
    const { code, take } = await stage();
    const views = follow(processAt(), code);
    await next(views);
    const later = next(views, 7_000);
    await take({ kind: "question", question: 0 });
    const effectAt = Date.now() + UNDO_SECONDS * 1_000;
    expect((await later).view.phase).toBe("question");
    expect(Math.abs(Date.now() - effectAt)).toBeLessThan(1_000);
  });

  it("[V26] what nobody tells, as how many have enrolled, comes within seconds; so does all while a connection is cut", async () => {
    const { code, roundId, consultationId } = await stage();
    const views = follow(processAt({ every: 200 }), code);
    await next(views);
    // What is read as somebody begins to follow has been read by then.
    await new Promise((resolve) => setTimeout(resolve, 500));
    const untold = next(views);
    await registry.update(rounds).set({ timeZone: "Europe/Paris" }).where(eq(rounds.id, roundId));
    expect((await untold).view.round.timeZone).toBe("Europe/Paris");
    await registry.execute(sql`SELECT pg_terminate_backend(pid) FROM pg_stat_activity
      WHERE datname = current_database() AND lower(query) LIKE 'listen%'`);
    const cut = next(views);
    await registry.update(rounds).set({ timeZone: "Asia/Tokyo" }).where(eq(rounds.id, roundId));
    await tellRoom(registry, consultationId);
    expect((await cut).view.round.timeZone).toBe("Asia/Tokyo");
    await expect.poll(listeners, { timeout: 15_000 }).toBeGreaterThan(0);
  });
});

describe("many who follow and much that changes", () => {
  it("[V26] of changes that come one upon the other, be it while one is read, the last is told at once", async () => {
    const { code, roundId, consultationId } = await stage();
    const views = follow(processAt(), code);
    await next(views);
    for (let turn = 1; turn <= 40; turn += 1)
      await registry.transaction(async (tx) => {
        await tx
          .update(rounds)
          .set({ timeZone: `Etc/GMT-${turn}` })
          .where(eq(rounds.id, roundId));
        await tellRoom(tx, consultationId);
      });
    for (;;) {
      const { view } = await next(views, AT_ONCE);
      if (view.round.timeZone === "Etc/GMT-40") return;
    }
  });

  it("[V27] whoever stays is told on when another goes", async () => {
    const { code, take } = await stage();
    const watcher = processAt({ ahead: UNDO_SECONDS * 1_000 + 500 });
    const [going, staying] = [follow(watcher, code), follow(watcher, code)];
    await Promise.all([next(going), next(staying)]);
    await going.return();
    expect(watcher.followers()).toBe(1);
    const later = next(staying, AT_ONCE);
    await take({ kind: "question", question: 1 });
    expect((await later).view.phase).toBe("question");
  });
});
