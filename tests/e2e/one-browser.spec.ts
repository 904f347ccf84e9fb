import { expectAccessible } from "./support/accessible";
import { enrollingConsultation } from "./support/consultation";
import { expect, test } from "./support/guarded";
import { enrol, keepCode, restore, told } from "./support/participant";

test.describe("one browser, whatever it is used for", () => {
  let consultation: Awaited<ReturnType<typeof enrollingConsultation>>;
  test.beforeAll(async () => {
    consultation = await enrollingConsultation();
  });
  const invitation = () => consultation.links.pop() ?? "";
  const enrolled = "You are enrolled.";

  test("[E71] after a lost reply the choice of storage is fixed, and the code still restores", async ({
    page,
    device,
  }) => {
    const code = await keepCode(page, invitation());
    const shared = page.getByRole("checkbox", { name: "This is a shared computer" });
    await page.route("**/api/trpc/enrolment.issue", async (route) => {
      await route.fetch();
      await route.abort("connectionreset");
    });
    await page.getByRole("button", { name: "Enrol", exact: true }).click();
    await told(page, "The service cannot be reached.");
    await expect(shared).toBeDisabled();
    await page.unroute("**/api/trpc/enrolment.issue");
    await page.getByRole("button", { name: "Enrol", exact: true }).click();
    await expect(page.getByText(enrolled)).toBeVisible();
    const other = await device();
    await restore(other, consultation.slug, code);
    await expect(other.getByText(enrolled)).toBeVisible();
  });

  test("[E72] a second invitation in one browser enrols its own seat in the tab, and leaves the first as it is", async ({
    page,
  }) => {
    const code = await enrol(page, invitation());
    const other = await page.context().newPage();
    await other.goto(invitation());
    await expect(other.getByText("Invitation to the delegation of")).toBeVisible();
    await expect(other.getByText("Somebody has enrolled on this device already.")).toBeVisible();
    await expect(other.getByRole("link", { name: "Continue as whoever enrolled here" })).toBeVisible();
    await expectAccessible(other);
    await other.getByRole("button", { name: "Enrol this seat in this tab only" }).click();
    await expect(other.getByRole("checkbox", { name: "This is a shared computer" })).toBeDisabled();
    await expect(other.getByLabel("Recovery code", { exact: true })).not.toHaveText(code);
    await other.getByRole("checkbox", { name: "I have kept the code" }).check();
    await other.getByRole("button", { name: "Enrol", exact: true }).click();
    await expect(other.getByText(enrolled)).toBeVisible();
    await other.goto(invitation());
    await expect(other.getByText("Somebody has enrolled in this tab already.")).toBeVisible();
    await page.reload();
    await expect(page.getByText(enrolled)).toBeVisible();
  });

  test("[E73] a browser that keeps nothing says so, and enrols in the tab", async ({ page }) => {
    await page.addInitScript(() => {
      IDBFactory.prototype.open = () => {
        throw new DOMException("no storage in a private window", "InvalidStateError");
      };
    });
    await keepCode(page, invitation());
    await expect(page.getByText("This browser keeps nothing, as in a private window")).toBeVisible();
    await expect(page.getByRole("checkbox", { name: "This is a shared computer" })).toBeDisabled();
    await expect(page.getByRole("checkbox", { name: "This is a shared computer" })).toBeChecked();
    await page.getByRole("button", { name: "Enrol", exact: true }).click();
    await expect(page.getByText(enrolled)).toBeVisible();
    expect(await page.evaluate(() => localStorage.length)).toBe(0);
  });

  test("[E74] a reload shows the same code, Back leads to the invitation, and no address holds its token", async ({
    page,
  }) => {
    const link = invitation();
    const token = new URL(link).hash;
    const code = await keepCode(page, link);
    const shown = page.getByLabel("Recovery code", { exact: true });
    expect(page.url()).not.toContain(token);
    await page.reload();
    await expect(shown).toHaveText(code);
    await page.goBack();
    await expect(page.getByText("Invitation to the delegation of")).toBeVisible();
    expect(page.url()).not.toContain(token);
    await page.getByRole("button", { name: "Enrol this seat" }).click();
    await expect(shown).toHaveText(code);
    await page.getByRole("checkbox", { name: "I have kept the code" }).check();
    await page.getByRole("button", { name: "Enrol", exact: true }).click();
    await expect(page.getByText(enrolled)).toBeVisible();
    expect(await page.evaluate(() => sessionStorage.length)).toBe(0);
  });

  test("[E77] a code that the browser refuses to copy is selected, and Enrol says what it waits for", async ({
    page,
  }) => {
    await page.addInitScript(() => {
      Clipboard.prototype.writeText = () => Promise.reject(new DOMException("refused", "NotAllowedError"));
    });
    const code = await keepCode(page, invitation());
    await page.getByRole("button", { name: "Copy" }).click();
    await expect(page.getByRole("status").filter({ hasText: "This browser refused to copy." })).toBeVisible();
    expect(await page.evaluate(() => `${window.getSelection()}`)).toBe(code);
    const button = page.getByRole("button", { name: "Enrol", exact: true });
    await expect(button).toHaveAccessibleDescription("");
    await page.getByRole("checkbox", { name: "I have kept the code" }).uncheck();
    await expect(button).toHaveAccessibleDescription("To enrol, first tick that you have kept the code.");
    await expectAccessible(page);
  });
});
