import type { Page } from "@playwright/test";
import { closeRound, openConsultation } from "./support/consultation";
import { expect, test } from "./support/guarded";
import { simulateAnswers, simulateEnrolment } from "./support/simulation";

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

test("[E63] on paper no table is wider than its place, and every figure and its column's name stand within the page", async ({
  page,
}) => {
  const consultation = await openConsultation({ own: 12 });
  const { host, consultationId, roundId, slug, links } = consultation;
  await simulateAnswers(slug, await simulateEnrolment(slug, links));
  await closeRound(consultation);
  await host.registry.publication.publish.mutate({ consultationId, roundId });
  await host.registry.publication.publishReport.mutate({ consultationId });
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
