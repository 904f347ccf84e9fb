import { expectAccessible } from "./support/accessible";
import { preparedConsultation } from "./support/consultation";
import { expect, test } from "./support/guarded";
import { setUpPath } from "./support/set-up-path";

test("[E9] what is missing when setting up is said where it is missing, and what was filled in stays", async ({
  page,
}) => {
  const { host } = await preparedConsultation();
  await page.context().addCookies(host.cookies);
  await page.goto("/consultations/new");
  const { goOn, fill, press } = setUpPath(page);
  await goOn(2, "Title, subject and rule");
  await fill("Title", "Kept");
  await fill("Rule in force", "");
  await press("Continue");
  await expect(page.getByText("One thing to put right. What you filled in is kept.")).toBeVisible();
  await page.getByRole("link", { name: "Say which rule is in force." }).press("Enter");
  const rule = page.getByLabel("Rule in force");
  await expect(rule).toBeFocused();
  await expect(rule).toHaveAccessibleDescription(/^Say which rule is in force\. For example: Chatham/);
  await expectAccessible(page);
  await rule.fill("Chatham House Rule");
  await goOn(3, "Co-hosts");
  await press("Add a co-host");
  await press("Continue");
  await expect(page.getByText("2 things to put right.")).toBeVisible();
  await expectAccessible(page);
  // Seen from the review as well, which leads to the step of the field.
  await page.goto("/consultations/new?step=5");
  await press("Set up");
  await page.getByRole("link", { name: "Co-host 1: Name the co-hosting mission." }).press("Enter");
  const mission = page.getByLabel("Mission, as it signs");
  await expect(mission).toBeFocused();
  await expect(mission).toHaveAccessibleDescription(/^Name the co-hosting mission\. For example: Permanent/);
  await press("Back to step 2: Title, subject and rule");
  await expect(page.getByLabel("Title")).toHaveValue("Kept");
});
