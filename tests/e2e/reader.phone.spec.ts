import { expectAccessible } from "./support/accessible";
import { closeRound, openConsultation } from "./support/consultation";
import { expect, test } from "./support/guarded";
import { simulateAnswers, simulateEnrolment } from "./support/simulation";

test("[E62] at 360 pixels a reader finds the consultation, its findings and its report, and nothing before", async ({
  page,
}) => {
  const consultation = await openConsultation({ own: 12 });
  const { host, consultationId, roundId, slug, links } = consultation;
  for (const place of ["/", `/c/${slug}`]) {
    await page.goto(place);
    await expectAccessible(page);
  }
  await page.goto(`/c/${slug}/rounds/1`);
  await expect(page.getByRole("heading", { name: "No findings here yet" })).toBeVisible();
  await expectAccessible(page);
  await simulateAnswers(slug, await simulateEnrolment(slug, links));
  await closeRound(consultation);
  await host.registry.publication.publish.mutate({ consultationId, roundId });
  await host.registry.publication.publishReport.mutate({ consultationId });
  await page.goto(`/c/${slug}`);
  await page.getByRole("link", { name: "Findings of round 1" }).tap();
  await expect(page.getByRole("heading", { name: "Findings of the first round" })).toBeVisible();
  for (const table of await page.getByText("The same figures as a table").all()) await table.tap();
  await expectAccessible(page);
  await page.goto(`/reports/${slug}`);
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  await expectAccessible(page);
});
