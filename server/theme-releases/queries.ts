import "server-only";
import { asc, eq } from "drizzle-orm";
import type { RegistryDatabase } from "@/db/registry/client";
import { themeReleases } from "@/db/registry/schema";
import { parseThemeRelease, type ThemeRelease } from "@/domain/disclosure/release";

/** The released themes of one item of a round or window. */
export type ReleasedThemes = {
  readonly roundId: string;
  readonly itemId: string;
  readonly release: ThemeRelease;
};

/** Every release of themes in a consultation, published or not, as it was made last. */
export async function themesOf(db: RegistryDatabase, consultationId: string): Promise<ReleasedThemes[]> {
  const found = await db
    .select({
      roundId: themeReleases.roundId,
      itemId: themeReleases.itemId,
      release: themeReleases.release,
    })
    .from(themeReleases)
    .where(eq(themeReleases.consultationId, consultationId))
    .orderBy(asc(themeReleases.roundId), asc(themeReleases.itemId));
  return found.map(({ release, ...place }) => ({ ...place, release: parseThemeRelease(release) }));
}
