import { expectAccessible } from "./support/accessible";
import { preparedConsultation } from "./support/consultation";
import { expect, test } from "./support/guarded";

test("[E9] what is missing when setting up is said where it is missing, and what was filled in stays", async ({
  page,
}) => {
  const { host } = await preparedConsultation();
  await page.context().addCookies(host.cookies);
  await page.goto("/consultations/new");
  await page.getByLabel("Title").fill("Kept");
  await page.getByRole("button", { name: "Set up", exact: true }).click();
  const mission = page.getByLabel("Mission, as it signs");
  await expect(mission).toBeFocused();
  await expect(mission).toHaveAccessibleDescription("Name the co-hosting mission.");
  await expect(page.getByText("8 things to put right before the consultation can be set up.")).toBeVisible();
  await expect(page.getByLabel("Title")).toHaveValue("Kept");
  await expectAccessible(page);
});
