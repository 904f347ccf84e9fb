import type { Page } from "@playwright/test";
import { expectAccessible } from "./support/accessible";
import { closeRound, openConsultation } from "./support/consultation";
import { expect, test } from "./support/guarded";
import { publishFindings } from "./support/signing";
import { simulateAnswers, simulateEnrolment } from "./support/simulation";

/** A consultation with one published round, made once for the tests of this file. */
async function publish() {
  const consultation = await openConsultation({ own: 12 });
  const { host, consultationId, roundId, slug, links } = consultation;
  await simulateAnswers(slug, await simulateEnrolment(slug, links));
  await closeRound(consultation);
  await publishFindings(host, consultationId, roundId);
  return consultation;
}
let published: ReturnType<typeof publish> | undefined;
const publishedOnce = () => {
  published ??= publish();
  return published;
};

/** Two entries that may stand anywhere, however the simulated participants answered. */
const APPROVAL = "Which steps would you support?";
const OPEN = "Why?";

const listNamed = (page: Page, name: string) => page.getByRole("grid", { name });
const orderIn = (page: Page, name: string) =>
  listNamed(page, name)
    .getByRole("row")
    .evaluateAll((rows) => rows.map((row) => row.getAttribute("data-entry")));

test("[E190] the rapporteur’s desk arranges the summary by keyboard, by dragging and by buttons, and loses nothing", async ({
  page,
  device,
}) => {
  const { host, consultationId } = await publishedOnce();
  await page.context().addCookies(host.cookies);
  await page.goto(`/consultations/${consultationId}/report`);
  await expect(page.getByRole("heading", { name: "Arrange the summary" })).toBeVisible();
  const concerns = listNamed(page, "Concerns");
  const order = () => orderIn(page, "Concerns");
  const move = async (about: string, section: string) => {
    await page.getByRole("button", { name: `Move to another section: “${about}”` }).click();
    await page.getByRole("button", { name: section, exact: true }).click();
  };
  await expectAccessible(page);

  await test.step("by buttons to another section", async () => {
    await move(OPEN, "Concerns");
    await move(APPROVAL, "Concerns");
    await expect(concerns.getByRole("row")).toHaveCount(2);
  });
  const [open, approval] = await order();

  await test.step("with the keyboard, from its handle to after the other", async () => {
    await concerns.getByRole("button", { name: `Drag “${OPEN}”` }).focus();
    await page.keyboard.press("Enter");
    await page.keyboard.press("End");
    await page.keyboard.press("Enter");
    await expect.poll(order).toEqual([approval, open]);
  });

  await test.step("by buttons within its section, and back by Undo", async () => {
    await concerns.getByRole("button", { name: `Move up: “${OPEN}”` }).click();
    await expect.poll(order).toEqual([open, approval]);
    await expect(concerns.getByRole("button", { name: `Move up: “${OPEN}”` })).toBeFocused();
    await page.getByRole("button", { name: "Undo" }).click();
    await expect.poll(order).toEqual([approval, open]);
  });

  await test.step("by dragging to another section", async () => {
    const steps = listNamed(page, "Steps proposed");
    // A page that scrolls under a drag would have to be dragged along it; here both lists are in sight.
    await page.setViewportSize({ width: 1280, height: 3000 });
    await page.evaluate(() => window.scrollTo(0, 0));
    await concerns.locator(`[data-entry="${approval}"]`).dragTo(steps);
    await expect(steps.locator(`[data-entry="${approval}"]`)).toBeVisible();
    await expect.poll(order).toEqual([open]);
    await expect(page.locator("#summary-steps")).toContainText(APPROVAL);
  });

  await test.step("a text that names a state is refused with the passage, and kept once it does not", async () => {
    await page.getByRole("button", { name: "Add a text under “Steps proposed”" }).click();
    const text = page.getByLabel("Text under “Steps proposed”");
    await text.fill("Kenya proposed a briefing.");
    await expect(page.getByText("“Kenya”: a reader could take a view to be theirs.")).toBeVisible();
    await text.fill("A briefing was proposed before the others.");
    await page.getByRole("button", { name: "Keep this text" }).click();
    await page.getByLabel("Next steps").fill("A further round is planned.");
    await page.getByRole("button", { name: "Save", exact: true }).click();
    await expect(page.getByRole("status").filter({ hasText: "Saved" })).toBeVisible();
    await expect(page.locator("#summary-steps")).toContainText("A briefing was proposed before the others.");
    await expect(page.locator("#next-steps")).toContainText("A further round is planned.");
  });

  await test.step("what another saved meanwhile is neither overwritten unseen nor lost", async () => {
    const { version, arrangement } = await host.registry.summaries.read.query({ consultationId });
    const nextSteps = "The co-hosts will brief regional groups.";
    await host.registry.summaries.save.mutate({ consultationId, version, arrangement, nextSteps });
    await page.getByLabel("Next steps").fill("Mine.");
    const signAndPublish = page.getByRole("button", { name: "Sign and publish" });
    await expect(signAndPublish).toHaveAccessibleDescription(/^Save the summary first/);
    await page.getByRole("button", { name: "Save", exact: true }).click();
    await expect(page.getByText("Somebody else has saved this summary")).toBeVisible();
    await expect(page.getByLabel("Next steps")).toHaveValue("Mine.");
    await page.getByRole("button", { name: "Take the other version" }).click();
    await expect(page.getByLabel("Next steps")).toHaveValue(nextSteps);
    await expect(signAndPublish).toHaveAccessibleDescription("");
  });

  await test.step("at 360 pixels nothing scrolls sideways", async () => {
    const phone = await device({ viewport: { width: 360, height: 740 } });
    await phone.context().addCookies(host.cookies);
    await phone.goto(`/consultations/${consultationId}/report`);
    await expect(listNamed(phone, "Steps proposed")).toBeVisible();
    await expectAccessible(phone);
  });
});

test("[E191] the letter is filled in beside the sheet that prints, and says what it lacks", async ({
  page,
  device,
}) => {
  const { host, consultationId } = await publishedOnce();
  await page.context().addCookies(host.cookies);
  await page.goto(`/consultations/${consultationId}/report`);
  await page.getByRole("link", { name: "Letter of transmittal" }).click();
  await expect(page.getByRole("heading", { name: "Letter of transmittal" })).toBeVisible();
  await expectAccessible(page);
  const sheet = page.getByRole("article", { name: "Letter of transmittal" });
  await expect(sheet).toContainText("We have the honour to transmit");
  await expect(page.getByText("An edition signed now carries no letter.")).toBeVisible();
  await page.getByLabel("Your reference").fill("A/65/123");
  await expect(page.getByText("This reads like a document symbol of the United Nations")).toBeVisible();
  await page.getByLabel("Your reference").fill("TDT/2011/007");
  await page.getByLabel("To", { exact: true }).fill("The President of the General Assembly\nNew York");
  await page.getByLabel("Agenda item").fill("33");
  await expect(sheet).toContainText("as a document under agenda item 33.");
  for (const field of await page.getByLabel("Name", { exact: true }).all()) await field.fill("A. Name");
  for (const field of await page.getByLabel("Title", { exact: true }).all())
    await field.fill("Permanent Representative");
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await expect(page.getByText("Complete: the next edition carries it")).toBeVisible();
  await expectAccessible(page);
  const phone = await device({ viewport: { width: 360, height: 740 } });
  await phone.context().addCookies(host.cookies);
  await phone.goto(`/consultations/${consultationId}/letter`);
  await expect(phone.getByLabel("Your reference")).toHaveValue("TDT/2011/007");
  await expectAccessible(phone);
  await phone.emulateMedia({ media: "print" });
  await expect(phone.getByLabel("Your reference")).toBeHidden();
  await expect(phone.getByRole("article", { name: "Letter of transmittal" })).toBeVisible();
});
