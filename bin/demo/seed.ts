import { createPrivateKey } from "node:crypto";
import { eq } from "drizzle-orm";
import { connectBallot, connectRegistry } from "@/db/connect";
import { consultations } from "@/db/registry/schema";
import type { Actor } from "@/domain/consultation/access";
import { invitePerson, missionNamed } from "@/server/auth/invitation";
import { ballotBoxAt } from "@/server/conduct/box";
import { callClosing } from "@/server/trpc/closing-router";
import { callRegistry } from "@/server/trpc/router";
import type { Instance } from "../instance";
import { blindInThreads } from "../simulation/blinding-threads";
import { type SimulationOptions, simulateAnswers, simulateEnrolment } from "../simulation/run";
import { tokensIn } from "../simulation/truth";
import { noteFromFloor } from "./floor";
import { FIRST_WORKSHOP, SECOND_WORKSHOP } from "./notes";
import { demoDelegations } from "./panel";
import { circulateFirstPaper, circulateSecondPaper } from "./papers";
import { publishFindings, publishReport } from "./signing";
import { BY_REGIONAL_GROUP, type ClosedRounds, demoSetUp, HOSTS, momentsOf, RAPPORTEUR } from "./story";
import { arrangeDemoSummary, writeDemoLetter } from "./summary";
import { codeAnswers } from "./themes";
import { wordFindings } from "./wordings";

/** Invitations that nobody uses, for whoever tries the demonstration. */
const UNUSED = 3;
const HOUR = 3_600_000;
const SEED = "tour-de-table";

/** Serves the instance with its clock set back to a moment, does the work, and stops serving. */
export type ServedInThePast = (moment: Date, work: () => Promise<void>) => Promise<void>;

export type SeededDemo = {
  readonly slug: string;
  /** Tokens of invitations that nobody has used. */
  readonly unused: readonly string[];
  /** Path of what was said after the first round. None where it was seeded before notes were part of it. */
  readonly floor?: string;
};

/** Where the truth is kept, how many rounds are to be closed, and whom to tell what goes on. */
type Telling = {
  readonly truthFile: string;
  readonly closed: ClosedRounds;
  readonly say: (what: string) => void;
};

/**
 * Lives the consultation of the paper from its set-up to the middle of its second round, or to its publication: hosts act
 * through the same procedures as on the pages, participants answer over HTTP, each at a time of its own before today.
 */
export async function seedDemo(
  { env, baseUrl }: Instance,
  served: ServedInThePast,
  { truthFile, closed, say }: Telling,
): Promise<SeededDemo> {
  const today = new Date();
  const registry = connectRegistry(env.DATABASE_URL ?? "");
  const ballot = connectBallot(env.BALLOT_DATABASE_URL ?? "");
  const blinder = blindInThreads(2);
  try {
    const host = await hostOf(registry.db, HOSTS[0]);
    const secrets = {
      keyEncryptionKey: Buffer.from(env.KEY_ENCRYPTION_KEY ?? "", "base64"),
      manifestSigningKey: createPrivateKey(Buffer.from(env.MANIFEST_SIGNING_KEY ?? "", "base64").toString()),
    };
    const ballotBox = ballotBoxAt(baseUrl);
    const moments = momentsOf(today, closed);
    const as = (person: Actor, now: Date, roles: Actor["roles"] = {}) =>
      callRegistry({
        now,
        secrets,
        ballotBox,
        db: registry.db,
        actor: { ...person, roles },
        publicUrl: baseUrl,
        objectStore: null,
      });
    const asHost = (now: Date, roles: Actor["roles"] = {}) => as(host, now, roles);

    const { consultationId } = await asHost(moments.setUp).consultations.create(demoSetUp(today, closed));
    await registry.db
      .update(consultations)
      .set({ simulated: true })
      .where(eq(consultations.id, consultationId));
    const roles = { [consultationId]: "host" } as const;
    const { slug, rounds } = await asHost(moments.setUp, roles).consultations.overview({ consultationId });
    const [first, second] = rounds.map(({ id }) => id);
    if (first === undefined || second === undefined) throw new Error("the demonstration has no rounds");
    const setUp = asHost(moments.setUp, roles);
    await setUp.consultations.addPerson({ consultationId, ...RAPPORTEUR, role: "rapporteur", mission: "" });
    const { questionnaire, version } = await setUp.questionnaires.read({ consultationId, roundId: first });
    await setUp.questionnaires.save({
      consultationId,
      roundId: first,
      version,
      questionnaire: { ...questionnaire, breakdown: BY_REGIONAL_GROUP },
    });
    await circulateFirstPaper(setUp, { consultationId, roundId: first });
    await setUp.panel.add({ consultationId, names: demoDelegations() });
    const links = await setUp.panel.issueLinks({ consultationId, seatIds: "all", replace: false });
    const tokens = tokensIn(JSON.stringify(links));
    const simulation: SimulationOptions = {
      url: baseUrl,
      consultation: slug,
      seed: SEED,
      truthFile,
      blinder,
      lanes: 3,
    };
    const closingAs = (now: Date, actor: Actor) =>
      callClosing({ now, secrets, ballotBox, registry: registry.db, ballot: ballot.db, actor });
    const closeAt = (now: Date, roundId: string) =>
      closingAs(now, { ...host, roles }).releases.close({ consultationId, roundId });
    const coHost = await hostOf(registry.db, HOSTS[1]);
    const rapporteur = await rapporteurOf(registry.db, consultationId);
    const inRoom = (now: Date) => as(rapporteur, now, rapporteur.roles);
    const publishAt = async (now: Date, roundId: string) => {
      const [chair, other] = [as(host, now, roles), as(coHost, now, roles)];
      const early = as(host, new Date(now.getTime() - 3 * HOUR), roles);
      await publishFindings([early, other], consultationId, roundId);
      await arrangeDemoSummary(chair, consultationId);
      await writeDemoLetter(chair, consultationId);
      await publishReport([chair, other], consultationId);
    };

    await served(moments.setUp, async () => {
      await setUp.conduct.openEnrolment({ consultationId });
      say(`${tokens.length} seats are invited; participants enrol …`);
      await simulateEnrolment(simulation, spread(tokens, tokens.length - UNUSED));
    });
    await served(moments.firstOpens, async () => {
      await asHost(moments.firstOpens, roles).conduct.openRound({ consultationId, roundId: first });
      say("The first round is open; participants answer …");
      await simulateAnswers(simulation, 1);
      await closeAt(moments.firstCloses, first);
    });
    say("The rapporteur notes what is said in the room, and codes it with the first round's open answers …");
    const before = new Date(moments.firstPublished.getTime() - 4 * HOUR);
    await noteFromFloor(inRoom(before), { consultationId, roundId: first }, FIRST_WORKSHOP);
    const asked = await setUp.questionnaires.read({ consultationId, roundId: first });
    const bench = closingAs(before, rapporteur).themes;
    await codeAnswers(bench, { consultationId, roundId: first }, asked.questionnaire);
    await wordFindings(asHost(before, roles), { consultationId, roundId: first });
    await publishAt(moments.firstPublished, first);
    const rewriting = asHost(moments.firstPublished, roles);
    await circulateSecondPaper(rewriting, { consultationId, roundId: second });
    await served(moments.secondOpens, async () => {
      await asHost(moments.secondOpens, roles).conduct.openRound({ consultationId, roundId: second });
      say("The second round is open; participants answer …");
      await simulateAnswers(simulation, 2);
      if (closed === 2) await closeAt(moments.secondCloses, second);
    });
    const dayAfter = new Date(moments.secondOpens.getTime() + 24 * HOUR);
    await noteFromFloor(inRoom(dayAfter), { consultationId, roundId: second }, SECOND_WORKSHOP);
    // Once everybody may read the paper's second version, a second edition says what was heard and what changed.
    await publishReport([as(host, dayAfter, roles), as(coHost, dayAfter, roles)], consultationId);
    if (closed === 2) await publishAt(moments.secondPublished, second);
    const used = new Set(spread(tokens, tokens.length - UNUSED));
    const floor = `/consultations/${consultationId}/rounds/${first}/floor`;
    return { slug, unused: tokens.filter((token) => !used.has(token)), floor };
  } finally {
    await Promise.all([registry.end(), ballot.end(), blinder.end()]);
  }
}

async function hostOf(
  db: Parameters<typeof missionNamed>[0],
  { mission, email }: (typeof HOSTS)[number],
): Promise<Actor & { missionId: string }> {
  const missionId = await missionNamed(db, mission);
  const personId = await invitePerson(db, { email, name: null, missionId });
  return { personId, name: email, email, missionId, roles: {} };
}

/** The rapporteur whom the host has added, as an actor. */
async function rapporteurOf(db: Parameters<typeof missionNamed>[0], consultationId: string): Promise<Actor> {
  const { name, email } = RAPPORTEUR;
  const personId = await invitePerson(db, { email, name, missionId: null });
  return { personId, name, email, missionId: null, roles: { [consultationId]: "rapporteur" } };
}

/** So many of a list, the ones left out spread evenly over it. */
function spread<Value>(list: readonly Value[], count: number): Value[] {
  const step = list.length / (list.length - count);
  const left = new Set(
    Array.from({ length: list.length - count }, (_, index) => Math.floor((index + 0.5) * step)),
  );
  return list.filter((_, index) => !left.has(index));
}
