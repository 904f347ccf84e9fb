import { randomUUID } from "node:crypto";
import { eq } from "drizzle-orm";
import { auditEntries } from "@/db/registry/schema";
import type { Actor, Role } from "@/domain/consultation/access";
import type { SetUp } from "@/domain/consultation/consultation";
import { invitePerson, missionNamed } from "@/server/auth/invitation";
import { ballotDatabase, registryDatabase } from "./databases";
import { scene } from "./scene";

/** What two missions set up in these tests: the template, a co-host, two rounds. */
export const setUp: SetUp = {
  title: "Defence sector reform: the UN’s role",
  subject: "Four questions",
  rule: "Chatham House Rule",
  timeZone: "America/New_York",
  template: "dsr-2011",
  coHosts: [{ mission: "Permanent Mission of the Netherlands", email: "First@Netherlands.example" }],
  rounds: [
    { level: "expert", opensAt: "2026-04-01T09:00", closesAt: "2026-04-03T18:00" },
    { level: "highLevel", opensAt: "2026-05-01T09:00", closesAt: "2026-05-03T18:00" },
  ],
};

/** Missions that set consultations up on a registry of their own. */
export async function settingUp() {
  const registry = await registryDatabase();
  const play = await scene(registry, await ballotDatabase(), 0);
  const malaysia = await missionNamed(registry, "Permanent Mission of Malaysia");

  /** Somebody who acts for Malaysia and may set consultations up. */
  async function malaysian(roles: Record<string, Role> = {}): Promise<Actor> {
    const email = `${randomUUID()}@malaysia.example`;
    const personId = await invitePerson(registry, { email, name: "Aminah", missionId: malaysia });
    return { personId, name: "Aminah", email, missionId: malaysia, roles };
  }

  /** A consultation set up by a new person, as its host. */
  async function setUpBy(part: Partial<SetUp> = {}) {
    const actor = await malaysian();
    const { consultationId } = await play.as(actor).consultations.create({ ...setUp, ...part });
    const host = { ...actor, roles: { [consultationId]: "host" } } as const;
    const caller = play.as(host);
    return { consultationId, host, caller, seen: () => caller.consultations.overview({ consultationId }) };
  }

  const acts = async (consultationId: string) =>
    (await registry.select().from(auditEntries).where(eq(auditEntries.consultationId, consultationId))).map(
      ({ act }) => act,
    );

  return { registry, play, malaysian, setUpBy, acts };
}
