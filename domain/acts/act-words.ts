import { versionName } from "@/domain/edition/signed";
import type { LoggedAct } from "./entry";

/** The key of an act under `log.acts` and `log.details` of `messages/`: "round opened" is `roundOpened`. */
export const actKey = (act: string): string =>
  act.replace(/ (\w)/g, (_, letter: string) => letter.toUpperCase());

/** Acts that the clock does, for nobody: each has a name of its own. */
const OF_THE_CLOCK: readonly string[] = [
  "round opened by the clock",
  "round not opened by the clock",
  "round closed by the clock",
  "round extended by the rule",
  "window closed by the clock",
  "withdrawn answers discarded",
  "room step refused",
  "room ended by the clock",
];

/** Whether the clock did it, where no person is named. */
export const isOfTheClock = (act: string): boolean => OF_THE_CLOCK.includes(act);

/** What an act's detail tells, in the values of its sentence; each has a value, whatever an entry of another time lacks. */
export type ActValues = {
  readonly number: number;
  readonly version: number;
  readonly count: number;
  readonly title: string;
  readonly role: string;
  readonly rounds: string;
  /** What was signed, and of which version, by the first digits of its hash; "none" where nothing was. */
  readonly of: string;
  readonly hash: string;
  /** When the round closes (ISO), or null. */
  readonly closesAt: string | null;
  /** Delegations whose seats or links it was about. */
  readonly delegations: readonly string[];
};

const numberIn = (value: unknown) => (typeof value === "number" ? value : 0);
const textIn = (value: unknown) => (typeof value === "string" ? value : "");
const listIn = (value: unknown) => (Array.isArray(value) ? value.map(String) : []);

export function actValues({ detail }: Pick<LoggedAct, "detail">): ActValues {
  const delegations = listIn(detail.delegations);
  const rounds = listIn(detail.rounds);
  const closesAt = textIn(detail.closesAt);
  return {
    number: numberIn(detail.number),
    version: numberIn(detail.version),
    count: Math.max(delegations.length, rounds.length, numberIn(detail.count)),
    title: textIn(detail.title),
    role: textIn(detail.role),
    rounds: rounds.join(", "),
    of: textIn(detail.of),
    hash: versionName(textIn(detail.hash)) || "none",
    closesAt: Number.isNaN(Date.parse(closesAt)) ? null : closesAt,
    delegations,
  };
}
