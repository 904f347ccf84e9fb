import "server-only";
import { and, eq, notExists } from "drizzle-orm";
import type { RegistryDatabase } from "@/db/registry/client";
import { people, roles } from "@/db/registry/schema";
import { mayChangeHostsOf } from "@/domain/consultation/access";
import { type Successor, successorIssues } from "@/domain/consultation/hosting";
import { Refusal } from "@/domain/refusal";
import { audit } from "@/server/audit";
import { addressOf, invitePerson } from "@/server/auth/invitation";
import { lockForHost } from "@/server/consultations/lock";
import { heldRole } from "@/server/consultations/people";
import { endSessionsOf } from "@/server/sessions/commands";
import { sentenceOfIssue } from "@/server/words";
import { type Changing, roleOf } from "./roles";

/** Whoever hosts nowhere any more acts for their mission no longer, and can set nothing up in its name. */
async function actsForItNoLonger(tx: RegistryDatabase, personId: string): Promise<void> {
  const hosting = tx
    .select({ id: roles.personId })
    .from(roles)
    .where(and(eq(roles.personId, personId), eq(roles.role, "host")));
  await tx
    .update(people)
    .set({ missionId: null })
    .where(and(eq(people.id, personId), notExists(hosting)));
}

async function addressOfPerson(tx: RegistryDatabase, personId: string): Promise<string> {
  const [person] = await tx.select({ email: people.email }).from(people).where(eq(people.id, personId));
  return person?.email ?? "";
}

/**
 * Puts a successor in the place of somebody who is posted elsewhere: with their role, and with their mission where that
 * is the actor's. The leaver's sessions end; what they signed and did stays theirs. Throws `successor_to_mend`,
 * `successor_same`, `successor_has_a_role`, `acts_for_another_mission`, `hosts_of_another_mission`, `not_found`.
 */
export async function handOver(
  db: RegistryDatabase,
  { consultationId, actor, now }: Changing,
  personId: string,
  successor: Successor,
): Promise<void> {
  const issues = successorIssues(successor);
  if (issues.length > 0)
    throw new Refusal("successor_to_mend", { issues: issues.map(sentenceOfIssue).join(" ") });
  const { name, email } = successor;
  await db.transaction(async (tx) => {
    await lockForHost(tx, consultationId, actor);
    const { role, missionId, mission } = await heldRole(tx, consultationId, personId);
    const ofOurs = missionId !== null && mayChangeHostsOf(actor, missionId);
    if (role === "host" && !ofOurs) throw new Refusal("hosts_of_another_mission", { mission: mission ?? "" });
    if (addressOf(email) === (await addressOfPerson(tx, personId))) throw new Refusal("successor_same");
    const takenOver = ofOurs ? missionId : null;
    const successorId = await invitePerson(tx, { email, name: name.trim(), missionId: takenOver });
    const given = await tx
      .insert(roles)
      .values({ consultationId, personId: successorId, role })
      .onConflictDoNothing()
      .returning();
    if (given.length === 0) throw new Refusal("successor_has_a_role", { email: email.trim() });
    await tx.delete(roles).where(roleOf(consultationId, personId));
    if (ofOurs) await actsForItNoLonger(tx, personId);
    await endSessionsOf(tx, personId);
    const detail = { personId, people: [successorId], role };
    await audit(tx, { consultationId, personId: actor.personId, act: "role handed over", detail, at: now });
  });
}
