import "server-only";
import { and, asc, eq, getTableColumns, isNotNull, isNull, ne } from "drizzle-orm";
import type { RegistryDatabase } from "@/db/registry/client";
import { consultations, releases, roundKeys, rounds, windows } from "@/db/registry/schema";
import { Refusal } from "@/domain/refusal";
import type { WindowSituation, WindowStage } from "@/domain/window/opening";
import { draftHash } from "@/server/hashing";

/** All of a window but the draft that it circulates, which is long. */
const { draft: _, ...columns } = getTableColumns(windows);
type Row = Omit<typeof windows.$inferSelect, "draft">;

/** A window that was opened, but for the draft that it circulates. Moments are ISO strings. */
export type WindowRecord = Omit<Row, "opensAt" | "closesAt" | "closedAt"> & {
  readonly opensAt: string;
  readonly closesAt: string;
  /** Null until it has been counted. */
  readonly closedAt: string | null;
};

function recordOf({ opensAt, closesAt, closedAt, ...window }: Row): WindowRecord {
  return {
    ...window,
    opensAt: opensAt.toISOString(),
    closesAt: closesAt.toISOString(),
    closedAt: closedAt?.toISOString() ?? null,
  };
}

/** The windows of a consultation that were opened, the first one first: for its hosts, and for composing its report. */
export async function windowsOf(db: RegistryDatabase, consultationId: string): Promise<WindowRecord[]> {
  const found = await db
    .select(columns)
    .from(windows)
    .where(eq(windows.consultationId, consultationId))
    .orderBy(asc(windows.number));
  return found.map(recordOf);
}

/** How far each has come. */
export async function windowStages(
  db: RegistryDatabase,
  consultationId: string,
): Promise<{ number: number; stage: WindowStage }[]> {
  return db
    .select({ number: windows.number, stage: windows.stage })
    .from(windows)
    .where(eq(windows.consultationId, consultationId))
    .orderBy(asc(windows.number));
}

/** The key of the next window, or null where both are used, enrolment has not opened, or the consultation has ended. */
export async function nextWindowKey(
  db: RegistryDatabase,
  consultationId: string,
): Promise<{ roundId: string; number: number } | null> {
  const [key] = await db
    .select({ roundId: roundKeys.roundId, number: roundKeys.position })
    .from(roundKeys)
    .leftJoin(windows, eq(windows.roundId, roundKeys.roundId))
    .where(
      and(
        eq(roundKeys.consultationId, consultationId),
        eq(roundKeys.purpose, "window"),
        isNotNull(roundKeys.wrappedPrivateKey),
        isNull(windows.roundId),
      ),
    )
    .orderBy(asc(roundKeys.position))
    .limit(1);
  return key ?? null;
}

/** What the opening of the next window depends on, as it stands, and the time zone in which it would be timed. */
export async function windowSituation(
  db: RegistryDatabase,
  consultationId: string,
): Promise<WindowSituation & { readonly timeZone: string }> {
  const planned = await db
    .select({
      number: rounds.number,
      stage: rounds.stage,
      timeZone: rounds.timeZone,
      publishedAt: releases.publishedAt,
    })
    .from(rounds)
    .leftJoin(releases, eq(releases.roundId, rounds.id))
    .where(eq(rounds.consultationId, consultationId))
    .orderBy(asc(rounds.number));
  return {
    rounds: planned.map(({ number, stage, publishedAt }) => ({
      number,
      stage,
      published: publishedAt !== null,
    })),
    windows: await windowStages(db, consultationId),
    keyLeft: (await nextWindowKey(db, consultationId)) !== null,
    timeZone: planned.at(-1)?.timeZone ?? "UTC",
  };
}

/** A window that everybody may read of, by its place. Throws `not_found`, also while the ballot box has not confirmed it. */
async function openedWindow(db: RegistryDatabase, { slug, number }: WindowPlace) {
  const [found] = await db
    .select({ window: windows, title: consultations.title, simulated: consultations.simulated })
    .from(windows)
    .innerJoin(consultations, eq(consultations.id, windows.consultationId))
    .where(and(eq(consultations.slug, slug), eq(windows.number, number), ne(windows.stage, "opening")));
  if (found === undefined) throw new Refusal("not_found");
  return found;
}

export type WindowPlace = { readonly slug: string; readonly number: number };

/**
 * The draft report that a window circulates, for everybody and for good, since its hash stands in the manifest. Throws
 * `not_found`.
 */
export async function circulatedDraft(db: RegistryDatabase, place: WindowPlace) {
  const { window, title, simulated } = await openedWindow(db, place);
  const { opensAt, closesAt, closedAt } = recordOf(window);
  const { number, stage, timeZone, draft } = window;
  // Worked out from what is shown, and not the stored one: what is shown is what it stands for.
  return {
    title,
    simulated,
    number,
    stage,
    timeZone,
    opensAt,
    closesAt,
    closedAt,
    draft,
    hash: draftHash(draft),
  };
}

/**
 * The roots of a window's leaves, for everybody as soon as it has been counted. How many responses came is told in the
 * report. Throws `not_found`, `receipts_not_ready`.
 */
export async function windowReceipts(db: RegistryDatabase, place: WindowPlace) {
  const { window } = await openedWindow(db, place);
  if (window.roots === null) throw new Refusal("receipts_not_ready");
  return { roundId: window.roundId, roots: window.roots, received: null };
}
