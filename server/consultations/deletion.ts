import "server-only";
import { and, eq, exists, ne, notExists, sql } from "drizzle-orm";
import type { RegistryDatabase } from "@/db/registry/client";
import { auditEntries, consultations, missions, people, roles, roundKeys } from "@/db/registry/schema";
import { toBase64Url } from "@/domain/anonymity/encoding";
import type { Actor } from "@/domain/consultation/access";
import { Refusal } from "@/domain/refusal";
import { audit, heldHead } from "@/server/audit";
import { filesBesideOf, forgetFiles } from "@/server/background-papers/beside";
import type { ObjectStore } from "@/server/background-papers/object-store";
import { forgetJobsOf } from "@/server/jobs/forgotten";
import { enrolmentHasOpened } from "./commands";
import { lockForHost } from "./lock";

/** The other missions whose hosts have a role in a consultation and an act in its log. */
async function othersAtWork(tx: RegistryDatabase, consultationId: string, actor: Actor): Promise<string[]> {
  const acted = tx
    .select({ one: sql`1` })
    .from(auditEntries)
    .where(and(eq(auditEntries.consultationId, consultationId), eq(auditEntries.personId, people.id)));
  const found = await tx
    .selectDistinct({ name: missions.name })
    .from(roles)
    .innerJoin(people, eq(people.id, roles.personId))
    .innerJoin(missions, eq(missions.id, people.missionId))
    .where(
      and(
        eq(roles.consultationId, consultationId),
        eq(roles.role, "host"),
        actor.missionId === null ? undefined : ne(missions.id, actor.missionId),
        exists(acted),
      ),
    )
    .orderBy(missions.name);
  return found.map(({ name }) => name);
}

/**
 * Deletes a consultation whose enrolment has not opened, with everything that belongs to it, its log included, and
 * the files of its papers. What remains is one entry in the log for acts of no consultation: who deleted which id when, and the head of the log that
 * went with it. Throws `deletion_title_differs` unless the title is given as it stands, `deletion_too_late`, and
 * `deletion_of_others` while hosts of another mission have worked on it.
 */
export async function deleteConsultation(
  db: RegistryDatabase,
  consultationId: string,
  title: string,
  {
    actor,
    now,
    objectStore,
  }: {
    readonly actor: Actor;
    readonly now: Date;
    readonly objectStore: ObjectStore | null;
  },
): Promise<void> {
  const files = await db.transaction(async (tx) => {
    // Opening enrolment takes the same lock.
    await lockForHost(tx, consultationId, actor);
    const [named] = await tx
      .select({ title: consultations.title })
      .from(consultations)
      .where(eq(consultations.id, consultationId));
    if (named?.title !== title.trim()) throw new Refusal("deletion_title_differs");
    if (await enrolmentHasOpened(tx, consultationId)) throw new Refusal("deletion_too_late");
    const others = await othersAtWork(tx, consultationId, actor);
    if (others.length > 0) throw new Refusal("deletion_of_others", { missions: others.join("; ") });
    const beside = await filesBesideOf(tx, consultationId);
    const head = await heldHead(tx, consultationId);
    const keys = tx
      .select({ one: sql`1` })
      .from(roundKeys)
      .where(eq(roundKeys.consultationId, consultationId));
    await forgetJobsOf(tx, consultationId);
    const gone = await tx
      .delete(consultations)
      .where(and(eq(consultations.id, consultationId), notExists(keys)))
      .returning({ id: consultations.id });
    if (gone.length === 0) throw new Refusal("deletion_too_late");
    await audit(tx, {
      consultationId: null,
      personId: actor.personId,
      act: "consultation deleted",
      detail: { id: consultationId, entries: head?.position ?? 0, head: head && toBase64Url(head.hash) },
      at: now,
    });
    return beside;
  });
  await forgetFiles(objectStore, files);
}
