import { randomUUID } from "node:crypto";
import type { Questionnaire } from "@/domain/questionnaire/questionnaire";
import { smallQuestionnaire } from "@/tests/support/questionnaire";
import { closingTimeHasCome } from "./closing-time";
import { type Host, signedInHost } from "./host";
import { localTime } from "./plan";
import { enrolSilently } from "./silent-seats";

/** Enrolled seats without which no round opens. */
const LEAST = 10;

type Plan = {
  readonly questionnaire?: Questionnaire;
  /** Seats beyond those that a round needs to open: for participants whom the test plays. */
  readonly own?: number;
  /** Who sets it up, where that is not the host of this worker: on an instance other than the shared one. */
  readonly by?: Host;
};

let hostOfAll: Promise<Host> | undefined;
/** One host for whatever this worker sets up; signing in is a journey of its own. */
function hostOfThisWorker(): Promise<Host> {
  hostOfAll ??= signedInHost();
  return hostOfAll;
}

/** A consultation with one round in draft, and seats with a link each. Enrolment has not opened. */
export async function preparedConsultation({ questionnaire = smallQuestionnaire, own = 1, by }: Plan = {}) {
  const host = by ?? (await hostOfThisWorker());
  const title = `Review of practice ${randomUUID().slice(0, 8)}`;
  const { consultationId } = await host.registry.consultations.create.mutate({
    title,
    subject: "How practice should be reviewed.",
    rule: "Chatham House Rule: what is said may be used; who said it may not be known.",
    timeZone: "America/New_York",
    template: "blank",
    coHosts: [],
    rounds: [{ level: "expert", opensAt: localTime(-1), closesAt: localTime(2) }],
  });
  const { slug, rounds } = await host.registry.consultations.overview.query({ consultationId });
  const roundId = rounds[0]?.id ?? "";
  const { version } = await host.registry.questionnaires.read.query({ consultationId, roundId });
  await host.registry.questionnaires.save.mutate({ consultationId, roundId, version, questionnaire });
  const names = Array.from({ length: LEAST + own }, (_, index) => `Delegation ${index + 1}`);
  const text = names.map((name) => `${name},other`).join("\n");
  await host.registry.panel.import.mutate({ consultationId, text });
  const request = { consultationId, seatIds: "all", replace: false } as const;
  const links = (await host.registry.panel.issueLinks.mutate(request)).map(({ link }) => link);
  return { host, consultationId, roundId, slug, title, links };
}

/** The same with enrolment open and nobody enrolled. */
export async function enrollingConsultation(plan: Plan = {}) {
  const prepared = await preparedConsultation(plan);
  await prepared.host.registry.conduct.openEnrolment.mutate({ consultationId: prepared.consultationId });
  return prepared;
}

/** The same with ten seats enrolled that stay silent, and the round open. `links` are those still unused. */
export async function openConsultation(plan: Plan = {}) {
  const { links, ...prepared } = await enrollingConsultation(plan);
  const { host, consultationId, roundId, slug } = prepared;
  await enrolSilently(slug, links.slice(0, LEAST));
  await host.registry.conduct.openRound.mutate({ consultationId, roundId });
  return { ...prepared, links: links.slice(LEAST) };
}
type OpenConsultation = Awaited<ReturnType<typeof openConsultation>>;

let openRound: Promise<OpenConsultation> | undefined;
/** An unused seat in a round that stays open: for tests that need no more of a consultation, each with a seat its own. */
export async function seatInOpenRound() {
  openRound ??= openConsultation({ own: 60 });
  const { links, host, slug } = await openRound;
  const link = links.shift();
  if (link === undefined) throw new Error("Every seat of the shared round is taken; plan more.");
  return { link, host, slug };
}

/** A host of one more mission, which co-hosts from then on. */
export async function coHostOf(host: Host, consultationId: string, mission: string): Promise<Host> {
  const other = await signedInHost(mission);
  const person = { name: "Anna", email: other.email, role: "host", mission } as const;
  await host.registry.consultations.addPerson.mutate({ consultationId, ...person });
  return other;
}

/** Lets the closing time of a round come, and closes it as its host. */
export async function closeRound({ host, consultationId, roundId }: OpenConsultation): Promise<void> {
  await closingTimeHasCome(roundId);
  await host.closing.releases.close.mutate({ consultationId, roundId });
}
