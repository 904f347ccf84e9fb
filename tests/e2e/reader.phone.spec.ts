import type { Page } from "@playwright/test";
import { expectAccessible } from "./support/accessible";
import { closeRound, openConsultation } from "./support/consultation";
import { expect, test } from "./support/guarded";
import { publishFindings, publishReport } from "./support/signing";
import { simulateAnswers, simulateEnrolment } from "./support/simulation";

/** Answers in a round, closes it and publishes findings and report. Gives the address's part that names the consultation. */
async function publish(consultation: Awaited<ReturnType<typeof openConsultation>>): Promise<string> {
  const { host, consultationId, roundId, slug, links } = consultation;
  await simulateAnswers(slug, await simulateEnrolment(slug, links));
  await closeRound(consultation);
  await publishFindings(host, consultationId, roundId);
  await publishReport(host, consultationId);
  return slug;
}

/** What the first of these tests published, for the second to print. */
let published: Promise<string> | undefined;

/** A4 in CSS pixels, and what its margins leave. */
const PAPER = [794, 627];

/** The tables of a printed page: whether each fits its place, and where the name of its last column stands. */
function printedTables(page: Page) {
  return page.locator(".tablewrap").evaluateAll((places) =>
    places.map((place) => {
      const heads = [...place.querySelectorAll("thead th")];
      const stacked = heads.length > 7;
      const named = [...(stacked ? place.querySelectorAll('td[data-label]:not([data-label=""])') : heads)];
      const edges = [...named, ...place.querySelectorAll("td")].map(
        (cell) => cell.getBoundingClientRect().right,
      );
      return {
        columns: heads.length,
        clips: getComputedStyle(place).overflowX !== "visible",
        fits: place.scrollWidth <= place.clientWidth,
        edge: Math.max(...edges),
        labelled: !stacked || named.every((cell) => getComputedStyle(cell, "::before").content.length > 2),
      };
    }),
  );
}

test("[E62] at 360 pixels a reader finds the consultation, its findings and its report, and nothing before", async ({
  page,
}) => {
  const consultation = await openConsultation({ own: 12 });
  const { slug } = consultation;
  for (const place of ["/", `/c/${slug}`]) {
    await page.goto(place);
    await expectAccessible(page);
  }
  await page.goto(`/c/${slug}/rounds/1`);
  await expect(page.getByRole("heading", { name: "No findings here yet" })).toBeVisible();
  await expectAccessible(page);
  published = publish(consultation);
  await published;
  await page.goto(`/c/${slug}`);
  await page.getByRole("link", { name: "Findings of round 1" }).tap();
  await expect(page.getByRole("heading", { name: "Findings of the first round" })).toBeVisible();
  for (const table of await page.getByText("The same figures as a table").all()) await table.tap();
  await expectAccessible(page);
  await page.goto(`/reports/${slug}`);
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  await expectAccessible(page);
});

test("[E63] on paper no table is wider than its place, and every figure and its column's name stand within the page", async ({
  page,
}) => {
  const slug = await (published ?? openConsultation({ own: 12 }).then(publish));
  await page.emulateMedia({ media: "print" });
  for (const place of [`/c/${slug}/rounds/1`, `/reports/${slug}`])
    for (const width of PAPER) {
      await page.setViewportSize({ width, height: 1123 });
      await page.goto(place);
      const tables = await printedTables(page);
      expect(tables.some(({ columns }) => columns > 7)).toBe(true);
      for (const { clips, fits, edge, labelled } of tables) {
        expect({ clips, fits, labelled }).toEqual({ clips: false, fits: true, labelled: true });
        expect(edge).toBeLessThanOrEqual(width);
      }
    }
});
