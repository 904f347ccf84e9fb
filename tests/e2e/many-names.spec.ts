import { readFile } from "node:fs/promises";
import { expectAccessible } from "./support/accessible";
import { enrollingConsultation, preparedConsultation } from "./support/consultation";
import { expect, test } from "./support/guarded";
import { keepCode } from "./support/participant";

test("[E240] a host finds delegations by any name, accepts a suggestion, and gives several seats on purpose alone", async ({
  page,
}) => {
  const { host, consultationId } = await preparedConsultation();
  await page.context().addCookies(host.cookies);
  await page.goto(`/consultations/${consultationId}/seats`);
  await page.getByRole("button", { name: "Add seats", exact: true }).first().click();
  const find = page.getByLabel("Find a delegation");
  await find.fill("المغرب");
  await expect(page.getByText("One delegation found.")).toBeVisible();
  await expect(page.getByRole("checkbox", { name: /^Morocco/ })).toBeVisible();
  await expectAccessible(page);
  await find.fill("Kazachstan");
  await page.getByRole("checkbox", { name: /^Kazakhstan/ }).check();
  await page.getByRole("button", { name: "Add one seat" }).click();
  await expect(page.getByText("One seat has been added.")).toBeVisible();

  await page.getByRole("radio", { name: "Pasted names, or a CSV file" }).check();
  const text = page.getByLabel("Names or CSV");
  await text.fill("Seats;E-mail;Delegation\n2;mission@kenya.example;Kenya\n;;Malaisya\n;;Казахстан");
  await page.getByRole("button", { name: "Check the rows" }).click();
  await expect(page.getByText("one row cannot be read")).toBeVisible();
  await expectAccessible(page);
  await page.getByRole("button", { name: "Use Malaysia instead of Malaisya" }).click();
  await expect(text).toHaveValue(/;;Malaysia/);
  await expect(page.getByText("3 seats to add; one delegation has its seats already")).toBeVisible();
  const add = page.getByRole("button", { name: "Add 3 seats" });
  await expect(add).toHaveAttribute("aria-disabled", "true");
  await page.getByRole("checkbox", { name: "This delegation is meant to have several seats" }).check();
  await expectAccessible(page);
  await add.click();
  await expect(page.getByText("3 seats have been added. 2 seats have new addresses for mail.")).toBeVisible();

  await page.getByRole("radio", { name: "Another seat for a delegation that has one" }).check();
  await page.getByLabel("Delegation", { exact: true }).selectOption("Kenya");
  await page.getByRole("checkbox", { name: "Kenya is meant to have 3 seats" }).check();
  await page.getByRole("button", { name: "Add Kenya (3)" }).click();
  await expect(page.getByText("Kenya (3) has been added.")).toBeVisible();
  await page.getByLabel("Find a seat").fill("кения");
  await expect(page.getByText("3 of 16 seats shown.")).toBeVisible();
  await expect(page.getByText("Every figure then counts participants")).toBeVisible();
  await expectAccessible(page);
});

test("[E241] the page with the code and the one that asks for it lead to how a seat is handed over", async ({
  page,
  device,
}) => {
  const { host, consultationId, slug } = await enrollingConsultation({ own: 0 });
  await host.registry.panel.addFurther.mutate({ consultationId, delegation: "Delegation 1", place: 2 });
  const { seats } = await host.registry.panel.seats.query({ consultationId });
  const second = seats.find(({ name }) => name === "Delegation 1 (2)");
  const request = { consultationId, seatIds: [second?.id ?? ""], replace: false };
  const [made] = await host.registry.panel.issueLinks.mutate(request);
  await page.goto(made?.link ?? "");
  await expect(page.getByText("This invitation is for seat 2")).toBeVisible();
  await keepCode(page, made?.link ?? "");
  const opened = page.context().waitForEvent("page");
  await page.getByRole("link", { name: "Handing over to a successor" }).click();
  const handover = await opened;
  await expect(handover.getByRole("heading", { name: "Handing over your seat" })).toBeVisible();
  await expect(handover.getByRole("heading", { name: "If the code is lost" })).toBeVisible();
  await handover.setViewportSize({ width: 360, height: 740 });
  await expectAccessible(handover);
  // It shows no code: what is printed of it can lie about.
  const code = await page.getByLabel("Recovery code").first().textContent();
  await expect(handover.locator("main")).not.toContainText(code ?? "");

  const successor = await device();
  await successor.goto(`/c/${slug}/restore`);
  await successor.getByRole("link", { name: "Handing over to a successor" }).click();
  await expect(successor.getByRole("heading", { name: "What not to do" })).toBeVisible();
});

test("[E242] a host narrows the log to days and saves what is shown", async ({ page }) => {
  const { host, consultationId } = await preparedConsultation();
  await page.context().addCookies(host.cookies);
  await page.goto(`/consultations/${consultationId}/log`);
  await page.getByLabel("Act", { exact: true }).selectOption("Seats added");
  await page.getByLabel("From (day)").fill("2020-01-01");
  await page.getByRole("button", { name: "Show", exact: true }).click();
  await expect(page).toHaveURL(/from=2020-01-01/);
  await expect(page.getByText("1 of 1 shown")).toBeVisible();
  await expectAccessible(page);
  const saving = page.waitForEvent("download");
  await page.getByRole("link", { name: "Save this entry (CSV)" }).click();
  const file = await readFile(await (await saving).path(), "utf8");
  expect(file.trim().split("\r\n")).toHaveLength(2);
  await page.getByLabel("Until (day)").fill("2020-01-02");
  await page.getByRole("button", { name: "Show", exact: true }).click();
  await expect(page.getByText("No entry is like that.")).toBeVisible();
});
