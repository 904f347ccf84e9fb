import "server-only";
import { asc, eq, sql } from "drizzle-orm";
import type { RegistryDatabase } from "@/db/registry/client";
import { manifestEntries, releases, rounds } from "@/db/registry/schema";
import { destructionOf } from "@/domain/themes/destruction";

/**
 * When a consultation's open answers are destroyed, and the notes from the floor with them, by the manifest and the closes
 * of its rounds; null before either.
 */
export async function destructionDay(registry: RegistryDatabase, consultationId: string) {
  const [first] = await registry
    .select({
      kept: sql<
        number | null
      >`(${manifestEntries.payload}::jsonb #>> '{act,rules,openAnswersKeptDays}')::int`,
    })
    .from(manifestEntries)
    .where(eq(manifestEntries.consultationId, consultationId))
    .orderBy(asc(manifestEntries.position))
    .limit(1);
  if (first?.kept == null) return null;
  const held = await registry
    .select({ closesAt: rounds.closesAt, closedAt: releases.closedAt })
    .from(rounds)
    .leftJoin(releases, eq(releases.roundId, rounds.id))
    .where(eq(rounds.consultationId, consultationId));
  return destructionOf(
    held.map(({ closesAt, closedAt }) => ({
      closesAt: closesAt.toISOString(),
      closedAt: closedAt?.toISOString() ?? null,
    })),
    first.kept,
  );
}
