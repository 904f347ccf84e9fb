import "server-only";
import { and, desc, eq } from "drizzle-orm";
import type { RegistryDatabase } from "@/db/registry/client";
import { rounds } from "@/db/registry/schema";
import { type Actor, may } from "@/domain/consultation/access";
import { counting, type Subject, subjectKey } from "@/domain/edition/signed";
import { Refusal } from "@/domain/refusal";
import { missionsOf } from "@/server/consultations/co-hosts";
import { standingOfLetter } from "@/server/letters/queries";
import { editionsOf, noteFor } from "./compose";
import { noticedVersion, signaturesFor } from "./signatures";

/** Where moments of the sign-off are told: in the time zone of the round, or of the last one. */
async function timeZoneOf(db: RegistryDatabase, consultationId: string, subject: Subject) {
  const [round] = await db
    .select({ timeZone: rounds.timeZone })
    .from(rounds)
    .where(
      and(
        eq(rounds.consultationId, consultationId),
        subject.of === "findings" ? eq(rounds.id, subject.roundId) : undefined,
      ),
    )
    .orderBy(desc(rounds.number))
    .limit(1);
  if (round === undefined) throw new Refusal("not_found");
  return round.timeZone;
}

/** The name under which the signatures of what is done already are kept. */
async function keyOfDone(db: RegistryDatabase, consultationId: string, subject: Subject): Promise<string> {
  if (subject.of !== "report") return subjectKey(subject);
  const last = (await editionsOf(db, consultationId)).findLast(({ withdrawnAt }) => withdrawnAt === null);
  return `edition/${last?.number ?? 0}`;
}

/**
 * How far the sign-off of something has come, as hosts and rapporteurs see it. `hash` names the version that would be
 * published now; it is null where that is done already, and then `missions` are those that signed it. Throws `not_found`,
 * `not_released` and `report_without_findings`.
 */
export async function signOff(
  db: RegistryDatabase,
  consultationId: string,
  subject: Subject,
  { actor, now }: { readonly actor: Actor; readonly now: Date },
) {
  const timeZone = await timeZoneOf(db, consultationId, subject);
  const version = await noticedVersion(db, { consultationId, subject, now });
  const own = may(actor, "publish", consultationId) ? actor.missionId : null;
  const note = subject.of === "findings" ? null : await noteFor(db, consultationId, subject);
  const letter = subject.of === "report" ? await standingOfLetter(db, consultationId) : null;
  const common = { subject, timeZone, note, letter, notYet: false };
  if (version.hash === null) {
    const { code } = version.refusal;
    const notYet = code === "withdrawal_without_reason";
    if (code !== "already_published" && code !== "already_withdrawn" && !notYet) throw version.refusal;
    const given = await signaturesFor(db, consultationId, await keyOfDone(db, consultationId, subject));
    const missions = given.map(({ missionId: id, mission: name, by, signedAt }) => ({
      ...{ id, name, mine: id === own, withdrawn: false },
      signature: { by, signedAt },
    }));
    return { ...common, notYet, hash: null, signedHash: given[0]?.hash ?? null, missions };
  }
  const given = await signaturesFor(db, consultationId, subjectKey(subject));
  const standing = counting(given, version.hash);
  const missions = (await missionsOf(db, consultationId)).map(({ id, name }) => {
    const signed = standing.find(({ missionId }) => missionId === id);
    return {
      ...{ id, name, mine: id === own },
      withdrawn: given.some((one) => one.missionId === id && one.withdrawn),
      signature: signed === undefined ? null : { by: signed.by, signedAt: signed.signedAt },
    };
  });
  return { ...common, hash: version.hash, signedHash: null, missions };
}
