import { readFile } from "node:fs/promises";
import type { Page } from "@playwright/test";
import { expectAccessible } from "./support/accessible";
import { enrollingConsultation } from "./support/consultation";
import { expect, test } from "./support/guarded";
import { signIn } from "./support/host";

type Consultation = Awaited<ReturnType<typeof enrollingConsultation>>;
let consultation: Consultation;
test.beforeAll(async () => {
  consultation = await enrollingConsultation();
});

/** The log, opened by its host. */
async function logOf({ host, consultationId }: Consultation, page: Page) {
  await page.context().addCookies(host.cookies);
  await page.goto(`/consultations/${consultationId}`);
  await page.getByRole("navigation", { name: "Consultation" }).getByRole("link", { name: "Log" }).click();
  await expect(page.getByRole("heading", { name: "Log of acts" })).toBeVisible();
}

test("[E140] hosts read in their log what was done, narrow it, turn its pages and save it as a file", async ({
  page,
}) => {
  const { host, consultationId } = consultation;
  for (let version = 2; version <= 49; version += 1) {
    const { rounds } = await host.registry.consultations.overview.query({ consultationId });
    const round = { consultationId, roundId: rounds[0]?.id ?? "" };
    const { questionnaire } = await host.registry.questionnaires.read.query(round);
    await host.registry.questionnaires.save.mutate({ ...round, version, questionnaire });
  }
  await logOf(consultation, page);
  await expectAccessible(page);
  await expect(
    page.getByText("neither when a seat enrolled, nor whether or when anybody answered"),
  ).toBeVisible();
  await expect(page.getByText("Verified up to entry 53")).toBeVisible();
  await expect(page.getByText("vouches for the first 5 entries")).toBeVisible();
  const rows = page.getByRole("row");
  await expect(rows.nth(1)).toContainText("No. 53");
  await expect(rows.nth(1)).toContainText("Questionnaire saved");
  await expect(rows.nth(1)).toContainText("Round 1, version 50");
  await expect(rows.nth(1)).toContainText("Aminah");
  await expect(rows.nth(1)).toContainText("in New York (UTC");
  await page.getByRole("link", { name: "Older entries" }).click();
  await expect(rows).toHaveCount(4);
  await expect(rows.last()).toContainText("Consultation set up");
  await expectAccessible(page);

  await page.getByLabel("Act", { exact: true }).selectOption("Enrolment opened");
  await page.getByLabel("Who").selectOption({ index: 1 });
  await page.getByRole("button", { name: "Show" }).click();
  await expect(page.getByText("1 of 1 shown")).toBeVisible();
  await expect(rows.nth(1)).toContainText("No. 5");
  await page.getByLabel("Who").selectOption("");
  const saving = page.waitForEvent("download");
  await page.getByRole("link", { name: "Save the whole log (CSV)" }).click();
  const file = await readFile(await (await saving).path(), "utf8");
  expect(file.trim().split("\r\n")).toHaveLength(54);
  expect(file).toContain(`"${host.email}"`);
});

test("[E141] a rapporteur is offered no log, and finds nothing at its addresses", async ({ device }) => {
  const { host, consultationId, slug } = consultation;
  const email = `rapporteur-${slug}@log.example`;
  await host.registry.consultations.addPerson.mutate({
    consultationId,
    name: "",
    email,
    role: "rapporteur",
    mission: "",
  });
  const rapporteur = await device();
  await signIn(rapporteur, email);
  await rapporteur.goto(`/consultations/${consultationId}`);
  await expect(rapporteur.getByRole("link", { name: "People" })).toBeVisible();
  await expect(rapporteur.getByRole("link", { name: "Log" })).toHaveCount(0);
  await rapporteur.goto(`/consultations/${consultationId}/log`);
  await expect(rapporteur.getByRole("heading", { name: "Nothing at this address" })).toBeVisible();
  const file = await rapporteur.request.get(`/consultations/${consultationId}/log/csv`);
  expect(file.status()).toBe(403);
});

test("[E142] at 360 pixels and with the keyboard alone a host narrows the log and opens an act", async ({
  page,
}) => {
  await page.setViewportSize({ width: 360, height: 740 });
  await logOf(consultation, page);
  await page.getByLabel("Act", { exact: true }).focus();
  await page.keyboard.type("Seats added");
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/act=seats\+added/);
  await page.getByText("11 seats", { exact: true }).focus();
  await page.keyboard.press("Enter");
  await expect(page.getByText("Delegation 1; Delegation 2")).toBeVisible();
  await expectAccessible(page);
});
