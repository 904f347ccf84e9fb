import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { limitOf } from "@/server/limits";
import { atMost } from "@/server/trpc/shedding";

const at = (milliseconds: number) => new Date(milliseconds);

describe("how often one key or token may ask", () => {
  it("[A110] so many times in a span, whatever others ask; then again in the next", () => {
    const within = limitOf(3, 1_000);
    for (let times = 0; times < 3; times += 1) within("one", at(0));
    within("another", at(0));
    expect(() => within("one", at(999))).toThrowError(expect.objectContaining({ code: "too_often" }));
    expect(() => within("one", at(1_000))).not.toThrow();
  });

  it("[A110] nor is anybody shut out because the clock was set back", () => {
    const within = limitOf(1, 1_000);
    within("one", at(60_000));
    expect(() => within("one", at(5_000))).not.toThrow();
    expect(() => within("one", at(5_999))).toThrowError(expect.objectContaining({ code: "too_often" }));
  });

  it("[A110] nobody who asks no more than that is ever turned away", () => {
    const names = fc.array(fc.constantFrom("a", "b", "c"), { maxLength: 40 });
    fc.assert(
      fc.property(names, (asked) => {
        const most = Math.max(
          1,
          ...["a", "b", "c"].map((name) => asked.filter((one) => one === name).length),
        );
        const within = limitOf(most, 1_000);
        for (const name of asked) within(name, at(0));
      }),
    );
  });
});

describe("how many are answered at once", () => {
  it("[A111] so many; who comes beyond that is told at once to try again, and nobody after they are done", async () => {
    const waiting: (() => void)[] = [];
    const door = atMost(
      2,
      () => new Promise<Response>((resolve) => waiting.push(() => resolve(new Response("done")))),
    );
    const request = () => new Request("https://tour-de-table.example/api/ballot/submit");
    const inside = [door(request()), door(request())];
    const turnedAway = await door(request());
    expect([turnedAway.status, (await turnedAway.json()).error.data.refusal]).toEqual([503, "busy"]);
    for (const finish of waiting) finish();
    expect((await Promise.all(inside)).map(({ status }) => status)).toEqual([200, 200]);
    const next = door(request());
    waiting.at(-1)?.();
    expect((await next).status).toBe(200);
  });
});
