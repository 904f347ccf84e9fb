import { instantOf, localTimeOf, type SetUp } from "@/domain/consultation/consultation";
import type { Breakdown } from "@/domain/questionnaire/breakdown";

const DAY = 86_400_000;
const TIME_ZONE = "America/New_York";

/** Whoever works on the demonstration's consultation. The missions are those of the paper; the people are invented. */
export const HOSTS = [
  { mission: "Permanent Mission of Malaysia", email: "host@malaysia.example" },
  { mission: "Permanent Mission of the Netherlands", email: "host@netherlands.example" },
] as const;
export const RAPPORTEUR = { name: "A rapporteur", email: "rapporteur@cic.example" } as const;

/** A wall-clock time in New York, so many days after today (before it, if negative). */
const local = (today: Date, days: number, time: string): string =>
  `${localTimeOf(new Date(today.getTime() + days * DAY), TIME_ZONE).slice(0, 10)}T${time}`;

function instant(today: Date, days: number, time: string): Date {
  const found = instantOf(local(today, days, time), TIME_ZONE);
  if (found === null) throw new Error(`no such time: ${days} days from today, ${time}`);
  return found;
}

/** How many rounds are closed and published; the next one is open if that is the second. */
export type ClosedRounds = 1 | 2;

/** Days from today on which a round opens and closes. */
type Days = { readonly opens: number; readonly closes: number };

const FIRST: Days = { opens: -44, closes: -41 };
const SECOND: Readonly<Record<ClosedRounds, Days>> = {
  1: { opens: -2, closes: 5 },
  2: { opens: -16, closes: -9 },
};
const THIRD: Days = { opens: 33, closes: 36 };

/** When what has happened so far happened. */
export function momentsOf(today: Date, closed: ClosedRounds) {
  return {
    setUp: instant(today, -50, "11:00"),
    firstOpens: instant(today, FIRST.opens, "09:00"),
    firstCloses: instant(today, FIRST.closes, "18:00"),
    firstPublished: instant(today, -36, "15:00"),
    secondOpens: instant(today, SECOND[closed].opens, "09:00"),
    secondCloses: instant(today, SECOND[closed].closes, "18:00"),
    secondPublished: instant(today, -4, "15:00"),
  };
}

/** Three rounds round today: the first over, the second under way or over too, the third to come. */
export function demoSetUp(today: Date, closed: ClosedRounds): SetUp {
  const between = ({ opens, closes }: Days) => ({
    opensAt: local(today, opens, "09:00"),
    closesAt: local(today, closes, "18:00"),
  });
  return {
    title: "Defence sector reform and the role of the United Nations",
    subject: "Four questions to Member States on options for an increased United Nations role",
    rule: "Chatham House Rule: what is said may be used; who said it may not be known.",
    timeZone: TIME_ZONE,
    template: "dsr-2011",
    coHosts: [{ mission: HOSTS[1].mission, email: HOSTS[1].email }],
    rounds: [
      { level: "expert", ...between(FIRST) },
      { level: "expert", ...between(SECOND[closed]) },
      { level: "highLevel", ...between(THIRD) },
    ],
  };
}

/** What the first round asks besides: the regional group, so that its findings can be read group by group. */
export const BY_REGIONAL_GROUP: Breakdown = {
  question: "Of which regional group is your delegation a member?",
  groups: [
    { id: "african", name: "African States" },
    { id: "asia-pacific", name: "Asia-Pacific States" },
    { id: "eastern-european", name: "Eastern European States" },
    { id: "latin-american-caribbean", name: "Latin American and Caribbean States" },
    { id: "western-european-others", name: "Western European and other States" },
  ],
};
