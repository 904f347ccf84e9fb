import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { RoundStage } from "@/domain/consultation/round";
import { codeFrom, codeShown, codeTyped } from "@/domain/room/code";
import { findingsShown, type RoomFacts, roundsBeen, viewAt } from "@/domain/room/shown";
import type { TakenStep } from "@/domain/room/step";
import { at, ROUND, taken } from "@/tests/support/room-steps";

const factsWith = (steps: readonly TakenStep[], stage: RoundStage, extendedByRule = false): RoomFacts => ({
  consultation: { slug: "test", title: "A test", simulated: false },
  roundId: ROUND,
  steps,
  rounds: [
    {
      id: ROUND,
      number: 1,
      timeZone: "UTC",
      stage,
      closesAt: at(3_600_000).toISOString(),
      extendedByRule,
      questions: ["What should be done?", "Which steps?"],
      findings: stage === "closed" ? 4 : null,
      published: false,
    },
  ],
  seats: { enrolled: 41, invited: 64 },
});

describe("what everybody sees of a session", () => {
  const asked = [taken(1, { kind: "question", question: 1 }, 5)];

  it("[V15] a question is told once everybody may read it, and no count but that of seats is ever there", () => {
    for (const stage of ["draft", "opening"] as const)
      expect(viewAt(factsWith(asked, stage), at(6_000))).toMatchObject({ phase: "question", question: null });
    const view = viewAt(factsWith(asked, "open"), at(6_000));
    expect(view).toEqual({
      slug: "test",
      title: "A test",
      simulated: false,
      round: {
        id: ROUND,
        number: 1,
        timeZone: "UTC",
        stage: "open",
        closesAt: at(3_600_000).toISOString(),
        extended: false,
      },
      phase: "question",
      question: { index: 1, text: "Which steps?" },
      questions: 2,
      until: null,
      seats: { enrolled: 41, invited: 64 },
      finding: null,
      provisional: false,
      now: at(6_000).toISOString(),
    });
  });

  it("[V15] a round that closed by another hand has closed in the room, and its findings are provisional until signed", () => {
    expect(viewAt(factsWith(asked, "closing"), at(6_000))).toMatchObject({ phase: "closed", question: null });
    const shown = [
      ...asked,
      taken(2, { kind: "finding", finding: 2 }, 10),
      taken(3, { kind: "discussion" }, 20),
    ];
    for (const moment of [10_000, 20_000])
      expect(viewAt(factsWith(shown, "closed"), at(moment))).toMatchObject({
        finding: { index: 2, of: 4 },
        provisional: true,
      });
  });

  it("[V15] the countdown of a last call ends with the round where that closes before", () => {
    const steps = [...asked, taken(2, { kind: "lastCall", seconds: 120 }, 10)];
    const within = viewAt(factsWith(steps, "open"), at(11_000));
    expect([within.until, within.round.closesAt]).toEqual(Array(2).fill(at(130_000).toISOString()));
    const late = [...asked, taken(2, { kind: "lastCall", seconds: 120 }, 3_540)];
    const beyond = viewAt(factsWith(late, "open"), at(3_550_000));
    expect([beyond.until, beyond.round.closesAt]).toEqual(Array(2).fill(at(3_600_000).toISOString()));
  });

  it("[V81] where fewer than ten responses kept a round from closing that is told, and no longer once it has closed", () => {
    const steps = [...asked, taken(2, { kind: "close" }, 10, { refused: "too_few_responses" })];
    expect(viewAt(factsWith(steps, "open", true), at(11_000))).toMatchObject({
      phase: "question",
      round: { extended: true },
    });
    expect(viewAt(factsWith(steps, "closed", true), at(11_000)).round.extended).toBe(false);
  });

  it("[V30] a finding counts as shown from the moment its step takes effect, in its own round alone", () => {
    const steps = [
      taken(1, { kind: "finding", finding: 0 }, 5),
      taken(2, { kind: "finding", finding: 3 }, 10, { undone: true }),
      taken(3, { kind: "finding", finding: 2 }, 15, { refused: "room_round_withdrawn" }),
      taken(4, { kind: "askAgain" }, 16, { roundId: "round-3", undone: true }),
      taken(5, { kind: "askAgain" }, 17, { roundId: "round-4", refused: "room_round_withdrawn" }),
      taken(6, { kind: "askAgain" }, 20, { roundId: "round-2" }),
    ];
    const facts = factsWith(steps, "closed");
    expect(findingsShown(facts, ROUND, at(4_999))).toEqual([]);
    expect(findingsShown(facts, ROUND, at(15_000))).toEqual([0]);
    expect(findingsShown(facts, "round-2", at(30_000))).toEqual([]);
    expect(roundsBeen(facts, at(19_999))).toEqual([ROUND]);
    expect(roundsBeen(facts, at(20_000))).toEqual([ROUND, "round-2"]);
  });
});

describe("the code of a session", () => {
  it("[V17] has six letters and digits that nobody takes for one another, read however it was typed", () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 16, maxLength: 16 }), (bytes) => {
        const code = codeFrom(bytes);
        if (code === null) return;
        expect(code).toMatch(/^[2-9A-HJ-NP-Z]{6}$/);
        expect(codeTyped(codeShown(code).toLowerCase())).toBe(code);
        expect(codeTyped(` ${code.slice(0, 3)}-${code.slice(3)} `)).toBe(code);
      }),
    );
    expect(codeFrom(new Uint8Array(16).fill(255))).toBeNull();
    expect(codeTyped("7KQ 2M0")).toBeNull();
  });
});
