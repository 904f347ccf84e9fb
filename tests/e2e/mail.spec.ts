import { expectAccessible } from "./support/accessible";
import { openConsultation } from "./support/consultation";
import { expect, test } from "./support/guarded";
import { mailsTo } from "./support/mail";

test("[E250] a host adds an address, invites by mail and sees it sent; its link leads to the seat; a reminder is looked at and goes to all", async ({
  page,
  device,
}) => {
  const { host, consultationId, slug } = await openConsultation();
  const address = `${consultationId.slice(0, 8)}@mission.example`;
  await page.context().addCookies(host.cookies);
  await page.goto(`/consultations/${consultationId}/mail`);
  await expect(page.getByText("There is nothing to tell yet.")).toBeHidden();

  await page.getByRole("button", { name: "Add an address for Delegation 9" }).click();
  const field = page.getByLabel("E-mail addresses of Delegation 9");
  await expect(field).toBeFocused();
  await field.fill("nobody");
  await page.keyboard.press("Enter");
  await expect(page.getByText("“nobody” is not an e-mail address.")).toBeVisible();
  await expect(field).toHaveValue("nobody");
  await expectAccessible(page);
  await field.fill(address);
  await page.keyboard.press("Enter");
  await expect(page.getByText(address)).toBeVisible();

  await page.getByRole("button", { name: "Invite the one seat by e-mail" }).click();
  await page.getByRole("button", { name: "Send one invitation now" }).click();
  const row = page.getByRole("row").filter({ hasText: "Delegation 9" });
  await expect(row.getByText("Sent")).toBeVisible({ timeout: 30_000 });
  await expectAccessible(page);

  const invitation = mailsTo(address).at(-1);
  const { fingerprint } = await host.registry.consultations.publicPage.query({ slug });
  expect(invitation?.text.replace(/\s+/g, " ")).toContain(fingerprint?.join(" "));
  const participant = await device();
  await participant.goto(invitation?.links.find((link) => link.includes("/join#")) ?? "");
  await expect(participant.getByText("Invitation to the delegation of Delegation 9")).toBeVisible();

  await page.getByLabel("A word of your own (optional)").fill("We look forward to your answers.");
  const notices = page.getByRole("region", { name: "Reminders and notices" });
  await notices.getByRole("button", { name: "Preview" }).click();
  await expect(notices.getByText("whether it has answered or not")).toBeVisible();
  await expectAccessible(page);
  await notices.getByRole("button", { name: "Send to all" }).click();
  await notices.getByRole("button", { name: "Send it to the one seat now" }).click();
  await expect(page.getByRole("heading", { name: "Sent so far" })).toBeVisible();
  const sentSoFar = page.getByRole("region", { name: "Sent so far" });
  await expect(sentSoFar.getByText("1 sent")).toBeVisible({ timeout: 30_000 });
  expect(mailsTo(address).at(-1)?.text).toContain("We look forward to your answers.");
});

test("[E251] of two hosts in a hurry the second mails nobody twice: those not mailed yet are invited once, and a reminder is looked at first", async ({
  page,
  device,
}) => {
  const { host, consultationId } = await openConsultation();
  const address = `${consultationId.slice(0, 8)}@mission.example`;
  const { seats } = await host.registry.mail.desk.query({ consultationId });
  const ofNine = seats.find(({ name }) => name === "Delegation 9");
  await host.registry.mail.changeAddresses.mutate({
    ...{ consultationId, seatId: ofNine?.id ?? "", before: [], text: address },
  });
  const older = await device();
  for (const one of [page, older]) {
    await one.context().addCookies(host.cookies);
    await one.goto(`/consultations/${consultationId}/mail`);
  }
  const invite = async (one: typeof page) => {
    await one.getByRole("button", { name: "Invite the one seat by e-mail" }).click();
    await one.getByRole("button", { name: "Send one invitation now" }).click();
  };
  const remind = async (one: typeof page) => {
    await one.getByRole("button", { name: "Send to all" }).click();
    await one.getByRole("button", { name: "Send it to the one seat now" }).click();
  };
  await invite(page);
  await expect(page.getByRole("row").filter({ hasText: "Delegation 9" }).getByText("Sent")).toBeVisible({
    timeout: 30_000,
  });
  await remind(page);
  await expect(page.getByRole("region", { name: "Sent so far" }).getByText("1 sent")).toBeVisible({
    timeout: 30_000,
  });

  await remind(older);
  await expect(older.getByText("another notice has gone out since you opened this page")).toBeVisible();
  await expectAccessible(older);
  expect(mailsTo(address)).toHaveLength(2);
  await expect(older.getByRole("button", { name: "Invite the one seat by e-mail" })).toHaveCount(0);
  await older.getByRole("button", { name: "Mail the one seat a new invitation" }).click();
  await expect(
    older.getByRole("button", { name: "Send one invitation now, one of them once more" }),
  ).toBeFocused();
  await older.getByRole("button", { name: "Leave as is" }).click();
  expect(mailsTo(address)).toHaveLength(2);
});
