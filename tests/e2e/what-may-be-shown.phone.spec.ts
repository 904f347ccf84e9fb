import { expectAccessible } from "./support/accessible";
import { expect, test } from "./support/guarded";

test("[E101] at 360 pixels anybody reads the rules of what may be shown with small numbers worked out, and goes on to the method", async ({
  page,
}) => {
  await page.goto("/what-may-be-shown");
  await expect(page).toHaveTitle(/What may be shown of the answers/);
  await expectAccessible(page);
  const shownOf = (answers: string) =>
    page
      .getByRole("row")
      .filter({ has: page.getByRole("rowheader", { name: answers }) })
      .getByRole("cell");
  await expect(shownOf("14 in support, 6 neither, 0 opposed")).toHaveText(["14", "6", "0"]);
  await expect(shownOf("16 in support, 3 neither, 1 opposed")).toHaveText([
    "15 or 16 (not shown)",
    "3",
    "one or two",
  ]);
  await expect(shownOf("10 in support, 1 neither, 9 opposed")).toHaveText([
    "10",
    "one or two",
    "8 or 9 (not shown)",
  ]);
  await expect(shownOf("18 in support, 1 neither, 1 opposed")).toHaveText([
    "all or nearly all",
    "0 to 2 (not shown)",
    "0 to 2 (not shown)",
  ]);
  const table = await page.locator(".tablewrap").evaluate((place) => place.scrollWidth <= place.clientWidth);
  expect(table).toBe(true);
  await page.getByRole("link", { name: "How findings are made of what may be shown" }).tap();
  await expect(page.getByRole("heading", { level: 1, name: "How findings are made" })).toBeVisible();
});
