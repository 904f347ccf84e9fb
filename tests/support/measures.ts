import { z } from "zod";
import { agreement, polarization } from "@/domain/consensus/agreement";
import { bordaPoints } from "@/domain/consensus/borda";
import { entropyBits } from "@/domain/consensus/entropy";
import { kemeny } from "@/domain/consensus/kemeny";
import { kendallW } from "@/domain/consensus/kendall-w";
import { krippendorffAlpha } from "@/domain/consensus/krippendorff-alpha";
import { approvalPhrase } from "@/domain/consensus/ladder/approval";
import { choicePhrase } from "@/domain/consensus/ladder/choice";
import { movementPhrase } from "@/domain/consensus/ladder/movement";
import { rankingPhrase } from "@/domain/consensus/ladder/ranking";
import { scalePhrase } from "@/domain/consensus/ladder/scale";
import { themePhrase } from "@/domain/consensus/ladder/theme";
import { dispersion } from "@/domain/consensus/leik";
import { newcombeDifference } from "@/domain/consensus/newcombe";
import { above, condorcetWinner } from "@/domain/consensus/pairwise";
import { reynalQuerol } from "@/domain/consensus/reynal-querol";
import { schulzeOrder, strongestPaths } from "@/domain/consensus/schulze";
import { sideCounts } from "@/domain/consensus/sides";
import { smithSet } from "@/domain/consensus/smith-set";
import { consensus } from "@/domain/consensus/tastle-wierman";
import { twoCoders } from "@/domain/consensus/two-coders";
import { wilson } from "@/domain/consensus/wilson";
import type { Cell } from "@/domain/disclosure/cell";
import { type ScaleTable, scaleTable, sideRow } from "@/domain/disclosure/scale";
import { marksOf } from "@/domain/disclosure/table";
import { scaleWords } from "@/domain/findings/scale";
import { pairsOf, placesOf, profileSchema, rankingTallyOf } from "./ballots";
import { releasedScale } from "./release-of";

/** A measure as the vectors call it: input of their shape in, output of their shape out. */
type Measure = (input: unknown) => unknown;

const count = z.int().min(0);
const counts = z.object({ counts: z.array(count) });
const ofAnswered = z.object({ count, answered: count });
const order = z.object({ W: z.number().nullable(), p: z.number().nullable(), smithSetSize: count });
const maybe = count.nullable();
const change = z.object({ x1: maybe, n1: count, x2: maybe, n2: count, dCns: z.number().nullable() });
const difference = z.object({ x1: count, n1: count, x2: count, n2: count });

const freq = z.object({ freq: z.array(z.number().min(0)) });
const raters = z.object({ subjects_x_raters: z.array(z.array(z.number())) });
const category = z.union([z.string(), z.number()]).nullable();

function measure<T>(shape: z.ZodType<T>, of: (input: T) => unknown): Measure {
  return (input) => of(shape.parse(input));
}

const markOf = (cell: Cell) => (cell.kind === "count" ? cell.count : cell.kind);

function scaleMarks(table: ScaleTable) {
  if (table.kind === "tooFew") return "tooFew";
  if (table.kind === "categories") return { shown: "categories", cells: table.categories.map(markOf) };
  return { shown: "sides", cells: sideRow(table.sides).map(markOf) };
}

type Profile = z.infer<typeof profileSchema>;

/** A square of numbers by the names of the options, without its diagonal. */
function named({ candidates }: Profile, of: (one: number, other: number) => number) {
  const others = (one: number) =>
    candidates.flatMap((name, other) => (one === other ? [] : [[name, of(one, other)]]));
  return Object.fromEntries(candidates.map((name, one) => [name, Object.fromEntries(others(one))]));
}

const ofRankings = (of: (profile: Profile, pairs: ReturnType<typeof pairsOf>) => unknown): Measure =>
  measure(profileSchema, (profile) => of(profile, pairsOf(profile)));

const names = ({ candidates }: Profile, places: readonly number[]) =>
  places.map((place) => candidates[place]);

/** Every measure that the vectors may name. */
export const measures: Readonly<Record<string, Measure>> = {
  "disclosure.table": measure(counts, (input) =>
    input.counts.reduce((a, b) => a + b, 0) < 10 ? "tooFew" : marksOf(input.counts),
  ),
  "disclosure.scale": measure(counts, (input) => scaleMarks(scaleTable(input.counts))),
  "finding.scale": measure(counts, (input) => scaleWords(releasedScale(input.counts))),
  "phrase.ordinal": measure(z.object({ freq: z.array(count) }), ({ freq }) => scalePhrase(sideCounts(freq))),
  "phrase.choice": measure(counts, (input) => choicePhrase(input.counts)),
  "phrase.approval": measure(ofAnswered, (input) => approvalPhrase(input.count, input.answered)),
  "phrase.theme": measure(ofAnswered, (input) => themePhrase(input.count, input.answered)),
  "phrase.ranking": measure(order, rankingPhrase),
  "phrase.movement": measure(change, movementPhrase),
  "ordinal.agreement": measure(freq, (input) => agreement(input.freq)),
  "ordinal.polarization": measure(freq, (input) => polarization(input.freq)),
  "ordinal.consensus": measure(freq, (input) => consensus(input.freq)),
  "ordinal.leikDispersion": measure(freq, (input) => dispersion(input.freq)),
  "nominal.entropyBits": measure(freq, (input) => entropyBits(input.freq)),
  "nominal.reynalQuerol": measure(freq, (input) => reynalQuerol(input.freq)),
  "ranking.pairwise": ofRankings((profile, { prefers }) =>
    named(profile, (one, other) => above(prefers, one, other)),
  ),
  "ranking.condorcetWinner": ofRankings((profile, { prefers }) => {
    const winner = condorcetWinner(prefers);
    return winner === null ? null : profile.candidates[winner];
  }),
  "ranking.smithSet": ofRankings((profile, { prefers }) => names(profile, smithSet(prefers))),
  "ranking.schulze": ofRankings((profile, { prefers }) => {
    const [paths, order] = [strongestPaths(prefers), schulzeOrder(prefers)];
    return {
      path: named(profile, (one, other) => paths[one]?.[other] ?? 0),
      winners: names(profile, order[0] ?? []),
      order: order.map((place) => names(profile, place)),
    };
  }),
  "ranking.kemeny": ofRankings((profile, { prefers }) => {
    const best = kemeny(prefers);
    return { ...best, rankings: best?.orders.map((order) => names(profile, order)) };
  }),
  "ranking.borda": ofRankings((profile, { prefers, answered }) => {
    // Points counted from 1 give one more for every ballot.
    const more = "base" in profile ? profile.base * answered : 0;
    const points = bordaPoints(prefers, answered);
    return Object.fromEntries(profile.candidates.map((name, place) => [name, (points[place] ?? 0) + more]));
  }),
  "ranking.kendallW": measure(raters, ({ subjects_x_raters: rows }) => {
    const rankings = (rows[0] ?? []).map((_, rater) => placesOf(rows.map((scores) => scores[rater] ?? 0)));
    const subjects = rows.map((_, subject) => String(subject));
    return kendallW(
      rankingTallyOf(
        subjects,
        rankings.map((places) => ({ places, weight: 1 })),
      ),
    );
  }),
  "reliability.krippendorffNominal": measure(
    z.object({ units_x_coders: z.array(z.array(category)) }),
    (input) => krippendorffAlpha(input.units_x_coders),
  ),
  "reliability.twoCoder": measure(z.object({ table: z.array(z.array(count)) }), ({ table }) =>
    twoCoders(table),
  ),
  "interval.wilson": measure(z.object({ x: count, n: count }), wilson),
  "interval.newcombeDifference": measure(difference, ({ x1, n1, x2, n2 }) =>
    newcombeDifference({ x: x1, n: n1 }, { x: x2, n: n2 }),
  ),
};
