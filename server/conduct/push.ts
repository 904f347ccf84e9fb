import "server-only";
import { and, asc, eq } from "drizzle-orm";
import type { RegistryDatabase } from "@/db/registry/client";
import { manifestEntries, rounds, windows } from "@/db/registry/schema";
import { toBase64Url } from "@/domain/anonymity/encoding";
import type { ManifestEntry } from "@/domain/anonymity/manifest";
import { shuffleEnrolment } from "@/server/enrolment/commands";
import { tellRoom } from "@/server/room/notify";
import type { BallotBox } from "./box";

async function acknowledged(
  db: RegistryDatabase,
  { consultationId, position, act }: ManifestEntry,
): Promise<void> {
  await db.transaction(async (tx) => {
    if (act.kind === "roundOpened")
      await tx
        .update(rounds)
        .set({ stage: "open" })
        .where(and(eq(rounds.id, act.roundId), eq(rounds.stage, "opening")));
    if (act.kind === "roundOpened") await tellRoom(tx, consultationId);
    if (act.kind === "windowOpened")
      await tx
        .update(windows)
        .set({ stage: "open" })
        .where(and(eq(windows.roundId, act.roundId), eq(windows.stage, "opening")));
    await tx
      .update(manifestEntries)
      .set({ acknowledged: true })
      .where(and(eq(manifestEntries.consultationId, consultationId), eq(manifestEntries.position, position)));
  });
}

/** What a round asks. What a window asks, the box knows. */
async function questionnaireFor(db: RegistryDatabase, { act }: ManifestEntry) {
  if (act.kind !== "roundOpened") return null;
  const [round] = await db
    .select({ questionnaire: rounds.questionnaire })
    .from(rounds)
    .where(eq(rounds.id, act.roundId));
  return round?.questionnaire ?? null;
}

/**
 * Pushes every entry that the box has not acknowledged, in order. Safe to repeat: the box knows an entry it has taken.
 * Throws `box_unreachable`; what was acknowledged before stays so.
 */
export async function pushManifest(
  db: RegistryDatabase,
  consultationId: string,
  box: BallotBox,
): Promise<void> {
  const pending = await db
    .select({ payload: manifestEntries.payload, signature: manifestEntries.signature })
    .from(manifestEntries)
    .where(and(eq(manifestEntries.consultationId, consultationId), eq(manifestEntries.acknowledged, false)))
    .orderBy(asc(manifestEntries.position));
  for (const { payload, signature } of pending) {
    // Our own rows: written by `appendEntry`.
    const entry = JSON.parse(payload) as ManifestEntry;
    // Whoever reads the registry from here on must not see in which order seats enrolled before this opening.
    if (entry.act.kind === "roundOpened" || entry.act.kind === "windowOpened") await shuffleEnrolment(db);
    await box.accept({
      payload,
      signature: toBase64Url(signature),
      questionnaire: await questionnaireFor(db, entry),
    });
    await acknowledged(db, entry);
  }
}
