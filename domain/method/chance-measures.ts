import { krippendorffAlpha } from "@/domain/consensus/krippendorff-alpha";
import { newcombeDifference } from "@/domain/consensus/newcombe";
import { type SilentBounds, silentBounds } from "@/domain/consensus/silent-bounds";
import { twoCoders } from "@/domain/consensus/two-coders";
import { wilson } from "@/domain/consensus/wilson";
import { decimal, type Measure, percent } from "./measure";
import { say } from "./say";

/** Answers in which two people both find a theme, only the first, only the second, and neither. */
export const CODED = { both: 6, first: 4, second: 2, neither: 28 } as const;

/** How far two people agree who code open answers to themes. */
export function coderMeasures(): Measure[] {
  const { both, first, second, neither } = CODED;
  const coders = twoCoders([
    [both, first],
    [second, neither],
  ]);
  const codings = [
    [both, ["raised", "raised"]],
    [first, ["raised", "absent"]],
    [second, ["absent", "raised"]],
    [neither, ["absent", "absent"]],
  ] as const;
  const units = codings.flatMap(([count, unit]) => Array.from({ length: count }, () => unit));
  return [
    { id: "agreeing", file: "two-coders", values: [percent(coders?.pa ?? null)] },
    { id: "kappa", file: "two-coders", values: [decimal(coders?.kappa ?? null)] },
    { id: "ac1", file: "two-coders", values: [decimal(coders?.ac1 ?? null)] },
    { id: "alpha", file: "krippendorff-alpha", values: [decimal(krippendorffAlpha(units))] },
  ];
}

/** In favour in the first round and in the second, of those who took a position, and the silent among those invited. */
export const SHARES = { before: 16, now: 28, n: 40, silent: 10 } as const;

/** What is left open by silence and by chance. */
export function uncertaintyMeasures(): Measure[] {
  const { before, now, n, silent } = SHARES;
  const later = { x: now, n };
  return [
    { id: "silent", file: "silent-bounds", values: [shares(silentBounds([now, now], n, silent))] },
    { id: "wilson", file: "wilson", values: [percents(wilson(later))] },
    { id: "newcombe", file: "newcombe", values: [changed(newcombeDifference(later, { x: before, n }))] },
  ];
}

type Interval = readonly [low: number, high: number] | null;

/** Rounded outwards, so that it claims nothing. */
const outwards = ([low, high]: NonNullable<Interval>) => ({
  low: Math.floor(100 * low),
  high: Math.ceil(100 * high),
});

const percents = (interval: Interval) =>
  interval === null ? decimal(null) : say("values.percents", outwards(interval));

/** In whole numbers until the last, so that no rounding error costs a per cent. */
const shares = (bounds: SilentBounds | null) =>
  bounds === null
    ? decimal(null)
    : say("values.percents", {
        low: Math.floor((100 * bounds.least) / bounds.of),
        high: Math.ceil((100 * bounds.most) / bounds.of),
      });

const changed = (interval: Interval) =>
  interval === null ? decimal(null) : say("values.points", outwards(interval));
