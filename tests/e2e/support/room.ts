import { expect, type Page } from "@playwright/test";
import type { Phase } from "@/domain/room/state";
import type { Step } from "@/domain/room/step";
import type { Host } from "./host";

/** Takes a step as a host, and waits until it has taken effect on the round too. */
export async function step(host: Host, consultationId: string, step: Step, phase: Phase): Promise<void> {
  const console = async () => (await host.registry.room.console.query({ consultationId })).session;
  const before = await console();
  await host.registry.room.take.mutate({ consultationId, after: before?.last ?? 0, step });
  const stage = { question: "open", closed: "closed", findings: "closed" }[phase as string];
  await expect
    .poll(
      async () => {
        const now = await console();
        const done = now?.pending === null && now.view.phase === phase;
        return done && (stage === undefined || now.view.round.stage === stage);
      },
      { timeout: 60_000 },
    )
    .toBe(true);
}

/** The agenda question that a page of answers is at. */
export const question = (page: Page, text: string) =>
  expect(page.getByRole("heading", { level: 1, name: text })).toBeVisible();

/** What a participant's device says of the room. */
export const strip = (page: Page) => page.getByRole("complementary", { name: "The session in the room" });

/** Waits until a participant's device says so of the room. */
export const says = (page: Page, sentence: string, patience?: { readonly timeout: number }) =>
  expect(strip(page).getByText(sentence)).toBeVisible(patience);
