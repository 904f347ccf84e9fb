import { expectAccessible } from "./support/accessible";
import { closeRound, openConsultation } from "./support/consultation";
import { confirm } from "./support/desk";
import { expect, test } from "./support/guarded";
import { publishFindings, publishReport } from "./support/signing";

test("[E181] at 360 pixels hosts sign, correct a report by a further edition, and withdraw one", async ({
  page,
}) => {
  const prepared = await openConsultation();
  const { host, consultationId, roundId, slug, title } = prepared;
  await closeRound(prepared);
  await publishFindings(host, consultationId, roundId);
  await publishReport(host, consultationId);
  const { rule } = await host.registry.consultations.publicPage.query({ slug });
  await host.registry.consultations.update.mutate({ consultationId, title, subject: "Put right", rule });
  await page.context().addCookies(host.cookies);

  await test.step("a corrigendum is written, signed and published with the next edition", async () => {
    await page.goto(`/consultations/${consultationId}/report`);
    await expectAccessible(page);
    await page.getByLabel("What was wrong in edition 1").fill("The subject was wrong.");
    await page.getByRole("button", { name: "Save the corrigendum" }).click();
    await expect(page.getByText("Saved. Signatures given before no longer count.")).toBeVisible();
    await confirm(page, "Sign and publish");
    await expect(page.getByRole("link", { name: "Edition 2, final" })).toBeVisible();
    await expectAccessible(page);
    await page.goto(`/reports/${slug}`);
    await expect(page.getByRole("heading", { name: "Corrigendum to edition 1" })).toBeVisible();
    await expect(page.getByText("The subject was wrong.")).toBeVisible();
    await expectAccessible(page);
    await page.goto(`/reports/${slug}/editions/1`);
    await page.getByRole("link", { name: "Edition 2 says what was wrong" }).tap();
    await expect(page.getByRole("heading", { name: "Corrigendum to edition 1" })).toBeVisible();
  });

  await test.step("an edition is withdrawn for a reason that is signed, and a notice stands in its place", async () => {
    await page.goto(`/consultations/${consultationId}/report`);
    const edition = page.getByRole("listitem").filter({ has: page.getByRole("link", { name: "Edition 2" }) });
    await edition.getByText("Withdraw this edition").tap();
    await edition.getByLabel("Why it is to be withdrawn").fill("It was sent too early.");
    await edition.getByRole("button", { name: "Save the reason" }).tap();
    await edition.getByRole("button", { name: "Sign and withdraw" }).waitFor();
    await expectAccessible(page);
    await confirm(page, "Sign and withdraw");
    await expect(edition.getByText(/^Withdrawn \d/)).toBeVisible();
    await page.goto(`/reports/${slug}/editions/2`);
    await expect(page.getByRole("heading", { name: "This edition was withdrawn" })).toBeVisible();
    await expect(page.getByText("It was sent too early.")).toBeVisible();
    await expect(page.getByRole("heading", { name: "Mandate and rule" })).toHaveCount(0);
    await expectAccessible(page);
    expect((await page.request.get(`/reports/${slug}/editions/2.md`)).status()).toBe(410);
    await page.goto(`/reports/${slug}`);
    await expect(page.getByText("Edition 2, published later, was withdrawn.")).toBeVisible();
    await expectAccessible(page);
  });
});
