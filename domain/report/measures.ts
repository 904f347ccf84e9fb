import { agreement, polarization } from "@/domain/consensus/agreement";
import { entropyBits } from "@/domain/consensus/entropy";
import { dispersion } from "@/domain/consensus/leik";
import { interquartileRange, quartileMiddles } from "@/domain/consensus/quartiles";
import { reynalQuerol } from "@/domain/consensus/reynal-querol";
import { silentBounds } from "@/domain/consensus/silent-bounds";
import { consensus } from "@/domain/consensus/tastle-wierman";
import { type Cell, rangeOf, shownCounts } from "@/domain/disclosure/cell";
import type { ApprovalFinding } from "@/domain/findings/approval";
import type { ChoiceFinding } from "@/domain/findings/choice";
import type { Finding } from "@/domain/findings/finding";
import type { Message } from "@/domain/findings/message";
import type { ScaleFinding } from "@/domain/findings/scale";
import type { ReportTable } from "./document";
import { orderTable, sharedTable } from "./ranking";

const message = (name: string, values: Message["values"] = {}): Message => ({
  key: `measures.${name}`,
  values,
});
const notGiven = message("notGiven");
const decimal = (value: number | null): Message =>
  value === null ? notGiven : message("decimal", { value });

type Grid = Pick<ReportTable, "columns" | "rows">;

/**
 * The measures of one item in one round as tables, from what its release shows; none for open answers and where there are
 * too few. `findings` are those of one item; `id` is unique on its page.
 */
export function measureTables(id: string, findings: readonly Finding[]): ReportTable[] {
  const [first] = findings;
  if (first === undefined || first.kind === "text") return [];
  const shown = findings.filter((finding) => finding.kind !== "text" && finding.figures.kind !== "tooFew");
  if (shown.length === 0) return [];
  if (first.kind === "ranking")
    return [orderTable(`${id}-order`, first), sharedTable(`${id}-shared`, first)].filter(
      (table) => table !== null,
    );
  const table = (grid: Grid): ReportTable[] => [
    { id, of: "figures", caption: message("caption", { prompt: first.prompt }), ...grid },
  ];
  if (first.kind === "scale") return table(scaleGrid(shown.filter((finding) => finding.kind === "scale")));
  return table(first.kind === "choice" ? choiceGrid(first) : approvalGrid(first));
}

/** What a share would lie between had all who were silent answered, or that nobody was. Rounded outwards. */
function boundsWords(cell: Cell, { n, seats, noPosition }: Finding): Message {
  const silent = seats - n - noPosition;
  // More answers than seats: some credentials replaced lost ones, and nobody knows how many seats are silent.
  if (silent < 0) return notGiven;
  const bounds = silentBounds(rangeOf(cell), n, silent);
  if (bounds === null) return message("nobodySilent");
  const { least, most, of } = bounds;
  return message("bounds", { low: Math.floor((100 * least) / of), high: Math.ceil((100 * most) / of) });
}

function scaleGrid(findings: readonly ScaleFinding[]): Grid {
  const columns = ["statement", "median", "quartiles", "A", "Cns", "D", "supportBounds"];
  return {
    columns: columns.map((name) => message(`columns.${name}`)),
    rows: findings.map((finding) => ({
      heading: finding.statement,
      cells: [...ordinalCells(finding), ...boundsOf(finding)],
    })),
  };
}

const boundsOf = (finding: ScaleFinding): Message[] =>
  finding.figures.kind === "tooFew" ? [notGiven] : [boundsWords(finding.figures.sides.for, finding)];

/** Median, middle half with its range, A with polarization, Cns and D; as many as stand before the bounds. */
function ordinalCells({ figures, categories }: ScaleFinding): Message[] {
  const counts = figures.kind === "categories" ? shownCounts(figures.categories) : null;
  const places = counts === null ? null : quartileMiddles(counts);
  if (counts === null || places === null) return Array.from({ length: 5 }, () => notGiven);
  const [A, polarized] = [agreement(counts), polarization(counts)];
  return [
    categoryWords(places.median, categories),
    quartileWords(places, categories, interquartileRange(counts) ?? 0),
    A === null || polarized === null ? notGiven : message("withPolarization", { A, polarization: polarized }),
    decimal(consensus(counts)),
    decimal(dispersion(counts)),
  ];
}

type Middles = NonNullable<ReturnType<typeof quartileMiddles>>;

const named = ([below, above]: Middles["median"], categories: readonly string[]) =>
  [categories[below] ?? "", categories[above] ?? ""] as const;

/** A category by its label, or the two in which the answers in the middle stand. */
function categoryWords(middle: Middles["median"], categories: readonly string[]): Message {
  const [one, other] = named(middle, categories);
  return one === other ? message("category", { one }) : message("between", { one, other });
}

/** From the lower quartile to the upper, each a category or between two. */
function quartileWords({ lower, upper }: Middles, categories: readonly string[], range: number): Message {
  const [[from, orFrom], [to, orTo]] = [named(lower, categories), named(upper, categories)];
  if (from === to && orFrom === orTo) return categoryWords(lower, categories);
  const between = (one: string, other: string) => (one === other ? "no" : "yes");
  return message("fromTo", {
    from,
    orFrom,
    betweenFrom: between(from, orFrom),
    to,
    orTo,
    betweenTo: between(to, orTo),
    range,
  });
}

/** Per cent with one decimal, rounded down, so that no threshold is reached by rounding. */
const tenths = (count: number, n: number): number => Math.floor((1000 * count) / n) / 10;

function choiceGrid(finding: ChoiceFinding): Grid {
  const cells = finding.figures.kind === "tooFew" ? [] : finding.figures.options.map(({ cell }) => cell);
  const counts = shownCounts(cells);
  const [first = 0, second = 0] = [...(counts ?? [])].sort((a, b) => b - a);
  const lead = counts === null ? notGiven : message("points", { points: tenths(first - second, finding.n) });
  return {
    columns: [message("columns.measure"), message("columns.value")],
    rows: [
      { heading: message("lead"), cells: [lead] },
      {
        heading: message("entropy", { most: Math.log2(cells.length) }),
        cells: [decimal(counts && entropyBits(counts))],
      },
      { heading: message("reynalQuerol"), cells: [decimal(counts && reynalQuerol(counts))] },
    ],
  };
}

/** Options by share, the most supported first, each with its lead over the next. */
function approvalGrid(finding: ApprovalFinding): Grid {
  const { figures, n } = finding;
  const cells = figures.kind === "tooFew" ? [] : figures.options;
  const rows = finding.options.flatMap(({ optionId, text }) => {
    const cell = cells.find((option) => option.optionId === optionId)?.yes;
    return cell === undefined ? [] : [{ text, cell }];
  });
  const percent = (count: number) => tenths(count, n);
  return {
    columns: ["option", "share", "leadOverNext", "chosenBounds"].map((name) => message(`columns.${name}`)),
    rows: rows.map(({ text, cell }, index) => {
      const next = rows[index + 1]?.cell;
      const led = cell.kind === "count" && next?.kind === "count";
      return {
        heading: text,
        cells: [
          cell.kind === "count" ? message("percent", { percent: percent(cell.count) }) : notGiven,
          next === undefined
            ? message("last")
            : led
              ? message("points", { points: percent(cell.count - next.count) })
              : notGiven,
          boundsWords(cell, finding),
        ],
      };
    }),
  };
}
