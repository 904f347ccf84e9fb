import "server-only";
import type { Highs, Model, ModelData } from "highs";
import type { Programme, Solver } from "@/domain/disclosure/programme";

/** HiGHS, compiled to WebAssembly: some megabytes, so that only a process that closes a round with groups loads it. */
let loaded: Promise<Highs> | undefined;

/** Further from a whole number than this is not one; HiGHS keeps constraints ten times closer. */
const TOLERANCE = 1e-6;

/** Integer programming by HiGHS. Exact, as no gap is allowed. */
export async function loadSolver(): Promise<Solver> {
  loaded ??= import("highs").then(({ default: load }) => load());
  const highs = await loaded;
  const { objectiveSense, variableType } = highs.constants;
  return (programme, ask) => {
    const model = highs.createModel(modelOf(programme, highs));
    const all = { kind: "range", from: 0, to: programme.ranges.length - 1 } as const;
    const whole = programme.ranges.map(() => variableType.integer);
    try {
      model.options.set({ output_flag: false, mip_rel_gap: 0, mip_abs_gap: 0 });
      return ask((place, end) => {
        model.changeObjectiveSense(end === "least" ? objectiveSense.minimize : objectiveSense.maximize);
        // The numbers of a table come out whole without being told to, and much sooner.
        model.clearIntegrality();
        const found = optimum(model, highs, place);
        if (found.every((value) => Math.abs(value - Math.round(value)) < TOLERANCE)) return rounded(found);
        model.changeColsIntegrality(all, whole);
        return rounded(optimum(model, highs, place));
      });
    } finally {
      model.dispose();
    }
  };
}

/** Without a sign, as a nought may come back as −0. */
const rounded = (values: readonly number[]) => values.map((value) => Math.round(value) + 0);

function modelOf({ ranges, constraints }: Programme, { infinity }: Highs): ModelData {
  const [numCols, numRows] = [ranges.length, constraints.length];
  const starts = [0];
  for (const { places } of constraints) starts.push((starts.at(-1) ?? 0) + places.length);
  return {
    numCols,
    numRows,
    colCost: ranges.map(() => 0),
    colLower: ranges.map(([from]) => from),
    colUpper: ranges.map(([, to]) => to),
    rowLower: constraints.map(({ atLeast }) => atLeast),
    rowUpper: constraints.map(() => infinity),
    matrix: {
      format: "csr",
      numRows,
      numCols,
      starts,
      indices: constraints.flatMap(({ places }) => places),
      values: constraints.flatMap(({ signs }) => signs),
    },
  };
}

/** The numbers of a solution in which the one at this place is as far as it goes. */
function optimum(model: Model, { constants }: Highs, place: number): number[] {
  model.changeColCost(place, 1);
  model.run();
  const status = model.getModelStatus();
  if (status !== constants.modelStatus.optimal) throw new Error(`the solver found no optimum: ${status}`);
  const { colValue } = model.getSolution();
  model.changeColCost(place, 0);
  return Array.from(colValue);
}
