import { randomBytes, randomUUID } from "node:crypto";
import { SEALED_WALLET_BYTES } from "@/domain/anonymity/wallet";
import { dsr2011Questionnaire } from "@/domain/questionnaire/template-dsr-2011";
import { EMPTY_ARRANGEMENT } from "@/domain/summary/arrangement";
import { appRouter } from "@/server/trpc/router";
import { changed } from "./changes";
import { contentsOfClock } from "./clock-calls";
import { ANY_LETTER, encodedId } from "./composed";
import { contentsOfFiles } from "./contents-of-files";
import { contentsOfPanel } from "./contents-of-panel";
import { asked, type Endpoint, posted } from "./endpoint";
import { contentsOfFloor } from "./floor-calls";
import { contentsOfConducting } from "./room-calls";
import type { FuzzStage } from "./stage";

export type Contents = Readonly<Record<string, (nth: number) => unknown>>;

const encoded = (count: number) => randomBytes(count).toString("base64url");
/** A number that a key of 3072 bits can sign. */
const anyBlinded = () => Buffer.concat([Buffer.from([0]), randomBytes(383)]).toString("base64url");
export const pick = <Value>(from: readonly Value[], nth: number): Value | undefined =>
  from[nth % from.length];

/** What each procedure of the registry is sent when nothing is wrong with it. */
function contentsOfRegistry(stage: FuzzStage): Contents {
  const { open, drafted } = stage;
  const { consultationId, roundId } = drafted;
  const there = { consultationId };
  const round = { consultationId, roundId };
  const paper = { consultationId, number: 1 };
  const publicRound = { slug: open.slug, number: 1 };
  const plan = {
    level: "expert",
    opensAt: "2027-01-11T09:00",
    closesAt: "2027-01-29T18:00",
    timeZone: "UTC",
  };
  const particulars = { title: "In preparation", subject: "Any.", rule: "Chatham House Rule" };
  // Every second token is one that nobody was given; a real one may ask sixty times a minute.
  const token = (nth: number) => (nth % 2 === 0 ? encoded(16) : (pick(open.unused, nth >> 1) ?? ""));
  const findings = { of: "findings", roundId } as const;
  // What can be signed off: nothing is closed on this stage, so that no signature is ever taken.
  const subject = (nth: number) => pick([findings, { of: "report" }, { of: "withdrawal", number: 1 }], nth);
  return {
    "acts.file": (nth) => ({ ...there, ...(nth % 2 === 0 && { from: "2026-01-01" }) }),
    ...contentsOfClock({ open, drafted }),
    "acts.page": (nth) => ({ ...there, page: 1 + (nth % 3) }),
    ...contentsOfConducting(stage),
    ...contentsOfFiles(stage),
    ...contentsOfFloor(stage),
    ...contentsOfPanel(stage),
    "conduct.end": () => there,
    "conduct.extendRound": () => ({ ...round, closesAt: "2027-02-01T18:00:00Z" }),
    "conduct.openEnrolment": () => ({ consultationId: open.consultationId }),
    "conduct.openRound": () => round,
    "conduct.retry": () => there,
    "consultations.addPerson": (nth) => ({
      ...there,
      name: "Somebody",
      email: `person-${nth}@audit.example`,
      role: "observer",
      mission: "",
    }),
    "consultations.beginning": () => undefined,
    "consultations.copy": (nth) => ({
      ...there,
      ...particulars,
      timeZone: "UTC",
      coHosts: [],
      rounds: [{ level: "expert", opensAt: plan.opensAt, closesAt: plan.closesAt, copies: nth % 2 || null }],
      panel: nth % 2 === 0,
    }),
    "consultations.copyStart": () => there,
    "consultations.create": () => ({
      ...particulars,
      timeZone: "UTC",
      template: "blank",
      coHosts: [{ mission: "Permanent Mission of Somewhere", email: "somewhere@audit.example" }],
      rounds: [{ level: "highLevel", opensAt: plan.opensAt, closesAt: plan.closesAt }],
    }),
    // Never its title, or there would be nothing left to send anything to.
    "consultations.delete": (nth) => ({ ...there, title: `Another ${nth}` }),
    "consultations.list": () => undefined,
    "consultations.overview": () => there,
    "consultations.publicPage": () => ({ slug: open.slug }),
    "consultations.removePerson": () => ({ ...there, personId: randomUUID() }),
    "consultations.update": () => ({ ...there, ...particulars }),
    "editions.index": () => undefined,
    "editions.list": () => ({ slug: open.slug }),
    "editions.note": (nth) => ({
      ...there,
      subject: { of: "withdrawal", number: 1 },
      text: "A figure was wrong.",
      version: nth % 3,
    }),
    "editions.sign": (nth) => ({ ...there, subject: subject(nth), hash: "b41e07c9".repeat(8) }),
    "editions.signOff": (nth) => ({ ...there, subject: subject(nth) }),
    "editions.takeBack": (nth) => ({ ...there, subject: subject(nth) }),
    "editions.withdraw": () => ({ ...there, number: 1 }),
    "enrolment.issue": (nth) => ({
      token: token(nth),
      blinded: [{ roundId: open.roundId, blinded: anyBlinded() }],
    }),
    "enrolment.seat": (nth) => ({ token: token(nth) }),
    "letters.read": () => there,
    "letters.save": (nth) => ({ ...there, version: nth, letter: ANY_LETTER }),
    "manifest.log": () => ({ slug: open.slug }),
    "papers.begin": () => ({ ...there, after: 1 }),
    "papers.circulate": () => ({ ...round, number: 1 }),
    "papers.desk": () => there,
    "papers.explain": (nth) => ({
      ...paper,
      version: nth,
      blockId: "p-1",
      findings: ["finding/1/roles/advice"],
      sentence: "It was asked for.",
    }),
    "papers.fromFile": () => ({ ...there, file: Buffer.from("# A paper\n\nIts text.").toString("base64") }),
    "papers.ofNumber": () => publicRound,
    "papers.ofRound": () => publicRound,
    "papers.read": () => paper,
    "papers.save": (nth) => ({
      ...paper,
      version: nth,
      markdown: "# A paper\n\n1. *One*\n   - [two](https://un.org)",
    }),
    "publication.drafts": () => round,
    "publication.earlier": () => publicRound,
    "publication.ofRound": () => publicRound,
    "publication.publish": () => round,
    "publication.publishReport": () => there,
    "questionnaires.ofRound": () => publicRound,
    "questionnaires.read": () => round,
    "questionnaires.save": (nth) => ({ ...round, version: nth, questionnaire: dsr2011Questionnaire }),
    "receipts.ofRound": () => publicRound,
    "receipts.record": () => publicRound,
    "reports.draft": () => there,
    "reports.ofConsultation": () => ({ slug: open.slug, number: 1 }),
    "rounds.add": () => ({ ...there, ...plan }),
    "rounds.remove": () => ({ ...there, roundId: randomUUID() }),
    "rounds.update": () => ({ ...round, ...plan }),
    "sessions.end": () => ({ name: encoded(32) }),
    "sessions.endAll": () => undefined,
    "sessions.mine": () => undefined,
    "status.read": () => undefined,
    "summaries.read": () => there,
    "summaries.save": (nth) => ({
      ...there,
      version: nth,
      arrangement: {
        ...EMPTY_ARRANGEMENT,
        steps: [{ kind: "text", id: encodedId(nth), text: "Steps were proposed." }],
      },
      nextSteps: "A further round is planned.",
    }),
    "wallets.get": () => ({ locator: encoded(32) }),
    "wallets.put": () => ({
      consultationId: open.consultationId,
      locator: encoded(32),
      ciphertext: encoded(SEALED_WALLET_BYTES),
    }),
    "windows.reply": (nth) => ({ ...there, number: 1, version: nth, text: "The co-hosts take this up." }),
    "windows.draft": () => publicRound,
    "windows.open": () => ({ ...there, closesAt: "2027-02-01T18:00:00Z", draftHash: encoded(32) }),
    "windows.receipts": () => publicRound,
    "windows.toCirculate": () => there,
    "wordings.choose": (nth) => ({
      ...round,
      findingKey: "roles/advice",
      position: nth % 3,
      phrase: "majorityFor",
      reason: null,
      wording: "After a long exchange, {phrase} that 12 of 40 delegations agreed.",
    }),
    "wordings.desk": () => round,
  };
}

type Procedures = { readonly _def: { readonly procedures: Readonly<Record<string, unknown>> } };

/** What tRPC keeps of a procedure; its own types do not tell from outside. */
const onlyReads = (procedure: unknown): boolean =>
  (procedure as { _def: { type: string } })._def.type !== "mutation";

export function endpointsOf(
  router: Procedures,
  door: string,
  contents: Contents,
  cookieFor: (name: string) => string,
) {
  return Object.entries(router._def.procedures).map(([name, procedure]): Endpoint => {
    const content = contents[name];
    if (content === undefined) throw new Error(`say in audit/fuzz/calls.ts what ${name} is sent`);
    const address = `${door}/${name}`;
    const cookie = { cookie: cookieFor(name) };
    const send = onlyReads(procedure) ? asked : posted;
    return {
      name,
      content,
      carrying: (value) => send(address, value),
      signed: async (nth, change) => {
        const value = content(nth);
        return send(address, change === null ? value : changed(value, change), cookie);
      },
    };
  });
}

/**
 * Every procedure of the registry; whoever sets consultations up has no other, or their roles would fill the pages, and
 * whoever ends all sessions ends no other's.
 */
export const registryEndpoints = (stage: FuzzStage): Endpoint[] =>
  endpointsOf(appRouter, "/api/trpc", contentsOfRegistry(stage), (name) => {
    if (/^consultations\.(create|list)$/.test(name)) return stage.cookies.settingUp;
    return name === "sessions.endAll" ? stage.cookies.signingOut : stage.cookies.host;
  });
