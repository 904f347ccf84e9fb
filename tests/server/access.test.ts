import { randomUUID } from "node:crypto";
import { describe, expect, it } from "vitest";
import type { Actor } from "@/domain/consultation/access";
import { ballotRouter } from "@/server/ballots/router";
import { callClosing, closingRouter } from "@/server/trpc/closing-router";
import { appRouter } from "@/server/trpc/router";
import { ballotDatabase, registryDatabase } from "@/tests/support/databases";
import { callByName, namesIn, turnedAway } from "@/tests/support/procedures";
import { scene } from "@/tests/support/scene";

const ballot = await ballotDatabase();
const play = await scene(await registryDatabase(), ballot, 0);

// A consultation that no table knows: whoever is let in finds nothing there, and nothing is changed by asking.
const consultationId = randomUUID();
const somebody = { personId: randomUUID(), name: "Somebody", email: "somebody@mission.example" };
const missionId = randomUUID();

const ACTORS = {
  nobody: null,
  withoutMission: { ...somebody, missionId: null, roles: {} },
  hostElsewhere: { ...somebody, missionId, roles: { [randomUUID()]: "host" } },
  observer: { ...somebody, missionId, roles: { [consultationId]: "observer" } },
  rapporteur: { ...somebody, missionId: null, roles: { [consultationId]: "rapporteur" } },
  host: { ...somebody, missionId, roles: { [consultationId]: "host" } },
} as const satisfies Record<string, Actor | null>;
type Who = keyof typeof ACTORS;

const WHO = Object.keys(ACTORS) as Who[]; // the keys of the literal above
const everyone = WHO;
const signedIn: Who[] = ["withoutMission", "hostElsewhere", "observer", "rapporteur", "host"];
const missions: Who[] = ["hostElsewhere", "observer", "host"];
const members: Who[] = ["observer", "rapporteur", "host"];
const hosts: Who[] = ["host"];
const hostsAndRapporteurs: Who[] = ["rapporteur", "host"];

/** Who is let in, by procedure. Participants and readers are nobody. */
const REGISTRY: Record<string, readonly Who[]> = {
  "acts.file": hosts,
  "acts.page": hosts,
  "backgroundPapers.add": hosts,
  "backgroundPapers.arrange": hosts,
  "backgroundPapers.describe": hosts,
  "backgroundPapers.desk": hostsAndRapporteurs,
  "backgroundPapers.ofConsultation": everyone,
  "backgroundPapers.remove": hosts,
  "backgroundPapers.replace": hosts,
  "backgroundPapers.toHandOut": everyone,
  "backgroundPapers.withdraw": hosts,
  "conduct.end": hosts,
  "conduct.extendRound": hosts,
  "conduct.openEnrolment": hosts,
  "conduct.openByClock": hosts,
  "conduct.openRound": hosts,
  "conduct.retry": hosts,
  "conduct.setExtension": hosts,
  "consultations.addPerson": hosts,
  "consultations.beginning": signedIn,
  "consultations.copy": hosts,
  "consultations.copyStart": hosts,
  "consultations.create": missions,
  "consultations.delete": hosts,
  "consultations.list": signedIn,
  "consultations.overview": hostsAndRapporteurs,
  "consultations.publicPage": everyone,
  "consultations.removePerson": hosts,
  "consultations.update": hosts,
  "editions.index": everyone,
  "editions.list": everyone,
  "editions.note": hosts,
  "editions.sign": hosts,
  "editions.signOff": hostsAndRapporteurs,
  "editions.takeBack": hosts,
  "editions.withdraw": hosts,
  "enrolment.issue": everyone,
  "enrolment.seat": everyone,
  "errata.questionnaire": everyone,
  "errata.withdraw": hosts,
  "floor.add": hostsAndRapporteurs,
  "floor.edit": hostsAndRapporteurs,
  "floor.notes": hostsAndRapporteurs,
  "floor.remove": hostsAndRapporteurs,
  "letters.read": hostsAndRapporteurs,
  "letters.save": hostsAndRapporteurs,
  "mail.changeAddresses": hosts,
  "mail.desk": hosts,
  "mail.noteReturned": hosts,
  "mail.planScheduled": hosts,
  "mail.preview": hosts,
  "mail.sendAgain": hosts,
  "mail.sendInvitations": hosts,
  "mail.sendNotice": hosts,
  "manifest.log": everyone,
  "panel.add": hosts,
  "panel.addFurther": hosts,
  "panel.import": hosts,
  "panel.issueLinks": hosts,
  "panel.preview": hosts,
  "panel.remove": hosts,
  "panel.seats": hostsAndRapporteurs,
  "panel.withdrawLinks": hosts,
  "papers.begin": hostsAndRapporteurs,
  "papers.circulate": hosts,
  "papers.desk": hostsAndRapporteurs,
  "papers.explain": hostsAndRapporteurs,
  "papers.fromFile": hostsAndRapporteurs,
  "papers.ofNumber": everyone,
  "papers.ofRound": everyone,
  "papers.read": hostsAndRapporteurs,
  "papers.save": hostsAndRapporteurs,
  "people.changeRole": hosts,
  "people.endCoHosting": hosts,
  "people.handOver": hosts,
  "people.leave": members,
  "people.observed": signedIn,
  "publication.drafts": hostsAndRapporteurs,
  "publication.earlier": everyone,
  "publication.ofRound": everyone,
  "publication.publish": hosts,
  "publication.publishReport": hosts,
  "questionnaires.ofRound": everyone,
  "questionnaires.read": hostsAndRapporteurs,
  "questionnaires.save": hosts,
  "receipts.ofRound": everyone,
  "receipts.record": everyone,
  "replacements.agree": hosts,
  "replacements.ask": hosts,
  "replacements.layAside": hosts,
  "replacements.list": hostsAndRapporteurs,
  "reports.draft": hostsAndRapporteurs,
  "reports.ofConsultation": everyone,
  "room.console": hostsAndRapporteurs,
  "room.start": hosts,
  "room.take": hosts,
  "room.underWay": everyone,
  "room.undo": hosts,
  "rounds.add": hosts,
  "rounds.remove": hosts,
  "rounds.update": hosts,
  "sessions.end": signedIn,
  "sessions.endAll": signedIn,
  "sessions.mine": signedIn,
  "sheets.cards": hosts,
  "sheets.inPreparation": hostsAndRapporteurs,
  "sheets.ofRound": everyone,
  "status.read": missions,
  "summaries.read": hostsAndRapporteurs,
  "summaries.save": hostsAndRapporteurs,
  "wallets.get": everyone,
  "wallets.put": everyone,
  "windows.draft": everyone,
  "windows.open": hosts,
  "windows.receipts": everyone,
  "windows.reply": hostsAndRapporteurs,
  "windows.toCirculate": hostsAndRapporteurs,
  "wordings.choose": hostsAndRapporteurs,
  "wordings.desk": hostsAndRapporteurs,
};

/** The ballot box knows no actor: whoever holds a credential is let in by it alone. */
const BALLOT = ["acceptEntry", "challenge", "leaves", "readBack", "submit"];

/** Calls a procedure by its dotted name, naming the consultation and nothing else. */
const call = (caller: unknown, name: string) => callByName(caller, name, { consultationId });

const expected = (who: Who, admitted: readonly Who[]) => {
  if (admitted.includes(who)) return null;
  return who === "nobody" ? "not_signed_in" : "not_allowed";
};

describe("the registry's procedures", () => {
  it("[H20] each stands in the table of who is let in, and the table names no other", () => {
    expect(namesIn(appRouter)).toEqual(Object.keys(REGISTRY).sort());
  });

  describe.each(Object.entries(REGISTRY))("%s", (name, admitted) => {
    it.each(WHO)(
      "[H21] lets in whom the table names and turns the rest away, before reading what they sent: %s",
      async (who) => {
        const caller = appRouter.createCaller(play.context(ACTORS[who]));
        expect(await turnedAway(call(caller, name))).toBe(expected(who, admitted));
      },
    );
  });
});

/** Who may close a round or a window or sit at the bench, in the process that holds both databases. */
const CLOSING: Record<string, readonly Who[]> = {
  "releases.close": hosts,
  "releases.closeWindow": hosts,
  "themes.answers": hostsAndRapporteurs,
  "themes.bench": hostsAndRapporteurs,
  "themes.change": hostsAndRapporteurs,
  "themes.coding": hostsAndRapporteurs,
  "themes.destroy": hosts,
  "themes.notes": hostsAndRapporteurs,
  "themes.release": hostsAndRapporteurs,
  "themes.sayDone": hostsAndRapporteurs,
  "themes.settle": hostsAndRapporteurs,
  "themes.takeSecondPlace": hostsAndRapporteurs,
};

describe("the closing process's procedures", () => {
  it("[H20] each stands in the table of who is let in, and the table names no other", () => {
    expect(namesIn(closingRouter)).toEqual(Object.keys(CLOSING).sort());
  });

  describe.each(Object.entries(CLOSING))("%s", (name, admitted) => {
    it.each(WHO)("[H21] lets in whom the table names and turns the rest away: %s", async (who) => {
      const { db, publicUrl: _, ...context } = play.context(ACTORS[who]);
      const caller = callClosing({ ...context, registry: db, ballot });
      expect(await turnedAway(call(caller, name))).toBe(expected(who, admitted));
    });
  });
});

it("[H22] the ballot box has these procedures and no other, and asks nobody who they are", async () => {
  expect(namesIn(ballotRouter)).toEqual(BALLOT);
  for (const name of BALLOT) expect(await turnedAway(call(play.box(), name))).toBeNull();
});
