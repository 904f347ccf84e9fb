import { randomUUID } from "node:crypto";
import { eq, isNull, sql } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { auditEntries, people, roundKeys } from "@/db/registry/schema";
import type { Actor } from "@/domain/consultation/access";
import { allRows } from "@/tests/support/all-rows";
import { storedEntries } from "@/tests/support/log-tampering";
import { settingUp, setUp } from "@/tests/support/setting-up";

const { registry, play, setUpBy } = await settingUp();

/** A consultation in preparation with something in every part of it that can be filled before enrolment. */
async function prepared() {
  const made = await setUpBy();
  const { consultationId, caller } = made;
  await caller.panel.import({ consultationId, text: "Peru\nKenya" });
  await caller.panel.issueLinks({ consultationId, seatIds: "all", replace: false });
  await caller.papers.begin({ consultationId, after: 0 });
  const [person] = await registry.select().from(people).where(eq(people.email, "first@netherlands.example"));
  if (person?.missionId == null) throw new Error("no co-host");
  const coHost: Actor = {
    personId: person.id,
    name: "First",
    email: person.email,
    missionId: person.missionId,
    roles: { [consultationId]: "host" },
  };
  return { ...made, coHost };
}

describe("deleting a consultation before enrolment", () => {
  it("[U20] leaves nothing of it but one entry elsewhere: who, when, its id and the head of its log", async () => {
    const { consultationId, caller, host } = await prepared();
    const log = await storedEntries(registry, consultationId);
    await caller.consultations.delete({ consultationId, title: setUp.title });
    const holding = [...(await allRows(registry))].filter(([, rows]) =>
      rows.some((row) => row.includes(consultationId)),
    );
    expect(holding.map(([table]) => table)).toEqual(["audit_entries"]);
    const [entry] = await registry.select().from(auditEntries).where(isNull(auditEntries.consultationId));
    expect(entry).toMatchObject({
      act: "consultation deleted",
      personId: host.personId,
      at: play.clock.now,
      detail: { id: consultationId, entries: log.length },
    });
    expect(entry?.detail.head).toBe(Buffer.from(log.at(-1)?.hash ?? []).toString("base64url"));
    expect(JSON.stringify(entry)).not.toContain(setUp.title);
    await expect(caller.consultations.overview({ consultationId })).rejects.toThrow();
  });

  it("[U21] needs its title as it stands, and changes nothing otherwise", async () => {
    const { consultationId, caller, seen } = await prepared();
    for (const title of ["", "Another title", setUp.title.toLowerCase()])
      await expect(caller.consultations.delete({ consultationId, title })).rejects.toThrow("not the title");
    expect((await seen()).title).toBe(setUp.title);
  });

  it("[U22] is refused once enrolment has opened, also where both are asked for at once", async () => {
    const { consultationId, caller } = await prepared();
    const asked = await Promise.allSettled([
      caller.conduct.openEnrolment({ consultationId }),
      caller.consultations.delete({ consultationId, title: setUp.title }),
    ]);
    expect(asked.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    // Opened without making keys, which takes seconds.
    const other = await prepared();
    const there = { consultationId: other.consultationId };
    const key = {
      roundId: randomUUID(),
      purpose: "planned",
      position: 1,
      publicKey: Buffer.from("key"),
    } as const;
    await registry.insert(roundKeys).values({ ...there, ...key });
    await expect(other.caller.consultations.delete({ ...there, title: setUp.title })).rejects.toThrow(
      "Enrolment has opened",
    );
  });

  it("[U23] waits until hosts of another mission who have worked on it have left", async () => {
    const { consultationId, caller, coHost } = await prepared();
    const { title, subject, rule } = setUp;
    await play.as(coHost).consultations.update({ consultationId, title, subject, rule });
    await expect(caller.consultations.delete({ consultationId, title })).rejects.toThrow(
      "Hosts of Permanent Mission of the Netherlands have worked on this consultation.",
    );
    await registry.execute(sql`DELETE FROM roles WHERE person_id = ${coHost.personId}`);
    await caller.consultations.delete({ consultationId, title });
  });
});
