import "server-only";
import { and, eq, isNull, lte } from "drizzle-orm";
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
import { joined } from "./under-way";

const thisWindow = (consultationId: string, roundId: string) =>
  and(eq(windows.roundId, roundId), eq(windows.consultationId, consultationId));

/**
 * Enters the close in the manifest; from here on the window only goes forward. False as of a round: where it is open, and
 * `dueBy` is before its closing time. Throws `window_not_open` where it has not opened.
 */
async function announceClose(
  { registry, personId, now, secrets }: Closing,
  consultationId: string,
  roundId: string,
  dueBy?: Date,
): Promise<boolean> {
  return registry.transaction(async (tx) => {
    await lockSigning(tx, consultationId, "exclusive");
    const due = dueBy === undefined ? undefined : lte(windows.closesAt, dueBy);
    const [closing] = await tx
      .update(windows)
      .set({ stage: "closing" })
      .where(and(thisWindow(consultationId, roundId), eq(windows.stage, "open"), due))
      .returning({ number: windows.number });
    if (closing === undefined) {
      const [window] = await tx
        .select({ stage: windows.stage })
        .from(windows)
        .where(thisWindow(consultationId, roundId));
      if (window?.stage === "closing" || window?.stage === "closed") return true;
      if (window?.stage === "open") return false;
      throw new Refusal("window_not_open");
    }
    const closedAt = now.toISOString();
    const act = dueBy === undefined ? "window closed" : "window closed by the clock";
    await audit(tx, { consultationId, personId, act, detail: closing, at: now });
    await appendEntry(tx, consultationId, { kind: "windowClosed", roundId, closedAt }, secrets);
    return true;
  });
}

const announce: Step = async (...closing) => void (await announceClose(...closing));

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
export function closeWindow(closing: Closing, consultationId: string, roundId: string): Promise<void> {
  return joined(roundId, async () => {
    for (const step of WINDOW_CLOSING_STEPS) await step(closing, consultationId, roundId);
  });
}

/** Closes a window at its closing time: an earlier call, or another's at the same time, does no harm. */
export async function closeWindowWhenDue(
  closing: Closing,
  consultationId: string,
  roundId: string,
): Promise<void> {
  if (await announceClose(closing, consultationId, roundId, closing.now))
    await closeWindow(closing, consultationId, roundId);
}
