import "server-only";
import type { Highs, Model, ModelData } from "highs";
import type { Programme, Solver } from "@/domain/disclosure/programme";

/** HiGHS, compiled to WebAssembly: some megabytes, so that only a process that closes a round with groups loads it. */
let loaded: Promise<Highs> | undefined;

/** Integer programming by HiGHS. Its answers are exact, as all numbers are whole and no gap is allowed. */
export async function loadSolver(): Promise<Solver> {
  loaded ??= import("highs").then(({ default: load }) => load());
  const highs = await loaded;
  return (programme, ask) => {
    const model = highs.createModel(modelOf(programme, highs));
    try {
      model.options.set({ output_flag: false, mip_rel_gap: 0, mip_abs_gap: 0 });
      return ask((place, end) => extremeOf(model, highs, place, end));
    } finally {
      model.dispose();
    }
  };
}

function modelOf({ ranges, constraints }: Programme, { constants, infinity }: Highs): ModelData {
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
    integrality: ranges.map(() => constants.variableType.integer),
  };
}

function extremeOf(model: Model, { constants }: Highs, place: number, end: "least" | "greatest"): number[] {
  const { minimize, maximize } = constants.objectiveSense;
  model.changeObjectiveSense(end === "least" ? minimize : maximize);
  model.changeColCost(place, 1);
  model.run();
  const status = model.getModelStatus();
  if (status !== constants.modelStatus.optimal) throw new Error(`the solver found no optimum: ${status}`);
  const { colValue } = model.getSolution();
  model.changeColCost(place, 0);
  // Without a sign: a nought may come back as −0.
  return Array.from(colValue, (value) => Math.round(value) + 0);
}
