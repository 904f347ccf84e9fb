import type { Chance } from "@/bin/simulation/chance";
import { Attacker, type Figure } from "./attack";
import { type Ordering, orderInLog, orderingsOf } from "./orderings";
import { MOMENTS, type Moment, type PlayedRound } from "./round";

/**
 * The two whom the promise is held against. The insider has all that is stored and is told which seats answered; the
 * watcher also saw in which order they did.
 */
export type AttackName = `${"insider" | "watcher"}, ${Moment}`;

/**
 * What the threat model admits while a round is open, and the audit measures instead: whoever watches the room can place
 * those who wait in `arrival`, and those who changed their answers by the number of the revision; whoever looks as people
 * enrol late and answer at once can place these in the registry, and again in `arrival`. Nothing of what has moved on to
 * `response` is admitted. A withdrawn round keeps its answers for their authors, and the numbers of revisions with them.
 */
export const ADMITTED: Readonly<
  Record<"asItIs" | "withdrawn" | "late", (attack: AttackName, pair: string) => boolean>
> = {
  asItIs: (attack, pair) =>
    attack === "watcher, open" && /ballot (arrival|response\S* by revision)/.test(pair),
  withdrawn: (attack, pair) =>
    attack.startsWith("watcher") &&
    (attack === "watcher, open"
      ? /ballot (arrival|response[^×]* by (first |last )?revision)/
      : /ballot response[^×]* by (first |last )?revision/
    ).test(pair),
  late: (attack, pair) => attack.endsWith("open") && !/ballot response/.test(pair),
};

const inOrderGiven = (name: string, seats: readonly number[]): Ordering => ({
  name,
  places: new Map(seats.map((seat, place) => [seat, place])),
  isMeasure: true,
});

/** Only the seats that answered: the attacker is told which. */
function amongThoseWhoAnswered(ordering: Ordering, answered: ReadonlySet<number>): Ordering[] {
  const places = new Map([...ordering.places].filter(([seat]) => answered.has(seat)));
  return new Set(places.values()).size > 1 ? [{ ...ordering, places }] : [];
}

/** Every attack, gathered over rounds. */
export class Attacks {
  readonly #attackers = new Map<AttackName, Attacker>(
    MOMENTS.flatMap((moment) => [
      [`insider, ${moment}`, new Attacker()],
      [`watcher, ${moment}`, new Attacker()],
    ]),
  );

  /** Tries everything on one round, with what was added to the logs meanwhile. */
  add(round: PlayedRound, logs: Readonly<Record<string, string>>, chance: Chance): void {
    const answered = new Set(round.first);
    const watched = [
      inOrderGiven("order of answering", round.first),
      inOrderGiven("order of last answering", round.last),
    ];
    const inLogs = Object.entries(logs).flatMap(([name, log]) => orderInLog(name, log, round.marks));
    for (const moment of MOMENTS) {
      const tables = round.dumps[moment];
      const of = (database: string) =>
        tables
          .filter((table) => table.database === database)
          .flatMap((table) => orderingsOf(table, round.marks, round.names));
      const known = [...of("registry"), ...inLogs].flatMap((own) => amongThoseWhoAnswered(own, answered));
      const rows = [...of("ballot"), ...inLogs];
      const insider = this.#of(`insider, ${moment}`);
      for (const seats of known)
        for (const other of [...rows, ...watched]) insider.pair(seats, other, chance);
      const watcher = this.#of(`watcher, ${moment}`);
      for (const seats of watched) for (const other of rows) watcher.pair(seats, other, chance);
    }
  }

  #of(name: AttackName): Attacker {
    const attacker = this.#attackers.get(name);
    if (attacker === undefined) throw new Error(`no such attack: ${name}`);
    return attacker;
  }

  /** What came of each attack; `alpha` is the chance that any of its bounds is reached without a leak. */
  figures(alpha: number): Map<AttackName, Figure[]> {
    return new Map([...this.#attackers].map(([name, attacker]) => [name, attacker.figures(alpha)]));
  }
}
