import type { Page } from "@playwright/test";
import { expectAccessible } from "./support/accessible";
import { seatInOpenRound } from "./support/consultation";
import { expect, test } from "./support/guarded";
import { answering, answerSome, enrol, submit } from "./support/participant";

const notice = (page: Page) => page.getByRole("region", { name: /could tell whose text this is/ });

test("[E89] whoever names a delegation in a text is told so, and may leave it", async ({ page }) => {
  await enrol(page, (await seatInOpenRound()).link);
  await answerSome(page, "Malaysia does this well, and our delegation agrees.");
  await page.goBack();
  await expect(notice(page).getByText("“Malaysia” names a delegation.")).toBeVisible();
  await expect(notice(page).getByText("“our delegation” speaks of the author.")).toBeVisible();
  await expectAccessible(page);
  await answering(page).review();
  await submit(page);
});

test("[E135] the passages are marked in the author's own text, whatever hides them, in either direction", async ({
  page,
}) => {
  await enrol(page, (await seatInOpenRound()).link);
  const sheet = answering(page);
  await sheet.next();
  const hidden = "Ma\u200blaysia";
  await sheet.why.fill(`In Bamako, the Peruvian officers of the G77 and ${hidden} agreed.`);
  await expect(notice(page).locator("mark")).toHaveText(["Bamako", "Peruvian", "G77", hidden]);
  for (const why of ["names a capital", "names a State’s people", "names a group", "names a delegation"])
    await expect(notice(page).getByText(why)).toBeVisible();
  await sheet.why.fill("يرى وفد بلدي أن ماليزيا على حق.");
  await expect(notice(page).locator("mark")).toHaveText(["وفد بلدي", "ماليزيا"]);
  const quoted = notice(page).getByRole("blockquote");
  expect(await quoted.evaluate((element) => getComputedStyle(element).direction)).toBe("rtl");
  await expectAccessible(page);
  await sheet.why.fill("Advice helps.");
  await expect(notice(page)).toBeHidden();
});

test("[E136] the number of passages is announced politely, and the page says what no list catches", async ({
  page,
}) => {
  await enrol(page, (await seatInOpenRound()).link);
  const sheet = answering(page);
  await sheet.next();
  await sheet.why.fill("Malaysia and Peru agree.");
  const announced = page
    .locator("[aria-live=polite]")
    .filter({ hasText: "2 passages could tell whose text this is" });
  await expect(announced).toHaveText("2 passages could tell whose text this is");
  await expect(notice(page).getByText("No list catches a style of writing")).toBeVisible();
});

test("[E137] before answers are sent the passages are shown once more", async ({ page }) => {
  await enrol(page, (await seatInOpenRound()).link);
  await answerSome(page, "Malaysia does this well.");
  await expect(notice(page).locator("mark")).toHaveText(["Malaysia"]);
  await expectAccessible(page);
  await submit(page);
});

test("[E138] the check asks nothing of any server but its own script, and only once somebody writes", async ({
  page,
}) => {
  await enrol(page, (await seatInOpenRound()).link);
  const sheet = answering(page);
  await sheet.next();
  await expect(sheet.why).toBeVisible();
  const asked: string[] = [];
  page.on("request", (request) => asked.push(`${request.method()} ${new URL(request.url()).pathname}`));
  await sheet.why.fill("Malaysia does this well.");
  await expect(notice(page)).toBeVisible();
  await sheet.saved();
  expect(asked.length).toBeGreaterThan(0);
  expect(asked.filter((one) => !/^GET \/_next\/static\/.*\.js$/.test(one))).toEqual([]);
  const before = asked.length;
  await sheet.why.fill("Peru does this well.");
  await expect(notice(page).locator("mark")).toHaveText(["Peru"]);
  expect(asked.length).toBe(before);
});

test("[E139] at 360 pixels a text without spaces and what it gives away fit the page", async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 740 });
  await enrol(page, (await seatInOpenRound()).link);
  const sheet = answering(page);
  await sheet.next();
  await sheet.why.fill(`${"x".repeat(300)} Papua New Guinea, ${"y".repeat(300)} and Peru.`);
  await expect(notice(page).locator("mark")).toHaveText(["Papua New Guinea", "Peru"]);
  await expectAccessible(page);
});
