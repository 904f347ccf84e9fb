import { type Around, isUnseen } from "./around";
import { type Figure, leaks } from "./attack";
import { ADMITTED, type AttackName, type Attacks } from "./attacks";
import type { CanarySearch } from "./canary-search";
import { CONTROLS, type Control, caughtBy } from "./controls";

/** The chance that the audit as a whole cries out without a leak. */
const ALPHA = 1e-4;
/** Figures shown of each attack, those nearest to their bounds; all are in the file. */
const SHOWN = 5;

export type Verdict = {
  readonly isClean: boolean;
  readonly attacks: Readonly<Record<string, readonly Figure[]>>;
  readonly controls: readonly { readonly name: string; readonly caught: Figure | null }[];
  /** What those who enrol late and answer at once risk: the rounds with credentials issued just in time. */
  readonly late: Readonly<Record<string, readonly Figure[]>>;
  /** Rounds that were withdrawn: what the box keeps of them for their authors. */
  readonly withdrawn: Readonly<Record<string, readonly Figure[]>>;
  readonly search: CanarySearch;
  readonly around: Around;
};

type Parts = {
  readonly search: CanarySearch;
  readonly around: Around;
  readonly asItIs: Attacks;
  readonly withdrawn: Attacks;
  readonly controls: Readonly<Record<Control["made"], Attacks>>;
};

/** Whether nothing leaks where it may not, every fault made on purpose was found, and the search is not blind. */
export function verdictOf({ search, around, asItIs, withdrawn, controls }: Parts): Verdict {
  const attacks = asItIs.figures(ALPHA / 6);
  const leaking = (found: Map<AttackName, Figure[]>, admitted: (typeof ADMITTED)["late"]) =>
    [...found].some(([name, figures]) =>
      figures.some((figure) => leaks(figure) && !admitted(name, figure.pair)),
    );
  const made = CONTROLS.map((control) => {
    const figures = controls[control.made].figures(ALPHA / 6);
    return { name: control.name, caught: caughtBy(control, figures.get(attackOf(control)) ?? []) };
  });
  const kept = withdrawn.figures(ALPHA / 6);
  const late = controls["just in time"].figures(ALPHA / 6);
  const isClean =
    !leaking(attacks, ADMITTED.asItIs) &&
    !leaking(kept, ADMITTED.withdrawn) &&
    !leaking(late, ADMITTED.late) &&
    isUnseen(around) &&
    made.every(({ caught }) => caught !== null) &&
    [search.leaks, search.blind, search.shared].every((list) => list.length === 0);
  return {
    isClean,
    attacks: Object.fromEntries(attacks),
    controls: made,
    late: Object.fromEntries(late),
    withdrawn: Object.fromEntries(kept),
    search,
    around,
  };
}

const attackOf = ({ attacker, moment }: Control): AttackName => `${attacker}, ${moment}`;

const size = ({ found, bound }: Figure) => Math.abs(found) / bound;

function line({ pair, measure, runs, found, expected, bound }: Figure): string {
  if (measure === "matches") {
    const times = `${found} of ${expected.toFixed(1)} expected in ${runs} rounds, bound ${bound}`;
    return `  ${times}: ${pair}`;
  }
  return `  ${measure} ${found.toFixed(2)} deviations in ${runs} rounds, bound ${bound.toFixed(2)}: ${pair}`;
}

function section(name: string, figures: readonly Figure[], admitted: (typeof ADMITTED)["late"]): string[] {
  // The keys of a verdict are the names of attacks.
  const isAdmitted = ({ pair }: Figure) => admitted(name as AttackName, pair);
  const [allowed, held] = [figures.filter(isAdmitted), figures.filter((figure) => !isAdmitted(figure))];
  const nearest = (some: readonly Figure[]) => some.toSorted((one, other) => size(other) - size(one));
  const leaking = held.filter(leaks);
  const pairs = new Set(figures.map(({ pair }) => pair)).size;
  const measured = allowed.filter(leaks);
  return [
    `${name}: ${figures.length} figures of ${pairs} pairs, ${leaking.length === 0 ? "no leak" : `${leaking.length} LEAKS`}. Nearest to their bounds:`,
    ...nearest(held).slice(0, Math.max(SHOWN, leaking.length)).map(line),
    ...(measured.length > 0 ? [`  Admitted, and measured (${measured.length} past the bound):`] : []),
    ...nearest(measured).slice(0, SHOWN).map(line),
  ];
}

/** What the canary search found, in words. */
export function printedCanaries({
  seats,
  troubles,
  bytes,
  leaks: found,
  blind,
  shared,
}: CanarySearch): string {
  return [
    `Canary search: ${seats} seats, ${troubles} times trouble, ${Math.round(bytes / 1e6)} MB of rows, files and logs.`,
    ...found.map(({ what, where }) => `  LEAK: ${what} in ${where}`),
    ...blind.map((what) => `  BLIND: did not find ${what}`),
    ...shared.map((value) => `  SHARED by both databases: ${value}`),
    ...(found.length + blind.length + shared.length === 0 ? ["  Nothing lies where it must not."] : []),
  ].join("\n");
}

/** All that the attacks came to, in words. */
export function printedFigures(
  { attacks, controls, late, withdrawn }: Verdict,
  { runs, seats, controls: times }: { runs: number; seats: number; controls: number },
): string {
  return [
    "",
    `Linkage attack: ${runs} rounds of ${seats} seats.`,
    ...Object.entries(attacks).flatMap(([name, figures]) => section(name, figures, ADMITTED.asItIs)),
    "",
    `Faults made on purpose: ${times} rounds each.`,
    ...controls.map(({ name, caught }) =>
      caught === null ? `  NOT FOUND: ${name}` : `  found: ${name}\n  ${line(caught)}`,
    ),
    "",
    `Rounds that were withdrawn: ${times}.`,
    ...Object.entries(withdrawn).flatMap(([name, figures]) => section(name, figures, ADMITTED.withdrawn)),
    "",
    "Those who enrol late and answer at once (the rounds with credentials issued just in time):",
    ...Object.entries(late).flatMap(([name, figures]) => section(name, figures, ADMITTED.late)),
  ].join("\n");
}
