import { instantOf, localTimeOf, type SetUp } from "@/domain/consultation/consultation";

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

/** When what has happened so far happened. */
export function momentsOf(today: Date) {
  return {
    setUp: instant(today, -50, "11:00"),
    firstOpens: instant(today, -44, "09:00"),
    firstCloses: instant(today, -41, "18:00"),
    firstPublished: instant(today, -36, "15:00"),
    secondOpens: instant(today, -2, "09:00"),
  };
}

/** Three rounds round today: the first over, the second under way, the third to come. */
export function demoSetUp(today: Date): SetUp {
  const at = (days: number, time: string) => local(today, days, time);
  return {
    title: "Defence sector reform and the role of the United Nations",
    subject: "Four questions to Member States on options for an increased United Nations role",
    rule: "Chatham House Rule: what is said may be used; who said it may not be known.",
    timeZone: TIME_ZONE,
    template: "dsr-2011",
    coHosts: [{ mission: HOSTS[1].mission, email: HOSTS[1].email }],
    rounds: [
      { level: "expert", opensAt: at(-44, "09:00"), closesAt: at(-41, "18:00") },
      { level: "expert", opensAt: at(-2, "09:00"), closesAt: at(5, "18:00") },
      { level: "highLevel", opensAt: at(33, "09:00"), closesAt: at(36, "18:00") },
    ],
  };
}
