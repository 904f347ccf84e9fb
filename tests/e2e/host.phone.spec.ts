import { expectAccessible } from "./support/accessible";
import { enrollingConsultation } from "./support/consultation";
import { confirm } from "./support/desk";
import { expect, test } from "./support/guarded";
import { simulateAnswers, simulateEnrolment } from "./support/simulation";

test("[E61] at 360 pixels a host reads every page, opens a round, closes it and publishes", async ({
  page,
}) => {
  const { host, consultationId, roundId, slug, links } = await enrollingConsultation();
  await page.context().addCookies(host.cookies);
  const base = `/consultations/${consultationId}`;
  const places = ["/consultations", "/consultations/new", base, `${base}/rounds/${roundId}/questionnaire`];
  for (const place of [
    ...places,
    `${base}/seats`,
    `${base}/people`,
    `${base}/log`,
    `${base}/settings`,
    `${base}/report`,
  ]) {
    await page.goto(place);
    await expectAccessible(page);
  }
  const truth = await simulateEnrolment(slug, links);
  await page.goto(base);
  await confirm(page, "Open round 1");
  await expect(page.getByRole("heading", { name: "Round 1 is open" })).toBeVisible();
  await expectAccessible(page);
  await page.goto(`${base}/rounds/${roundId}/questionnaire`);
  await expectAccessible(page);
  await simulateAnswers(slug, truth);
  await page.goto(base);
  await confirm(page, "Close round 1");
  await page.getByRole("link", { name: "Go to findings" }).tap();
  await expectAccessible(page);
  await confirm(page, "Sign and publish");
  await expect(page.getByRole("link", { name: "Open the public page" })).toBeVisible();
  await page.goto(`${base}/report`);
  await expectAccessible(page);
});
