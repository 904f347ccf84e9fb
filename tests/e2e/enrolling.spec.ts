import { expectAccessible } from "./support/accessible";
import { enrollingConsultation, preparedConsultation } from "./support/consultation";
import { expect, test } from "./support/guarded";
import { enrol, keepCode, restore, told } from "./support/participant";

type Consultation = Awaited<ReturnType<typeof enrollingConsultation>>;

test.describe("enrolment survives whatever happens to it", () => {
  let consultation: Consultation;
  test.beforeAll(async () => {
    consultation = await enrollingConsultation();
  });
  const invitation = () => consultation.links.pop() ?? "";
  const enrolled = "You are enrolled.";

  test("[E10] a used link asks for the recovery code on another device", async ({ page, device }) => {
    const link = invitation();
    const code = await enrol(page, link);
    const other = await device();
    await other.goto(link);
    const asks =
      "This invitation has been used on another device. Enter your recovery code to continue there.";
    await expect(other.getByText(asks)).toBeVisible();
    await expect(other.getByRole("button", { name: "Enrol this seat" })).toHaveAttribute(
      "aria-disabled",
      "true",
    );
    await other.getByRole("link", { name: "I have a recovery code" }).click();
    await other.getByLabel("Recovery code").fill(code);
    await other.getByRole("button", { name: "Continue" }).click();
    await expect(other.getByText(enrolled)).toBeVisible();
  });

  test("[E11] of two devices that enrol with one link, the later one is told and goes on with the code", async ({
    page,
    device,
  }) => {
    const link = invitation();
    const other = await device();
    await keepCode(other, link);
    const code = await enrol(page, link);
    await other.getByRole("button", { name: "Enrol", exact: true }).click();
    await told(other, "This invitation has been used on another device.");
    await other.goto(`/c/${consultation.slug}/answer`);
    await told(other, "This invitation has been used on another device.");
    await other.getByRole("link", { name: "Enter the recovery code" }).click();
    await other.getByLabel("Recovery code").fill(code);
    await other.getByRole("button", { name: "Continue" }).click();
    await expect(other.getByText(enrolled)).toBeVisible();
  });

  test("[E12] a reload between blinding and finalizing goes on with the code that was kept", async ({
    page,
    device,
  }) => {
    const code = await keepCode(page, invitation());
    await page.route("**/api/trpc/enrolment.issue", () => undefined);
    const asked = page.waitForRequest("**/api/trpc/enrolment.issue");
    await page.getByRole("button", { name: "Enrol", exact: true }).click();
    await asked;
    // Only then: a request that is held goes out once nothing holds it any more.
    await page.reload();
    await page.unroute("**/api/trpc/enrolment.issue");
    await page.getByRole("link", { name: "Continue" }).click();
    await expect(page.getByText(enrolled)).toBeVisible();
    const other = await device();
    await restore(other, consultation.slug, code);
    await expect(other.getByText(enrolled)).toBeVisible();
  });

  test("[E13] a lost reply to the request for signatures costs nothing", async ({ page }) => {
    await keepCode(page, invitation());
    await page.route("**/api/trpc/enrolment.issue", async (route) => {
      await route.fetch();
      await route.abort("connectionreset");
    });
    await page.getByRole("button", { name: "Enrol", exact: true }).click();
    await told(page, "The service cannot be reached.");
    await page.unroute("**/api/trpc/enrolment.issue");
    await page.getByRole("button", { name: "Enrol", exact: true }).click();
    await expect(page.getByText(enrolled)).toBeVisible();
  });

  test("[E14] a double click on Enrol enrols once, with the code that is shown", async ({ page, device }) => {
    const code = await keepCode(page, invitation());
    await page.getByRole("button", { name: "Enrol", exact: true }).dblclick();
    await expect(page.getByText(enrolled)).toBeVisible();
    const other = await device();
    await restore(other, consultation.slug, code);
    await expect(other.getByText(enrolled)).toBeVisible();
  });

  test("[E15] two tabs enrol once, and the later one shows the code that counts", async ({ page }) => {
    const link = invitation();
    const other = await page.context().newPage();
    await keepCode(other, link);
    const code = await enrol(page, link);
    await other.getByRole("button", { name: "Enrol", exact: true }).click();
    await told(other, "This device had enrolled already, in another tab.");
    await expect(other.getByLabel("Recovery code", { exact: true })).toHaveText(code);
    await other.getByRole("checkbox", { name: "I have kept the code" }).check();
    await other.getByRole("button", { name: "Enrol", exact: true }).click();
    await expect(other.getByText(enrolled)).toBeVisible();
  });

  test("[E16] a shared computer keeps nothing once the tab is closed", async ({ page }) => {
    const code = await enrol(page, invitation(), { shared: true });
    await expect(page.getByText(enrolled)).toBeVisible();
    await page.reload();
    await expect(page.getByText(enrolled)).toBeVisible();
    const context = page.context();
    await page.close();
    const later = await context.newPage();
    await later.goto(`/c/${consultation.slug}/answer`);
    await expect(later.getByRole("heading", { name: "Nothing is kept on this device" })).toBeVisible();
    const left = await context.storageState({ indexedDB: true });
    expect(left.cookies).toEqual([]);
    expect(JSON.stringify(left)).not.toContain("enrolment");
    expect(left.origins.flatMap(({ localStorage }) => localStorage)).toEqual([]);
    expect(await later.evaluate(async () => [sessionStorage.length, (await caches.keys()).length])).toEqual([
      0, 0,
    ]);
    await restore(later, consultation.slug, code);
    await expect(later.getByText(enrolled)).toBeVisible();
  });

  test("[E123] what is lost with the code, and when the code ends, is said before anything is signed", async ({
    page,
  }) => {
    const asked: string[] = [];
    page.on("request", (request) => asked.push(new URL(request.url()).pathname));
    await keepCode(page, invitation());
    for (const sentence of [
      "Nobody can restore the code, neither the hosts nor whoever runs the servers.",
      "on a shared computer, until this tab is closed.",
      "What you have sent stays and counts, but on no other device can you read or change it.",
      "can give your seat new credentials, only for rounds that have not opened.",
      "when the hosts end the consultation, after its last round",
    ])
      await expect(page.getByText(sentence)).toBeVisible();
    await expectAccessible(page);
    expect(asked.filter((path) => /issue|wallets/.test(path))).toEqual([]);
  });

  test("[E17] a link that is not known, or none, says what to do", async ({ page }) => {
    await page.goto(`/c/${consultation.slug}/join#AAAAAAAAAAAAAAAAAAAAAA`);
    await told(page, "look for a newer one from the hosts, or ask them for a new link.");
    await page.goto(`/c/${consultation.slug}/join`);
    await page.reload();
    await expect(page.getByText("Open the link of your invitation to enrol.")).toBeVisible();
  });
});

test("[E18] before enrolment opens the invitation says so", async ({ page }) => {
  const { links } = await preparedConsultation();
  await page.goto(links[0] ?? "");
  await expect(page.getByText("Enrolment has not opened yet. Keep the link")).toBeVisible();
  await expect(page.getByRole("button", { name: "Enrol this seat" })).toHaveAttribute(
    "aria-disabled",
    "true",
  );
});
