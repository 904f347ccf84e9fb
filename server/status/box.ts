import "server-only";
import { z } from "zod";
import type { Facts } from "@/domain/status/checks";

/** Milliseconds. */
const PATIENCE = 5_000;
/** What /api/health says of the ballot's database. */
const report = z.object({ ballot: z.string().max(100) });

/**
 * What the ballot box behind an address says of itself; null where nobody answers as one. Its clock is read from the
 * `Date` of its reply, which has whole seconds, against the middle of the time that the reply took.
 */
export async function boxAt(baseUrl: string): Promise<Facts["box"]> {
  const sent = Date.now();
  const response = await fetch(new URL("/api/health", baseUrl), {
    cache: "no-store",
    signal: AbortSignal.timeout(PATIENCE),
  }).catch(() => null);
  if (response === null) return null;
  const middle = (sent + Date.now()) / 2;
  const said = report.safeParse(await response.json().catch(() => null));
  if (!said.success) return null;
  const date = Date.parse(response.headers.get("date") ?? "");
  return { state: said.data.ballot, ahead: Number.isNaN(date) ? null : (date + 500 - middle) / 1_000 };
}
