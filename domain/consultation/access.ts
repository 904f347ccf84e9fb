/** What a person does in a consultation. */
export type Role = "host" | "rapporteur" | "observer";

/** Whoever is signed in. Participants and readers are never actors. */
export type Actor = {
  readonly personId: string;
  readonly name: string;
  readonly email: string;
  /** The mission for which this person acts, if any. */
  readonly missionId: string | null;
  /** Role by consultation id. */
  readonly roles: Readonly<Record<string, Role>>;
};

/** Acts within one consultation. */
export type Act =
  /** Read what its hosts and rapporteurs work on: rounds, questionnaire, panel, stages. */
  | "follow"
  /** Change title, co-hosts, people, rounds and questionnaires. */
  | "prepare"
  /** Add seats, make and withdraw invitation links. */
  | "invite"
  /** Open enrolment; open, extend and close a round. */
  | "conduct"
  /** Read drafted findings and open answers after the close. */
  | "draft"
  /** Word what is to be published: themes, findings, the summary, its letter, the discussion paper. */
  | "compose"
  /** Publish findings and the report. */
  | "publish"
  /** Read the log of what hosts and rapporteurs did. */
  | "oversee";

const ALLOWED: Readonly<Record<Role, readonly Act[]>> = {
  host: ["follow", "prepare", "invite", "conduct", "draft", "compose", "publish", "oversee"],
  rapporteur: ["follow", "draft", "compose"],
  observer: [],
};

/** Whether the actor may do this in that consultation; nobody signed in may do nothing. */
export function may(actor: Actor | null, act: Act, consultationId: string): boolean {
  const role = actor?.roles[consultationId];
  return role !== undefined && ALLOWED[role].includes(act);
}

/** Whether the actor has any role in that consultation, be it to read what everybody reads. */
export function takesPart(actor: Actor | null, consultationId: string): boolean {
  return actor?.roles[consultationId] !== undefined;
}

/** Whether the actor may name or remove hosts of a mission that has some: only its own hosts may. */
export function mayChangeHostsOf(actor: Pick<Actor, "missionId">, missionId: string): boolean {
  return actor.missionId === missionId;
}

/** Whether the actor may set up a consultation of their own: whoever acts for a mission. */
export function maySetUp(actor: Actor | null): actor is Actor & { missionId: string } {
  return actor?.missionId != null;
}
