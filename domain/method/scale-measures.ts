import { agreement, polarization } from "@/domain/consensus/agreement";
import { entropyBits } from "@/domain/consensus/entropy";
import { dispersion } from "@/domain/consensus/leik";
import { interquartileRange, quartiles } from "@/domain/consensus/quartiles";
import { reynalQuerol } from "@/domain/consensus/reynal-querol";
import { favourableShare, opposedShare, sideCounts } from "@/domain/consensus/sides";
import { consensus } from "@/domain/consensus/tastle-wierman";
import { sum } from "@/domain/tally/counts";
import { decimal, type Measure, percent, plainly, points } from "./measure";
import { say } from "./say";

/** From strongly opposed to strongly in support. */
export const SCALE_COUNTS = [4, 8, 4, 15, 9] as const;

/** What is measured of a statement on a scale. */
export function scaleMeasures(): Measure[] {
  const sides = sideCounts(SCALE_COUNTS);
  const places = quartiles(SCALE_COUNTS) ?? { lower: 0, median: 0, upper: 0 };
  const { lower, median, upper } = places;
  const ordinal = [
    ["agreement", "agreement", agreement],
    ["polarization", "agreement", polarization],
    ["consensus", "tastle-wierman", consensus],
    ["dispersion", "leik", dispersion],
  ] as const;
  return [
    { id: "favourable", file: "sides", values: [percent(favourableShare(sides))] },
    { id: "opposed", file: "sides", values: [percent(opposedShare(sides))] },
    { id: "median", file: "quartiles", values: [say("values.category", { place: median })] },
    { id: "quartiles", file: "quartiles", values: [say("values.categories", { lower, upper })] },
    { id: "iqr", file: "quartiles", values: [plainly(interquartileRange(SCALE_COUNTS) ?? 0)] },
    ...ordinal.map(([id, file, measure]) => ({ id, file, values: [decimal(measure(SCALE_COUNTS))] })),
  ];
}

/** Answers by option, A to D, the most chosen first. */
export const CHOICE_COUNTS = [18, 12, 6, 4] as const;

/** What is measured of a choice of one option. */
export function choiceMeasures(): Measure[] {
  const [first, second] = CHOICE_COUNTS;
  return [
    { id: "lead", file: null, values: [points((first - second) / sum(CHOICE_COUNTS))] },
    { id: "entropy", file: "entropy", values: [decimal(entropyBits(CHOICE_COUNTS))] },
    { id: "reynalQuerol", file: "reynal-querol", values: [decimal(reynalQuerol(CHOICE_COUNTS))] },
  ];
}
