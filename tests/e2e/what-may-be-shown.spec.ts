import { expectAccessible } from "./support/accessible";
import { seatInOpenRound } from "./support/consultation";
import { expect, test } from "./support/guarded";
import { answering, keepCode } from "./support/participant";

const RULES = [
  "Fewer than ten",
  "One or two",
  "All or nearly all",
  "No subtraction",
  "Groups",
  "Open answers",
];

test("[E100] the rules of what may be shown stand on the invitation, and open beside every answering page", async ({
  page,
}) => {
  const { link } = await seatInOpenRound();
  await page.goto(link);
  await expect(page.getByRole("heading", { name: "What may be shown of your answers" })).toBeVisible();
  for (const rule of RULES) await expect(page.getByRole("term").filter({ hasText: rule })).toBeVisible();
  await expectAccessible(page);
  await keepCode(page, link);
  await page.getByRole("button", { name: "Enrol", exact: true }).click();
  const sheet = answering(page);
  await sheet.advice("Support").check();
  const way = page.getByRole("link", { name: /^What may be shown of your answers/ });
  const opening = page.waitForEvent("popup");
  await way.click();
  const rules = await opening;
  for (const name of RULES)
    await expect(rules.getByRole("heading", { level: 2, name, exact: true })).toBeVisible();
  await rules.close();
  await expect(sheet.advice("Support")).toBeChecked();
  await sheet.next();
  await expect(way).toBeVisible();
  await sheet.review();
  await expect(way).toBeVisible();
});
