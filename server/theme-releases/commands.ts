import "server-only";
import { and, eq, inArray, isNotNull, isNull, or } from "drizzle-orm";
import type { RegistryDatabase } from "@/db/registry/client";
import { releases, themeReleases, windows } from "@/db/registry/schema";

/**
 * Holds the themes that a report publishes or circulates, those of published rounds and of windows that have closed: from
 * then on they cannot be released anew. Two published editions of them could be subtracted from one another. Within the
 * transaction that publishes the report, or opens the window that circulates its draft.
 */
export async function fixPublishedThemes(
  tx: RegistryDatabase,
  consultationId: string,
  publishedAt: Date,
): Promise<void> {
  const published = tx
    .select({ roundId: releases.roundId })
    .from(releases)
    .where(isNotNull(releases.publishedAt));
  const counted = tx.select({ roundId: windows.roundId }).from(windows).where(isNotNull(windows.closedAt));
  await tx
    .update(themeReleases)
    .set({ publishedAt })
    .where(
      and(
        eq(themeReleases.consultationId, consultationId),
        isNull(themeReleases.publishedAt),
        or(inArray(themeReleases.roundId, published), inArray(themeReleases.roundId, counted)),
      ),
    );
}
