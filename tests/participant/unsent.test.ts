import { describe, expect, it } from "vitest";
import { deviceOn } from "@/app/(participant)/_protocol/device";
import { memoryStore } from "@/app/(participant)/_protocol/stores";
import { presentlyAsked } from "@/app/(participant)/c/[slug]/answer/asked";
import { saying } from "@/tests/support/windows";

const day = (number: number) => `2026-03-0${number}T09:00:00.000Z`;
const times = (opens: number, closed = true) => ({
  opensAt: day(opens),
  closesAt: day(opens + 1),
  closedAt: closed ? day(opens + 1) : null,
});
const round = (number: number, opens: number) =>
  [
    `round ${number}`,
    { roundId: `round ${number}`, number, level: "expert", questionnaireHash: "", ...times(opens) },
  ] as const;
const windowOf = (number: number, opens: number, closed = true) =>
  [
    `window ${number}`,
    {
      roundId: `window ${number}`,
      number,
      questionnaireHash: "",
      draftHash: "",
      ...times(opens, closed),
    },
  ] as const;
const rounds = new Map([round(1, 1), round(2, 5)]);
const closed = { rounds, windows: new Map([windowOf(1, 3), windowOf(2, 7)]) };
const later = new Date("2026-04-01T09:00:00.000Z");
const device = () => deviceOn(memoryStore(), "one").of(new Uint8Array(16));

describe("with nothing open a participant", () => {
  it("[W31] finds what was written last on this device, whatever has closed since with nothing written in it", async () => {
    const own = device();
    await own.keepDraft("round 1", saying("Not sent."));
    await own.keepDraft("window 2", saying(" "));
    expect(await presentlyAsked(closed, later, own)).toMatchObject({
      round: { kind: "round", number: 1 },
      open: false,
      written: true,
    });
    await own.keepDraft("window 1", saying("Not sent either."));
    expect(await presentlyAsked(closed, later, own)).toMatchObject({ round: { kind: "window", number: 1 } });
  });

  it("[W31] is told of the last that was asked where nothing was written, and of none before any was", async () => {
    expect(await presentlyAsked(closed, later, device())).toMatchObject({
      round: { kind: "window", number: 2 },
      written: false,
    });
    expect(await presentlyAsked({ rounds: new Map(), windows: new Map() }, later, device())).toBeNull();
  });

  it("[W31] answers what is open before anything that has closed", async () => {
    const own = device();
    await own.keepDraft("round 1", saying("Not sent."));
    const open = { rounds, windows: new Map([windowOf(1, 3), windowOf(2, 7, false)]) };
    const asked = await presentlyAsked(open, new Date(day(7)), own);
    expect(asked).toMatchObject({ round: { kind: "window", number: 2 }, open: true });
  });
});
