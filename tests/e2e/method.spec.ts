import { expectAccessible } from "./support/accessible";
import { expect, test } from "./support/guarded";

/** A4 in CSS pixels, less its margins. */
const PAPER = 627;

test("[E95] the method page leads to each of its parts, works its examples out without any consultation, and prints", async ({
  page,
}) => {
  await page.goto("/method");
  await expectAccessible(page);
  const links = page.getByRole("navigation", { name: "Contents" }).getByRole("link");
  await expect(links).toHaveCount(8);
  for (const link of await links.all()) {
    const name = (await link.textContent()) ?? "";
    await link.click();
    await expect(page.getByRole("heading", { level: 2, name })).toBeInViewport();
  }
  const widely = page.getByRole("row", { name: /^participants widely agreed/ }).first();
  await expect(widely).toContainText("33 in support, 3 neither, 4 opposed, of 40");
  await expect(widely).toContainText("On “…”, participants widely agreed; this view was not shared by all.");

  await page.emulateMedia({ media: "print" });
  await page.setViewportSize({ width: PAPER, height: 1123 });
  const fits = await page
    .locator(".tablewrap")
    .evaluateAll((places) => places.map((place) => place.scrollWidth <= place.clientWidth));
  expect(fits).not.toContain(false);
});
