import type { Subject } from "@/domain/edition/signed";
import type { Host } from "./host";

/** Has each of these hosts sign what would be published now, by the procedures that their pages call. */
async function signAll(hosts: readonly Host[], consultationId: string, subject: Subject): Promise<void> {
  for (const { registry } of hosts) {
    const { hash } = await registry.editions.signOff.query({ consultationId, subject });
    await registry.editions.sign.mutate({ consultationId, subject, hash: hash ?? "" });
  }
}

/** The same for a round's findings, which the host of a consultation of one mission then publishes. */
export async function publishFindings(host: Host, consultationId: string, roundId: string): Promise<void> {
  await signAll([host], consultationId, { of: "findings", roundId });
  await host.registry.publication.publish.mutate({ consultationId, roundId });
}

/** The same for the report. */
export async function publishReport(host: Host, consultationId: string): Promise<void> {
  await signAll([host], consultationId, { of: "report" });
  await host.registry.publication.publishReport.mutate({ consultationId });
}
