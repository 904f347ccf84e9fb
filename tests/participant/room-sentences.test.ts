import { execFileSync } from "node:child_process";
import { describe, expect, it } from "vitest";
import type { RoomView } from "@/domain/room/view";

const ROUND: RoomView["round"] = {
  id: "r",
  number: 1,
  timeZone: "UTC",
  stage: "open",
  closesAt: "2026-03-02T18:00:00.000Z",
  extended: false,
};
const view = (
  phase: RoomView["phase"],
  stage: RoomView["round"]["stage"],
  provisional = false,
): RoomView => ({
  ...{ slug: "test", title: "A test", simulated: false, phase, questions: 4, provisional },
  round: { ...ROUND, stage },
  question: phase === "question" && stage === "open" ? { index: 0, text: "What should be done?" } : null,
  until: null,
  seats: { enrolled: 41, invited: 64 },
  finding: null,
  now: "2026-03-02T09:00:00.000Z",
});

/** What the wall and a device say of views. */
function said(...views: readonly RoomView[]): { readonly wall: string; readonly device: string }[] {
  const written = execFileSync(process.execPath, ["--import", "tsx", "tests/support/room-sentences.tsx"], {
    input: JSON.stringify(views),
    env: { PATH: process.env.PATH ?? "", NODE_ENV: "production" },
  });
  return JSON.parse(written.toString("utf8")) as ReturnType<typeof said>; // as the script writes them
}

describe("what wall and devices say of a session", { timeout: 60_000 }, () => {
  it("[V86] is that a round is open, or closed, once it is and not before", () => {
    const [opening, open, closing, closed] = said(
      view("question", "notOpen"),
      view("question", "open"),
      view("closed", "open"),
      view("closed", "closing"),
    );
    expect(opening?.wall).toContain("The round is opening.");
    expect(opening?.wall).not.toContain("are open");
    expect(opening?.device).toContain("about to open");
    expect(open?.wall).toContain("What should be done?");
    expect(closing?.wall).toContain("The round is being closed.");
    expect(closing?.wall).not.toContain("counted");
    expect(closing?.device).toContain("The round is being closed.");
    expect(closed?.wall).toContain("The round is closed.");
    expect(closed?.device).toContain("The round has closed");
  });

  it("[V87] once it has ended is how long its round stays open, and not that something was found before it was", () => {
    const [open, ...others] = said(
      view("ended", "open"),
      view("ended", "notOpen"),
      view("ended", "closing"),
      view("ended", "closed", true),
      view("ended", "closed"),
    );
    expect(open?.wall).toContain("stays open until Monday 2 March 2026, 18:00 in UTC");
    for (const one of [open, ...others.slice(0, 2)]) {
      expect(one?.wall).toContain("What the round finds will stand on");
      expect(one?.wall).not.toContain("What was");
    }
    expect(others[2]?.wall).toContain("is provisional until every co-hosting mission has signed it");
    expect(others[3]?.wall).toContain("What was found stands on");
  });
});
