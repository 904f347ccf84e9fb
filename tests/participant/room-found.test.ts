import { execFileSync } from "node:child_process";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { RoomFinding } from "@/app/(participant)/_protocol/room";
import { findingsOf } from "@/domain/findings/finding";
import { drawnFinding } from "@/tests/support/drawn-findings";
import {
  approvalItem,
  approvalTally,
  choiceItem,
  choiceTally,
  scaleItem,
  scaleTally,
} from "@/tests/support/release-of";
import { moved, shownRound } from "@/tests/support/shown-rounds";

/** Each as a device shows it. */
function drawn(shown: readonly RoomFinding[]): string[] {
  const written = execFileSync(process.execPath, ["--import", "tsx", "tests/support/room-found.tsx"], {
    input: JSON.stringify(shown),
    env: { PATH: process.env.PATH ?? "", NODE_ENV: "production" },
    maxBuffer: 64 * 1024 * 1024,
  });
  return JSON.parse(written.toString("utf8")) as string[]; // as the script writes them
}

const asShown = (parts: Pick<RoomFinding, "finding" | "movement">, index: number, of: number) => ({
  round: { number: 2 },
  chosen: {},
  provisional: index % 2 === 0,
  index,
  of,
  ...parts,
});

/** What a second round found on an item, with how it moved since the first. */
const MOVED = [
  [scaleItem(5), scaleTally([2, 3, 4, 9, 8]), scaleTally([9, 8, 4, 3, 2])],
  [choiceItem(3), choiceTally([12, 6, 6]), choiceTally([5, 14, 5])],
  [approvalItem(3), approvalTally([18, 9, 4], 24), approvalTally([6, 9, 20], 24)],
] as const;

describe("what the room is shown, on a device", () => {
  it("[V72] needs no words but those that a session sends along, and says where it is not signed", {
    timeout: 60_000,
  }, () => {
    const findings = fc.sample(drawnFinding, { numRuns: 200, seed: 7 });
    const kinds = new Set(findings.map(({ kind }) => kind));
    expect([...kinds].toSorted()).toEqual(["approval", "choice", "ranking", "scale"]);
    const shown = [
      ...findings.map((finding) => ({ finding, movement: null })),
      ...MOVED.flatMap(([item, before, now]) => {
        const [first, second] = [shownRound(1, item, before), shownRound(2, item, now)];
        const movement = moved(first, second);
        return findingsOf(second.questionnaire, second.release).map((finding) => ({ finding, movement }));
      }),
    ].map((parts, index, all) => asShown(parts, index, all.length));
    const pages = drawn(shown);
    expect(pages).toHaveLength(shown.length);
    for (const [index, page] of pages.entries())
      expect(page.includes("Provisional, not signed"), page).toBe(index % 2 === 0);
  });
});
