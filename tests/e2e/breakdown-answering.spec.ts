import { brokenDownQuestionnaire } from "@/tests/support/questionnaire";
import { expectAccessible } from "./support/accessible";
import { openConsultation } from "./support/consultation";
import { expect, test } from "./support/guarded";
import { answering, enrol, restore, submit } from "./support/participant";

test("[E105] a group is asked on the first page, named or not said with the keyboard, read over, sent and read back elsewhere", async ({
  page,
  device,
}) => {
  const { slug, links } = await openConsultation({ questionnaire: brokenDownQuestionnaire });
  const code = await enrol(page, links[0] ?? "");
  const sheet = answering(page);
  const group = page.getByRole("group", { name: "Which group is yours?" });
  const option = (name: string) => group.getByRole("radio", { name, exact: true });
  const given = page.getByRole("definition").filter({ hasText: "Islands" });
  await expect(group).toHaveAccessibleDescription(
    /^The hosts ask this in this round alone, to see whether views/,
  );
  await expect(group.getByRole("radio")).toHaveCount(4);
  await sheet.advice("Support").check();
  await option("North").focus();
  await page.keyboard.press("Space");
  for (let step = 0; step < 3; step += 1) await page.keyboard.press("ArrowDown");
  await expect(option("Prefer not to say")).toBeChecked();
  await sheet.saved();
  await expectAccessible(page);
  await page.reload();
  await expect(option("Prefer not to say")).toBeChecked();
  await page.getByRole("button", { name: "Clear the answer: Which group is yours?" }).press("Enter");
  await expect(group.getByText("Not answered")).toBeFocused();
  await sheet.next();
  await sheet.review();
  await expect(page.getByRole("heading", { name: "Your group" })).toBeVisible();
  await expectAccessible(page);
  await page.getByRole("button", { name: "Change your group" }).press("Enter");
  await expect(page.getByRole("heading", { name: "Which group is yours?" })).toBeFocused();
  await option("Islands").check();
  await sheet.next();
  await sheet.review();
  await expect(given).toBeVisible();
  await submit(page);

  const elsewhere = await device();
  await restore(elsewhere, slug, code);
  await elsewhere.getByRole("button", { name: "Change my answers" }).click();
  const there = elsewhere.getByRole("group", { name: "Which group is yours?" });
  await expect(there.getByRole("radio", { name: "Islands" })).toBeChecked();
  await there.getByRole("radio", { name: "Prefer not to say" }).check();
  await answering(elsewhere).next();
  await answering(elsewhere).review();
  await submit(elsewhere);
});
