import { expectAccessible } from "./support/accessible";
import { expect, test } from "./support/guarded";

test("[E156] at 360 pixels anybody reads of each who might ask what they can and cannot find out", async ({
  page,
}) => {
  await page.goto("/who-can-learn-what");
  await expect(page).toHaveTitle(/Who can learn what/);
  await expectAccessible(page);
  const asked = await page.getByRole("region").all();
  expect(asked.length).toBeGreaterThanOrEqual(10);
  for (const who of asked) {
    await expect(who.getByRole("term")).toHaveText(["Cannot find out", "Can find out"]);
    for (const said of await who.getByRole("definition").all()) await expect(said).toHaveText(/\w{3}/);
  }
  const wide = await page.evaluate(() => document.documentElement.scrollWidth > window.innerWidth);
  expect(wide).toBe(false);
});
