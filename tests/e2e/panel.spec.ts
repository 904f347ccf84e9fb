import { expectAccessible } from "./support/accessible";
import { preparedConsultation } from "./support/consultation";
import { expect, test } from "./support/guarded";

test("[E5] a CSV that cannot be read is explained row by row, nothing is added, and the text stays to be mended", async ({
  page,
}) => {
  const { host, consultationId } = await preparedConsultation();
  await page.context().addCookies(host.cookies);
  await page.goto(`/consultations/${consultationId}/seats`);
  await expect(page.getByText("11 of 11 seats shown.")).toBeVisible();
  await page.getByRole("button", { name: "Add seats", exact: true }).first().click();
  await page.getByRole("radio", { name: "Pasted names, or a CSV file" }).check();
  const lines = [
    "delegation,kind",
    "Malaysia,",
    "Malaisya,",
    "Delegation 1,other",
    "Fiji,planet",
    "Malaysia,",
  ];
  const file = { name: "bad.csv", mimeType: "text/csv", buffer: Buffer.from(lines.join("\n")) };
  await page.getByLabel("Or choose a CSV file").setInputFiles(file);
  await expect(page.getByText("3 of the 5 rows have something to put right.")).toBeVisible();
  for (const sentence of [
    "“Malaisya” is not known. Did you mean Malaysia",
    "It has a seat and keeps it.",
    "“planet” is neither a regional group nor a kind, a number of seats or an e-mail address.",
    "Malaysia stands in line 2 already. Remove one of the two;",
  ])
    await expect(page.getByText(sentence)).toBeVisible();
  await expectAccessible(page);
  expect((await host.registry.panel.seats.query({ consultationId })).seats).toHaveLength(11);

  const text = page.getByLabel("Names or CSV");
  await expect(text).toHaveValue(/Malaisya/);
  await text.fill('delegation\n"Malaysia');
  await page.getByRole("button", { name: "Check the rows" }).click();
  await expect(page.getByText("The row that begins in line 2 opens a quotation mark")).toBeVisible();
  await expect(text).toBeFocused();
  await text.fill("Malaysia\nFiji\nForum of Friends, other");
  await page.getByRole("button", { name: "Check the rows" }).click();
  await expect(page.getByText("3 seats to add; every row can be read.")).toBeVisible();
  await page.getByRole("button", { name: "Add 3 seats" }).click();
  await expect(page.getByText("3 seats have been added.")).toBeVisible();
  await expect(page.getByText("14 of 14 seats shown.")).toBeVisible();
});

test("[E6] a link that is withdrawn leads nowhere, and the new one enrols", async ({ page, device }) => {
  const { host, consultationId, links } = await preparedConsultation();
  await page.context().addCookies(host.cookies);
  await page.goto(`/consultations/${consultationId}/seats`);
  await page.getByRole("button", { name: "New link for Delegation 1", exact: true }).click();
  await page.getByRole("button", { name: "New link for Delegation 1; withdraw the earlier" }).click();
  await expect(page.getByRole("heading", { name: "One link made" })).toBeFocused();
  await expectAccessible(page);
  const made =
    (await page.getByRole("listitem").filter({ hasText: "/join#" }).getByRole("code").textContent()) ?? "";
  const participant = await device();
  await participant.goto(links[0] ?? "");
  await expect(
    participant.getByRole("alert").filter({ hasText: "This invitation is not known." }),
  ).toBeVisible();
  await participant.goto(made);
  await participant.reload();
  await expect(participant.getByText("Invitation to the delegation of Delegation 1")).toBeVisible();
});
