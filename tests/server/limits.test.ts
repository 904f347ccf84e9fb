import fc from "fast-check";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { limitOf } from "@/server/limits";
import { atMost } from "@/server/trpc/shedding";

const tooOften = expect.objectContaining({ code: "too_often" });

describe("how often one key or token may ask", () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  it("[A110] so many times in a span, whatever others ask; then again in the next", async () => {
    const within = limitOf(3, 1);
    for (let times = 0; times < 3; times += 1) await within("one");
    await within("another");
    vi.advanceTimersByTime(999);
    await expect(within("one")).rejects.toEqual(tooOften);
    vi.advanceTimersByTime(1);
    await within("one");
  });

  it("[A110] nor is anybody shut out because the clock was set back", async () => {
    const within = limitOf(1, 1);
    vi.setSystemTime(60_000);
    await within("one");
    vi.setSystemTime(5_000);
    await expect(within("one")).rejects.toEqual(tooOften);
    vi.advanceTimersByTime(1_000);
    await within("one");
  });

  it("[A110] nobody who asks no more than that is ever turned away", async () => {
    const names = fc.array(fc.constantFrom("a", "b", "c"), { maxLength: 40 });
    await fc.assert(
      fc.asyncProperty(names, async (asked) => {
        const most = Math.max(
          1,
          ...["a", "b", "c"].map((name) => asked.filter((one) => one === name).length),
        );
        const within = limitOf(most, 1);
        for (const name of asked) await within(name);
      }),
    );
  });

  it("[A200] nothing is kept of who asked once the span is over", async () => {
    const within = limitOf(1, 1);
    await Promise.all(Array.from({ length: 500 }, (_, index) => within(String(index))));
    expect(vi.getTimerCount()).toBe(500);
    vi.advanceTimersByTime(1_000);
    expect(vi.getTimerCount()).toBe(0);
  });
});

describe("how many are answered at once", () => {
  it("[A111] so many; who comes beyond that is told at once to try again, and nobody after they are done", async () => {
    const waiting: (() => void)[] = [];
    const door = atMost(
      2,
      () => new Promise<Response>((resolve) => waiting.push(() => resolve(new Response("done")))),
    );
    const inside = [door(), door()];
    const turnedAway = await door();
    expect([turnedAway.status, (await turnedAway.json()).error.data.refusal]).toEqual([503, "busy"]);
    for (const finish of waiting) finish();
    expect((await Promise.all(inside)).map(({ status }) => status)).toEqual([200, 200]);
    const next = door();
    waiting.at(-1)?.();
    expect((await next).status).toBe(200);
  });

  it("[A111] a request that fails gives its place to the next, and its failure is not taken for a full house", async () => {
    const door = atMost(1, () => Promise.reject(new Error("a bug")));
    await expect(door()).rejects.toThrow("a bug");
    await expect(door()).rejects.toThrow("a bug");
  });
});
