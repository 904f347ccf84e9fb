import { expectAccessible } from "./support/accessible";
import { expect, test } from "./support/guarded";

test("[E94] at 360 pixels a reader goes from the first page to the method page, and reads every table without scrolling sideways", async ({
  page,
}) => {
  await page.goto("/");
  await page.getByRole("link", { name: "How findings are made" }).tap();
  await expect(page.getByRole("heading", { level: 1, name: "How findings are made" })).toBeVisible();
  await expect(page).toHaveTitle(/How findings are made/);
  await expectAccessible(page);
  const tables = await page
    .locator(".tablewrap")
    .evaluateAll((places) => places.map((place) => place.scrollWidth <= place.clientWidth));
  expect(tables).toHaveLength(13);
  expect(tables).not.toContain(false);
});
