import type { Page } from "@playwright/test";
import { expectAccessible } from "./support/accessible";
import { coHostOf, enrollingConsultation } from "./support/consultation";
import { expect, test } from "./support/guarded";
import { enrol, restore, told } from "./support/participant";

const SECOND = "Permanent Mission of Slovakia";
const asked = "New credentials for Delegation 1";

/** The seats page with what can be done about a lost code unfolded. */
async function unfolded(page: Page, consultationId: string) {
  await page.goto(`/consultations/${consultationId}/seats`);
  await page.getByText("A participant has lost the code").click();
}

async function ask(page: Page, reason: string) {
  await page.getByLabel("Reason").fill(reason);
  await page.getByRole("button", { name: "Ask for new credentials" }).click();
  await page.getByRole("button", { name: "Ask for Delegation 1" }).click();
}

/** A consultation that two missions hold, one seat of it enrolled, and a page for each mission's host. */
async function twoMissions(page: Page, device: () => Promise<Page>) {
  const consultation = await enrollingConsultation();
  const { host, consultationId, links } = consultation;
  const second = await coHostOf(host, consultationId, SECOND);
  const other = await device();
  await page.context().addCookies(host.cookies);
  await other.context().addCookies(second.cookies);
  const participant = await device();
  const code = await enrol(participant, links[0] ?? "");
  return { ...consultation, other, code };
}

test("[E124] after a lost code two missions agree in two browsers to new credentials, and the old code still restores", async ({
  page,
  device,
}) => {
  const { consultationId, slug, links, other, code } = await twoMissions(page, device);
  await unfolded(page, consultationId);
  await expect(page.getByText("The earlier credentials stay valid and cannot be recalled")).toBeVisible();
  await expectAccessible(page);
  await ask(page, "The delegation changed its staff.");
  await expect(page.getByText(asked)).toBeVisible();
  await expectAccessible(page);

  await other.goto(`/consultations/${consultationId}/seats`);
  await expect(other.getByText(/^Asked for by .*: The delegation changed its staff\.$/)).toBeVisible();
  await other.getByRole("button", { name: "Agree for Delegation 1" }).click();
  await other.getByRole("button", { name: "Agree for Delegation 1" }).click();
  await expect(other.getByRole("heading", { name: "One link made" })).toBeFocused();
  await expect(other.getByText("The earlier credentials of these seats stay valid")).toBeVisible();
  await expectAccessible(other);
  const made = other.getByRole("listitem").filter({ hasText: "/join#" }).getByRole("code");
  const link = (await made.textContent()) ?? "";
  await page.reload();
  await expect(page.getByRole("heading", { name: "Given new credentials" })).toBeVisible();
  await expect(page.getByText(link)).toHaveCount(0);

  const [fresh, old] = [await device(), await device()];
  await fresh.goto(links[0] ?? "");
  await told(fresh, "This invitation is not known.");
  await fresh.goto(link);
  await fresh.reload();
  await expect(fresh.getByText("The hosts have given this seat new credentials")).toBeVisible();
  await expectAccessible(fresh);
  expect(await enrol(fresh, link)).not.toBe(code);
  await expect(fresh.getByText("You are enrolled.")).toBeVisible();
  await restore(old, slug, code);
  await expect(old.getByText("You are enrolled.")).toBeVisible();
});

test("[E125] a request without a reason is told; the other mission refuses it, and whoever asked withdraws it", async ({
  page,
  device,
}) => {
  const { consultationId, other } = await twoMissions(page, device);
  await unfolded(page, consultationId);
  await ask(page, " ");
  await expect(page.getByText("Say in a sentence why, at most 500 characters.")).toBeVisible();
  await expect(page.getByLabel("Reason")).toHaveValue(" ");
  await expectAccessible(page);
  await ask(page, "Lost.");
  await expect(page.getByText(asked)).toBeVisible();

  await other.goto(`/consultations/${consultationId}/seats`);
  await other.getByRole("button", { name: "Refuse for Delegation 1" }).click();
  await other.getByRole("button", { name: "Refuse for Delegation 1" }).click();
  await expect(other.getByText(asked)).toBeHidden();
  await expect(other.getByRole("heading", { name: "Lost recovery codes" })).toBeFocused();

  await unfolded(page, consultationId);
  await ask(page, "Lost, once more.");
  await page.getByRole("button", { name: "Withdraw the request for Delegation 1" }).click();
  await page.getByRole("button", { name: "Withdraw the request for Delegation 1" }).click();
  await expect(page.getByText(asked)).toBeHidden();
  await expect(page.getByText("Given new credentials")).toBeHidden();
});
