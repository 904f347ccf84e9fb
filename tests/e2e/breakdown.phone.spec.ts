import { brokenDownQuestionnaire } from "@/tests/support/questionnaire";
import { expectAccessible } from "./support/accessible";
import { openConsultation } from "./support/consultation";
import { expect, test } from "./support/guarded";
import { answering, enrol, submit } from "./support/participant";

test("[E106] at 360 pixels a participant reads which group is asked, and what for, leaves it out, and sends the rest", async ({
  page,
}) => {
  const { slug, links } = await openConsultation({ questionnaire: brokenDownQuestionnaire });
  await page.goto(`/c/${slug}/rounds/1/questionnaire`);
  await expect(page.getByRole("heading", { name: "Which group is yours?" })).toBeVisible();
  await expectAccessible(page);
  await enrol(page, links[0] ?? "");
  const sheet = answering(page);
  await sheet.advice("Support").check();
  const prompt = page.getByRole("heading", { name: "Which group is yours?" });
  await prompt.scrollIntoViewIfNeeded();
  await expect(
    page.getByText("A group of which fewer than ten take a position is never shown."),
  ).toBeVisible();
  for (const label of await page.getByRole("group", { name: "Which group is yours?" }).locator("label").all())
    expect((await label.boundingBox())?.height).toBeGreaterThanOrEqual(44);
  await expectAccessible(page);
  await sheet.next();
  await sheet.review();
  await expectAccessible(page);
  await submit(page);
});
