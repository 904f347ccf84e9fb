import { createPrivateKey } from "node:crypto";
import type { Instance } from "@/bin/instance";
import { tokensIn } from "@/bin/simulation/truth";
import { connectBallot, connectRegistry } from "@/db/connect";
import { invitePerson, missionNamed } from "@/server/auth/invitation";
import { ballotBoxAt } from "@/server/conduct/box";
import { callClosing } from "@/server/trpc/closing-router";
import { callRegistry } from "@/server/trpc/router";

const HOUR = 3_600_000;

/**
 * A consultation from the template with one round and so many seats, or seats of these delegations, and what its host
 * does in the course of a run.
 */
export async function stageFor({ env, baseUrl }: Instance, seats: number | readonly string[]) {
  const registry = connectRegistry(env.DATABASE_URL ?? "");
  const ballot = connectBallot(env.BALLOT_DATABASE_URL ?? "");
  const missionId = await missionNamed(registry.db, "Permanent Mission of the Bench");
  const email = "host@bench.example";
  const personId = await invitePerson(registry.db, { email, name: null, missionId });
  const person = { personId, name: email, email, missionId };
  const secrets = {
    keyEncryptionKey: Buffer.from(env.KEY_ENCRYPTION_KEY ?? "", "base64"),
    manifestSigningKey: createPrivateKey(Buffer.from(env.MANIFEST_SIGNING_KEY ?? "", "base64").toString()),
  };
  const ballotBox = ballotBoxAt(baseUrl);
  const context = (roles: Record<string, "host"> = {}) => ({
    db: registry.db,
    now: new Date(),
    actor: { ...person, roles },
    secrets,
    ballotBox,
    publicUrl: baseUrl,
    objectStore: null,
  });
  const local = (ahead: number) => new Date(Date.now() + ahead * HOUR).toISOString().slice(0, 16);
  const { consultationId } = await callRegistry(context()).consultations.create({
    title: "Bench",
    subject: "",
    rule: "Chatham House Rule",
    timeZone: "UTC",
    template: "dsr-2011",
    coHosts: [],
    rounds: [{ level: "expert", opensAt: local(0), closesAt: local(24) }],
  });
  const roles = { [consultationId]: "host" } as const;
  const host = () => callRegistry(context(roles));
  const names =
    typeof seats === "number"
      ? Array.from({ length: seats }, (_, index) => `Delegation ${index + 1}`)
      : seats;
  const lines = names.map((name) => `${name},other`);
  await host().panel.import({ consultationId, text: ["delegation,kind", ...lines].join("\n") });
  const links = await host().panel.issueLinks({ consultationId, seatIds: "all", replace: false });
  await host().conduct.openEnrolment({ consultationId });
  const { slug, rounds } = await host().consultations.overview({ consultationId });
  const roundId = rounds[0]?.id ?? "";
  return {
    slug,
    consultationId,
    roundId,
    links,
    tokens: tokensIn(JSON.stringify(links)),
    /** The registry's procedures as its host calls them, at this moment. */
    host,
    openRound: () => host().conduct.openRound({ consultationId, roundId }),
    closeRound: () => {
      const { db: _, publicUrl: __, ...rest } = context(roles);
      return callClosing({ ...rest, registry: registry.db, ballot: ballot.db }).releases.close({
        consultationId,
        roundId,
      });
    },
    /** Gives every seat an address for mail, and sends each a reminder; how many mails that makes. */
    remindEverybody: async () => {
      const { seats: all } = await host().panel.seats({ consultationId });
      for (const [index, { id: seatId }] of all.entries())
        await host().mail.changeAddresses({
          consultationId,
          seatId,
          before: [],
          text: `seat-${index}@bench.example`,
        });
      const { notices } = await host().mail.desk({ consultationId });
      await host().mail.sendNotice({
        consultationId,
        kind: "reminder",
        roundId,
        note: "",
        seen: notices.length,
      });
      return all.length;
    },
    /** Withdraws the open round for a mistake in its questionnaire. */
    withdrawRound: () =>
      host().errata.withdraw({ consultationId, roundId, reason: "A question is wrong.", copyHours: 24 }),
    end: () => Promise.all([registry.end(), ballot.end()]),
  };
}
export type Stage = Awaited<ReturnType<typeof stageFor>>;
