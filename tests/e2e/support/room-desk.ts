import { expect, type Page } from "@playwright/test";
import { enrollingConsultation } from "./consultation";
import { simulateEnrolment } from "./simulation";

/** Milliseconds in which a step has taken effect and every screen has heard of it. */
export const SOON = { timeout: 20_000 };
/** The same for what waits on the ballot box or on a count. */
export const COUNTED = { timeout: 60_000 };

/** A consultation whose participants have enrolled, with everything in place to be run in a room. */
export async function enrolledForARoom() {
  const prepared = await enrollingConsultation({ own: 8 });
  return { ...prepared, truth: await simulateEnrolment(prepared.slug, prepared.links) };
}

/** A host's console, by what the host reads. */
export function consoleOn(page: Page) {
  const now = page.getByRole("region", { name: "On the screen now" });
  return {
    now,
    open: (consultationId: string) => page.goto(`/consultations/${consultationId}/room`),
    start: (number: number) => page.getByRole("button", { name: `Start with round ${number}` }).click(),
    code: async () => ((await page.locator(".room-code").textContent()) ?? "").replace(" ", ""),
    next: (step: string) => page.getByRole("button", { name: `Next: ${step}` }).click(),
    undo: () => page.getByRole("button", { name: "Take it back" }).click(),
    pending: (step: string) => expect(page.getByText(`About to happen: ${step}`)).toBeVisible(),
    steps: page.getByRole("region", { name: "Steps so far" }).getByRole("listitem"),
  };
}
