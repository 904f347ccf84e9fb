import type { Page } from "@playwright/test";
import { enrollingConsultation } from "./support/consultation";
import { expect, test } from "./support/guarded";

/** Has a page drawn and its script held back while something is done on it. */
async function whileAsleep(page: Page, address: string, act: () => Promise<void>): Promise<void> {
  let wake: () => void = () => undefined;
  const woken = new Promise<void>((resolve) => {
    wake = resolve;
  });
  await page.route("**/_next/static/**/*.js", async (route) => {
    await woken;
    await route.continue();
  });
  await page.goto(address, { waitUntil: "commit" });
  await act();
  wake();
  await page.waitForLoadState();
  await page.unrouteAll({ behavior: "wait" });
}

test("[E305] what is typed or chosen while the script of a page is still on the way counts as if it were done after", async ({
  page,
}) => {
  const { host, consultationId, roundId } = await enrollingConsultation({ own: 1 });
  // Sent before that, an address does not end up in that of the page, which histories and logs keep.
  await whileAsleep(page, "/sign-in", async () => {
    await page.getByLabel("E-mail address").fill("early@mission.example");
    const sent = page.waitForRequest((request) => request.isNavigationRequest());
    await page.keyboard.press("Enter");
    expect((await sent).url()).not.toContain("early");
  });

  await page.context().addCookies(host.cookies);
  const desk = `/consultations/${consultationId}`;

  await whileAsleep(page, `${desk}/room/door`, () =>
    page.getByLabel("Delegation", { exact: true }).fill("Kenia"),
  );
  await expect(page.getByRole("radio", { name: "Kenya" })).toBeVisible();

  const note = page.getByLabel("What was said").first();
  await whileAsleep(page, `${desk}/rounds/${roundId}/floor`, () => note.fill("Costs come first."));
  await expect(page.getByText("Not saved yet; kept on this device.")).toBeVisible();
  // What the device keeps is more than what is typed in a second, and stays.
  await whileAsleep(page, `${desk}/rounds/${roundId}/floor`, () => note.fill("Co"));
  await expect(page.getByText("Not saved yet; kept on this device.")).toBeVisible();
  await expect(note).toHaveValue("Costs come first.");

  const chooseAll = page.getByRole("checkbox", { name: /^Choose all/ });
  await whileAsleep(page, `${desk}/seats`, () => chooseAll.check());
  await expect(page.getByRole("heading", { name: /chosen/ })).toBeVisible();
  const state = page.getByLabel("Link and enrolment");
  await whileAsleep(page, `${desk}/seats`, async () => void (await state.selectOption("Enrolled")));
  await expect(page.getByText(/^0 of \d+ seats shown/)).toBeVisible();
  await expect(state).toHaveValue("enrolled");
});
