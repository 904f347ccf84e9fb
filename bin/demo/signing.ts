import type { Subject } from "@/domain/edition/signed";
import type { callRegistry } from "@/server/trpc/router";

type Caller = ReturnType<typeof callRegistry>;

/** Has each of these hosts sign what would be published now: a round's findings, the report, or a withdrawal. */
export async function signAll(
  hosts: readonly Caller[],
  consultationId: string,
  subject: Subject,
): Promise<void> {
  for (const host of hosts) {
    const { hash } = await host.editions.signOff({ consultationId, subject });
    if (hash === null) throw new Error(`there is nothing to sign: ${subject.of}`);
    await host.editions.sign({ consultationId, subject, hash });
  }
}

/** The same for a round's findings, which the last of them then publishes. */
export async function publishFindings(
  hosts: readonly Caller[],
  consultationId: string,
  roundId: string,
): Promise<void> {
  await signAll(hosts, consultationId, { of: "findings", roundId });
  await hosts.at(-1)?.publication.publish({ consultationId, roundId });
}

/** The same for the report. */
export async function publishReport(hosts: readonly Caller[], consultationId: string): Promise<void> {
  await signAll(hosts, consultationId, { of: "report" });
  await hosts.at(-1)?.publication.publishReport({ consultationId });
}
