import { z } from "zod";
import type { Issue } from "@/domain/issue";
import { type Actor, mayChangeHostsOf, type Role } from "./access";
import { looksLikeEmail } from "./person";

/** What somebody is in a consultation, and for whom. */
export type Held = { readonly role: Role; readonly missionId: string | null };

/**
 * Why the actor cannot take this role from whoever holds it, to remove them or to give them another; null if they can.
 * Hosts are their own mission's to name, and a mission that co-hosts keeps one.
 *
 * @param hosts how many hosts the mission has in this consultation, this one included.
 */
export function obstacleToTaking(
  { role, missionId }: Held,
  actor: Pick<Actor, "missionId">,
  hosts: number,
): "hosts_of_another_mission" | "last_host" | null {
  if (role !== "host" || missionId === null) return null;
  if (!mayChangeHostsOf(actor, missionId)) return "hosts_of_another_mission";
  return hosts <= 1 ? "last_host" : null;
}

/** Who takes over from somebody who is posted elsewhere. */
export const successorSchema = z.object({ name: z.string().max(200), email: z.string().max(254) });
export type Successor = z.infer<typeof successorSchema>;

/** What keeps somebody from being named a successor; `at` names the field. */
export function successorIssues({ name, email }: Successor): Issue[] {
  return [
    ...(name.trim() === "" ? [{ code: "successor_name_missing", at: "name" } as const] : []),
    ...(looksLikeEmail(email) ? [] : [{ code: "email_unreadable", at: "email" } as const]),
  ];
}
