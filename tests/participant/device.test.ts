import { describe, expect, it } from "vitest";
import { alone, deviceOn, readable, type SentResponse } from "@/app/(participant)/_protocol/device";
import { memoryStore } from "@/app/(participant)/_protocol/stores";
import { revisionFor } from "@/app/(participant)/_protocol/submission";
import type { Answers } from "@/domain/questionnaire/questionnaire";

const answers = (option: string): Answers => ({ model: { kind: "choice", option } });
const code = new Uint8Array(16);
const enrolment = {
  code: "AAAAAAAAAAAAAAAAAAAAAA",
  wallet: { version: 1, stage: "enrolled", slug: "one", consultationId: "c", rounds: [] },
} as const;

describe("what a device keeps", () => {
  it("[A26] is kept by consultation and round, and a draft never touches what was sent", async () => {
    const store = memoryStore();
    const [one, other] = [deviceOn(store, "one").of(code), deviceOn(store, "one-more").of(code)];
    expect([await one.enrolment(), await one.draft("r"), await one.sent("r")]).toEqual([null, {}, null]);
    await one.keepEnrolment(enrolment);
    await one.keepDraft("r", answers("a"));
    await one.keepSent("r", { revision: 1, answers: answers("b"), receipt: "receipt" });
    await other.keepDraft("r", answers("c"));
    expect(await one.enrolment()).toEqual(enrolment);
    expect(await one.draft("r")).toEqual(answers("a"));
    expect((await one.sent("r"))?.answers).toEqual(answers("b"));
    expect([await one.draft("s"), await other.enrolment()]).toEqual([{}, null]);
  });

  it("[A26] is forgotten wholly, and nothing of another consultation with it", async () => {
    const store = memoryStore();
    const [one, other] = [deviceOn(store, "one").of(code), deviceOn(store, "one-more").of(code)];
    await one.keepEnrolment(enrolment);
    await one.keepDraft("r", answers("a"));
    await other.keepDraft("r", answers("c"));
    await one.forget();
    expect([await one.enrolment(), await one.draft("r")]).toEqual([null, {}]);
    expect(await other.draft("r")).toEqual(answers("c"));
  });

  it("[A120] of one code is never seen with another: neither what is written, nor what was sent, nor its tabs", async () => {
    const device = deviceOn(memoryStore(), "one");
    const [one, other] = [device.of(code), device.of(new Uint8Array(16).fill(1))];
    await one.keepDraft("r", answers("a"));
    await one.keepSent("r", { revision: 3, answers: answers("a"), receipt: "receipt" });
    expect([await other.draft("r"), await other.sent("r")]).toEqual([{}, null]);
    await other.keepDraft("r", answers("b"));
    await other.keepSent("r", { revision: 1, answers: answers("b"), receipt: null });
    expect([await one.draft("r"), (await one.sent("r"))?.revision]).toEqual([answers("a"), 3]);
    expect(await device.of(code).draft("r")).toEqual(answers("a"));
    expect(await one.channel("r")).not.toBe(await other.channel("r"));
    await device.forget();
    expect([await one.draft("r"), await one.sent("r"), await other.sent("r")]).toEqual([{}, null, null]);
  });

  it("[A121] counts as nothing where it cannot be read", async () => {
    const store = { ...memoryStore(), get: () => Promise.reject(new Error("no storage in this window")) };
    expect(await readable(deviceOn(store, "one"))).toBeNull();
  });

  it("[A27] two pieces of work in one consultation wait for one another", async () => {
    const steps: string[] = [];
    const work = (name: string) => async () => {
      steps.push(`${name} begins`);
      await new Promise((resolve) => setTimeout(resolve, 5));
      steps.push(`${name} ends`);
    };
    await Promise.all([alone("one", work("first")), alone("one", work("second"))]);
    expect(steps).toEqual(["first begins", "first ends", "second begins", "second ends"]);
  });

  it("[A28] the same answers go out under the same revision, changed ones under the next, answered or not", () => {
    const sent = (receipt: string | null): SentResponse => ({ revision: 3, answers: answers("a"), receipt });
    expect(revisionFor(null, answers("a"))).toBe(1);
    for (const receipt of ["receipt", null]) {
      expect(revisionFor(sent(receipt), answers("a"))).toBe(3);
      expect(revisionFor(sent(receipt), answers("b"))).toBe(4);
    }
  });
});
