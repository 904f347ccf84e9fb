import type { RoundStage } from "@/domain/consultation/round";
import type { Issue } from "@/domain/issue";

/** How far a window has come. */
export type WindowStage = Exclude<RoundStage, "draft">;

/** What the opening of a window depends on. */
export type WindowSituation = {
  readonly rounds: readonly {
    readonly number: number;
    readonly stage: RoundStage;
    readonly published: boolean;
  }[];
  readonly windows: readonly { readonly number: number; readonly stage: WindowStage }[];
  /** Whether a key for one is left: there are two in the first entry of the manifest. */
  readonly keyLeft: boolean;
};

/** The number of the window that has not closed yet, or null. */
export function windowUnderWay(windows: WindowSituation["windows"]): number | null {
  return windows.find(({ stage }) => stage !== "closed")?.number ?? null;
}

/**
 * Everything that keeps the next window from opening: a draft can be circulated once it has findings, and participants
 * are asked one thing at a time. How many have enrolled or answered does not matter.
 */
export function windowIssues({ rounds, windows, keyLeft }: WindowSituation): Issue[] {
  const number = windowUnderWay(windows);
  const underWay = rounds.filter(({ stage }) => stage !== "draft" && stage !== "closed");
  return [
    ...(number === null ? [] : [{ code: "window_under_way" as const, values: { number } }]),
    ...(number === null && !keyLeft ? [{ code: "window_none_left" as const }] : []),
    ...underWay.map((round): Issue => ({ code: "round_under_way", values: { number: round.number } })),
    ...(rounds.some(({ published }) => published) ? [] : [{ code: "window_without_findings" as const }]),
  ];
}
