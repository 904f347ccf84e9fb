import "server-only";
import { and, eq, isNull } from "drizzle-orm";
import { windows } from "@/db/registry/schema";
import { makeRelease } from "@/domain/disclosure/release";
import { Refusal } from "@/domain/refusal";
import { windowQuestionnaire } from "@/domain/window/questionnaire";
import { audit } from "@/server/audit";
import { lockSigning } from "@/server/enrolment/commands";
import { appendEntry } from "@/server/manifest/commands";
import { tallyOf } from "./responses";
import { receiptRoots } from "./split";
import {
  AFTER_COUNTING,
  BEFORE_COUNTING,
  type Closing,
  closedAtOf,
  participationOf,
  type Step,
} from "./steps";

const thisWindow = (consultationId: string, roundId: string) =>
  and(eq(windows.roundId, roundId), eq(windows.consultationId, consultationId));

/** Enters the close in the manifest. From here on the window only goes forward. */
const announce: Step = async ({ registry, personId, now, secrets }, consultationId, roundId) => {
  await registry.transaction(async (tx) => {
    await lockSigning(tx, consultationId, "exclusive");
    const [closing] = await tx
      .update(windows)
      .set({ stage: "closing" })
      .where(and(thisWindow(consultationId, roundId), eq(windows.stage, "open")))
      .returning({ number: windows.number });
    if (closing === undefined) {
      const [window] = await tx
        .select({ stage: windows.stage })
        .from(windows)
        .where(thisWindow(consultationId, roundId));
      if (window?.stage === "closing" || window?.stage === "closed") return;
      throw new Refusal("window_not_open");
    }
    const closedAt = now.toISOString();
    await audit(tx, { consultationId, personId, act: "window closed", detail: closing, at: now });
    await appendEntry(tx, consultationId, { kind: "windowClosed", roundId, closedAt }, secrets);
  });
};

/**
 * Counts the responses once, however few. There is no table to protect: of a window its participation alone is told, and
 * refused like a round's where more came than credentials were issued.
 */
const count: Step = async ({ registry, ballot }, consultationId, roundId) => {
  const tally = await tallyOf(ballot, roundId, windowQuestionnaire);
  // Whoever dropped the responses had counted them before.
  if (tally === null) return;
  const issued = await participationOf(registry, consultationId, roundId);
  const roots = await receiptRoots(ballot, roundId);
  const { participation } = makeRelease(windowQuestionnaire, tally, issued, roots);
  const closedAt = await closedAtOf(registry, consultationId, roundId);
  await registry
    .update(windows)
    .set({ participation, roots, closedAt })
    .where(and(thisWindow(consultationId, roundId), isNull(windows.participation)));
};

const finish: Step = async ({ registry }, consultationId, roundId) => {
  await registry
    .update(windows)
    .set({ stage: "closed" })
    .where(and(thisWindow(consultationId, roundId), eq(windows.stage, "closing")));
};

/** The steps of closing a window, in order. Each can be done again without harm, and a close can stop after any. */
export const WINDOW_CLOSING_STEPS: readonly Step[] = [
  announce,
  ...BEFORE_COUNTING,
  count,
  ...AFTER_COUNTING,
  finish,
];

/**
 * Closes a window, or goes on with a close that was cut short. Throws `window_not_open`, `box_unreachable`,
 * `more_received_than_issued`; after each it can be asked again.
 */
export async function closeWindow(closing: Closing, consultationId: string, roundId: string): Promise<void> {
  for (const step of WINDOW_CLOSING_STEPS) await step(closing, consultationId, roundId);
}
