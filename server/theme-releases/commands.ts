import "server-only";
import { and, eq, isNull } from "drizzle-orm";
import type { RegistryDatabase } from "@/db/registry/client";
import { themeReleases } from "@/db/registry/schema";

/**
 * Holds the themes that a report publishes: from then on they cannot be released anew. Two published editions of them could
 * be subtracted from one another. Within the transaction that publishes the report.
 */
export async function fixPublishedThemes(
  tx: RegistryDatabase,
  consultationId: string,
  publishedAt: Date,
): Promise<void> {
  await tx
    .update(themeReleases)
    .set({ publishedAt })
    .where(and(eq(themeReleases.consultationId, consultationId), isNull(themeReleases.publishedAt)));
}
