import "server-only";
import { eq } from "drizzle-orm";
import type { RegistryDatabase } from "@/db/registry/client";
import { consultations, type mailings, rounds } from "@/db/registry/schema";
import type { Part, Written } from "@/domain/mail/written";
import { Refusal } from "@/domain/refusal";
import { coHostNames } from "@/server/consultations/co-hosts";
import { fingerprintOfConsultation } from "@/server/manifest/queries";
import { words } from "@/server/words";
import { LOCALE, momentInMail } from "./moment";

type MailingKind = (typeof mailings.$inferSelect)["kind"];

/** What a mail says, before it is said to one seat. */
export type Mailing = {
  readonly consultationId: string;
  readonly kind: MailingKind;
  /** The round it is about; none where it is about the whole. */
  readonly roundId: string | null;
  readonly note: string;
};

/** What a mail to one seat says besides: whose it is, and for an invitation its link. */
export type Addressee = { readonly delegation: string; readonly link: string | null };

type Round = typeof rounds.$inferSelect;

const paragraph = (text: string): Part => ({ kind: "paragraph", text });

function factsOf(round: Round | null, rule: string, fingerprint: readonly string[] | null): Part {
  const facts: [string, string][] = [];
  if (round !== null) {
    const { number, level, stage, opensAt, closesAt, timeZone } = round;
    facts.push([words("mailing.fact.round"), words(`mailing.level.${level}`, { number })]);
    if (stage === "draft" || stage === "opening")
      facts.push([words("mailing.fact.opens"), momentInMail(opensAt, timeZone)]);
    facts.push([words("mailing.fact.closes"), momentInMail(closesAt, timeZone)]);
  }
  facts.push([words("mailing.fact.rule"), rule]);
  if (fingerprint !== null)
    facts.push([
      words("mailing.fact.fingerprint"),
      words("mailing.fingerprint", { words: fingerprint.join(" ") }),
    ]);
  return { kind: "facts", facts };
}

const SEES = ["hosts", "delegations", "operators", "readers"] as const;

/** As the participant's first page says it, in its very words. */
const whoSeesWhat = (): Part[] => [
  { kind: "heading", text: words("participant.join.whoSeesWhat") },
  {
    kind: "facts",
    facts: SEES.map((who) => [
      words(`participant.join.sees.${who}.who`),
      words(`participant.join.sees.${who}.what`),
    ]),
  },
];

/** The round that a mailing is about: its own, or for an invitation the first that has not closed. */
async function roundOf(db: RegistryDatabase, { consultationId, kind, roundId }: Mailing) {
  const all = await db
    .select()
    .from(rounds)
    .where(eq(rounds.consultationId, consultationId))
    .orderBy(rounds.number);
  if (kind === "invitation") return all.find(({ stage }) => stage !== "closed") ?? null;
  return all.find(({ id }) => id === roundId) ?? null;
}

/**
 * What a mailing says to a seat, as plain text and HTML are made from it. Everything is read now, so that a mail that
 * waited says nothing that has changed since. Throws `not_found`.
 */
export async function composed(
  db: RegistryDatabase,
  mailing: Mailing,
  { delegation, link }: Addressee,
  publicUrl: string,
): Promise<Written> {
  const { consultationId, kind, note } = mailing;
  const [consultation] = await db.select().from(consultations).where(eq(consultations.id, consultationId));
  if (consultation === undefined) throw new Refusal("not_found");
  const { slug, title, subject, rule, simulated } = consultation;
  const [hosts, fingerprint, round] = await Promise.all([
    coHostNames(db, consultationId),
    fingerprintOfConsultation(db, consultationId),
    roundOf(db, mailing),
  ]);
  const values = {
    title,
    subject,
    delegation,
    missions: hosts.length,
    hosts: new Intl.ListFormat(LOCALE, { type: "conjunction" }).format(hosts),
    round: round?.number ?? 0,
    closes: round === null ? "" : momentInMail(round.closesAt, round.timeZone),
  };
  const invites = kind === "invitation";
  const reports = kind === "published" && round === null;
  const place = invites ? link : new URL(reports ? `/reports/${slug}` : `/c/${slug}`, publicUrl).href;
  const parts: Part[] = [
    ...(simulated ? [paragraph(words("product.simulated"))] : []),
    paragraph(words("mailing.to", values)),
    paragraph(words(`mailing.says.${kind}`, values)),
    ...(note.trim() === "" ? [] : [paragraph(words("mailing.fromHosts", { note: note.trim() }))]),
    ...(place === null ? [] : [{ kind: "link" as const, name: words(`mailing.link.${kind}`), href: place }]),
    ...(invites ? [paragraph(words(fingerprint === null ? "mailing.enrolLater" : "mailing.enrolNow"))] : []),
    factsOf(kind === "published" ? null : round, rule, fingerprint),
    ...(invites ? whoSeesWhat() : [paragraph(words("mailing.toAll"))]),
    paragraph(words("mailing.foot", values)),
  ];
  return { subject: words(`mailing.subject.${kind}`, values), parts };
}
