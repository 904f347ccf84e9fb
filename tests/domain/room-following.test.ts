import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  isProvisional,
  ledTo,
  offered,
  type RoomAt,
  roomAt,
  roundDue,
  type SheetPage,
  saidLeft,
  turnsTo,
} from "@/domain/room/following";
import type { Phase } from "@/domain/room/state";
import type { RoomView } from "@/domain/room/view";

const PAGES = 5;
const questionPage = fc.nat({ max: PAGES - 1 });
const page = fc.oneof<fc.Arbitrary<SheetPage>[]>(questionPage, fc.constantFrom("review", "receipt"));
const at = fc.option(questionPage, { nil: null });

/** What the room does, as views tell of it: it asks one question or all, or it does not ask. */
const heard = fc.oneof(
  at.map((index) => ({
    phase: "question" as const,
    question: index === null ? null : { index, text: `Question ${index + 1}` },
  })),
  fc
    .constantFrom<Phase>("doors", "lastCall", "closed", "findings", "discussion", "ended")
    .map((phase) => ({ phase, question: null })),
);
type Heard = Pick<RoomView, "phase" | "question">;

/** A device that nobody touches, told of these views one after the other. */
function left(views: readonly Heard[]): { readonly shown: SheetPage; readonly at: RoomAt } {
  return views.reduce<{ shown: SheetPage; at: RoomAt; begun: boolean }>(
    (device, view) => {
      const now = roomAt(device.at, view);
      const before = device.begun || now === null ? device.at : 0;
      const to = turnsTo(device.shown, before, now, false);
      return { shown: to ?? device.shown, at: now, begun: device.begun || now !== null };
    },
    { shown: 0, at: null, begun: false },
  );
}

describe("a device that follows the room", () => {
  it("[V60] turns by itself only from the page that the room was at, and never while its owner is in the middle of something", () => {
    fc.assert(
      fc.property(page, at, at, fc.boolean(), (shown, before, now, busy) => {
        const to = turnsTo(shown, before, now, busy);
        if (to !== null) expect({ shown, busy, to }).toEqual({ shown: before, busy: false, to: now });
        else expect(now === null || now === before || shown !== before || busy).toBe(true);
      }),
    );
  });

  it("[V60] stays where its owner went back to, however often it hears that the room is where it was", () => {
    fc.assert(
      fc.property(page, questionPage, (shown, now) => {
        expect(turnsTo(shown, now, now, false)).toBeNull();
      }),
    );
  });

  it("[V61] is where the room is when nobody touches it, whichever steps it slept through", () => {
    const course = fc.array(
      questionPage.map((index) => ({ phase: "question" as const, question: { index, text: "" } })),
      {
        minLength: 1,
        maxLength: 20,
      },
    );
    fc.assert(
      fc.property(course, fc.array(fc.boolean(), { maxLength: 20 }), (views, slept) => {
        const missed = views.filter((_, place) => place === views.length - 1 || slept[place] !== true);
        expect(left(missed).shown).toBe(views.at(-1)?.question.index);
        expect(left(missed)).toEqual({ ...left(views), begun: true });
      }),
    );
  });

  it("[V62] offers the room's question to whoever is elsewhere, and to nobody else", () => {
    fc.assert(
      fc.property(page, at, (shown, now) => {
        expect(offered(shown, now)).toBe(now === null || shown === now ? null : now);
      }),
    );
  });

  it("[V63] is turned by no last call of the question that it is at, nor by what follows", () => {
    fc.assert(
      fc.property(at, heard, (before, view) => {
        if (view.phase !== "question") expect(roomAt(before, view)).toBe(before);
        else expect(roomAt(before, view)).toBe(view.question?.index ?? null);
      }),
    );
    fc.assert(
      fc.property(at, questionPage, (before, index) => {
        // One that slept through the question hears of it in the last call.
        expect(roomAt(before, { phase: "lastCall", question: { index, text: "" } })).toBe(index);
      }),
    );
  });

  it("[V64] looks anew when a round opens that it does not answer, takes no more answers when its own closes, and else does nothing", () => {
    const stage = fc.constantFrom("notOpen", "open", "closing", "closed");
    const shown = fc.option(fc.record({ roundId: fc.constantFrom("one", "two"), answering: fc.boolean() }), {
      nil: null,
    });
    const view = (id: string, stage: RoomView["round"]["stage"]) => ({
      round: { id, number: 1, timeZone: "UTC", stage, closesAt: "2026-11-26T12:00:00.000Z", extended: false },
    });
    fc.assert(
      fc.property(shown, stage, (device, stage) => {
        const answers = device?.answering === true && device.roundId === "one";
        const due = roundDue(device, view("one", stage as RoomView["round"]["stage"])); // one of the four above
        if (stage === "open") expect(due).toBe(answers ? null : "look");
        else expect(due).toBe(answers && stage !== "notOpen" ? "close" : null);
      }),
    );
  });

  it("[V88] is led by the code to its questions where it is enrolled, and else told to enrol, or that the session has ended", () => {
    for (const phase of ["doors", "question", "closed", "ended"] as const)
      expect(ledTo({ phase }, true)).toBe("questions");
    expect(ledTo({ phase: "discussion" }, false)).toBe("notEnrolled");
    expect(ledTo({ phase: "ended" }, false)).toBe("ended");
  });

  it("[V31] reads of a finding that is shown that it is signed as soon as it is, and of another round what it was told", () => {
    const loaded = { round: { number: 1 }, provisional: true };
    expect(isProvisional(loaded, { round: { number: 1 }, provisional: true })).toBe(true);
    expect(isProvisional(loaded, { round: { number: 1 }, provisional: false })).toBe(false);
    expect(isProvisional(loaded, { round: { number: 2 }, provisional: false })).toBe(true);
  });

  it("[V65] says the end of a last call three times, and not every second", () => {
    const seconds = Array.from({ length: 121 }, (_, passed) => 120 - passed);
    const said = seconds.map(saidLeft);
    expect(said.filter((one, place) => place > 0 && one !== said[place - 1])).toEqual([60, 30, 10]);
    expect([61, 60, 31, 30, 11, 10].map(saidLeft)).toEqual([null, 60, 60, 30, 30, 10]);
  });
});
