import { expectAccessible } from "./support/accessible";
import { closeRound, coHostOf, openConsultation } from "./support/consultation";
import { confirm } from "./support/desk";
import { expect, test } from "./support/guarded";

test("[E180] two missions sign findings and report, see a change withdraw what was signed, and publish; a reader finds and cites it", async ({
  page,
  device,
}) => {
  const prepared = await openConsultation();
  const { host, consultationId, roundId, slug, title } = prepared;
  const coHost = await coHostOf(host, consultationId, "Permanent Mission of the Netherlands");
  await closeRound(prepared);
  const [other, reader] = [await device(), await device()];
  await page.context().addCookies(host.cookies);
  await other.context().addCookies(coHost.cookies);
  const base = `/consultations/${consultationId}`;

  await test.step("each signs the findings on a page of its own", async () => {
    await page.goto(`${base}/rounds/${roundId}/findings`);
    const signatures = page.getByRole("region", { name: "Signatures" });
    await expect(signatures.getByText("Awaiting sign-off of 2 of 2")).toBeVisible();
    await expect(signatures.getByText("Both co-hosting missions sign version")).toBeVisible();
    await expect(signatures.getByRole("button", { name: "Publish" })).toHaveCount(0);
    await expectAccessible(page);
    await confirm(page, "Sign for Permanent Mission of Malaysia");
    await expect(signatures.getByText("Awaiting sign-off of 1 of 2")).toBeVisible();
    await expect(page.getByRole("heading", { name: "Signatures" })).toBeFocused();
    await reader.goto(`/c/${slug}`);
    await expect(reader.getByText("Findings: awaiting sign-off of 1 of 2")).toBeVisible();
    await expectAccessible(reader);
    await confirm(page, "Take back the signature");
    await expect(signatures.getByText("Awaiting sign-off of 2 of 2")).toBeVisible();
    await confirm(page, "Sign for Permanent Mission of Malaysia");
    await expect(signatures.getByText("Awaiting sign-off of 1 of 2")).toBeVisible();
    await other.goto(`${base}/rounds/${roundId}/findings`);
    await confirm(other, "Sign and publish");
    await expect(other.getByRole("link", { name: "Open the public page" })).toBeVisible();
  });

  await test.step("a change withdraws what was signed, and what was seen before is not signed", async () => {
    await page.goto(`${base}/report`);
    await confirm(page, "Sign for Permanent Mission of Malaysia");
    await expect(page.getByText("Awaiting sign-off of 1 of 2")).toBeVisible();
    await other.goto(`${base}/report`);
    await expect(other.getByText("Awaiting sign-off of 1 of 2")).toBeVisible();
    const { registry } = host;
    const { rule } = await registry.consultations.publicPage.query({ slug });
    await registry.consultations.update.mutate({ consultationId, title, subject: "As it should read", rule });
    await confirm(other, "Sign for Permanent Mission of the Netherlands");
    await expect(other.getByText("It has changed since you opened this page")).toBeVisible();
    await page.reload();
    await expect(page.getByText("Awaiting sign-off of 2 of 2")).toBeVisible();
    await expect(page.getByText("Withdrawn by a change")).toBeVisible();
    await expectAccessible(page);
    await confirm(page, "Sign for Permanent Mission of Malaysia");
    await expect(page.getByText("Awaiting sign-off of 1 of 2")).toBeVisible();
    await other.reload();
    await confirm(other, "Sign for Permanent Mission of the Netherlands");
    await expect(other.getByText("Signed by every co-hosting mission")).toBeVisible();
    await confirm(other, "Publish the report");
    await expect(other.getByRole("link", { name: "Open the public report" })).toBeVisible();
    await expectAccessible(other);
  });

  await test.step("a reader finds it in the index, cites it and reads which version was signed", async () => {
    await reader.goto("/");
    await reader.getByRole("link", { name: "Published reports" }).click();
    await reader.getByRole("heading", { name: "Published reports" }).waitFor();
    await expectAccessible(reader);
    await reader.getByRole("link", { name: title }).click();
    await expect(reader.getByRole("heading", { level: 1, name: title })).toBeVisible();
    await expect(reader.getByText("Edition 1, final, published")).toBeVisible();
    const about = reader.getByRole("complementary", { name: "About this edition" });
    const citation =
      "Permanent Mission of Malaysia; Permanent Mission of the Netherlands: Review of practice";
    await expect(about.getByText(citation)).toContainText(`/reports/${slug}/editions/1`);
    await about.getByRole("button", { name: "Copy the citation" }).click();
    await expect(about.getByRole("status")).not.toBeEmpty();
    await expect(about.getByText("Permanent Mission of the Netherlands, on")).toBeVisible();
    await expect(about.locator("code")).toHaveText(/^([0-9a-f]{4} ){15}[0-9a-f]{4}$/);
    const [head = ""] = (await (await reader.request.get(`/reports/${slug}`)).text()).split("</head>");
    expect(head).toContain(`<meta name="DC.title" content="${title}"/>`);
    expect(head.match(/name="DC.creator"/g)).toHaveLength(2);
    await expectAccessible(reader);
    await reader.goto(`/reports/${slug}/editions/1`);
    await expect(reader.getByRole("heading", { level: 1, name: title })).toBeVisible();
    expect((await reader.request.get(`/reports/${slug}/editions/2`)).status()).toBe(404);
  });
});
