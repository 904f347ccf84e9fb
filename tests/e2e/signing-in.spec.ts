import { expectAccessible } from "./support/accessible";
import { preparedConsultation } from "./support/consultation";
import { expect, test } from "./support/guarded";
import { inviteHost, signedInHost, signIn } from "./support/host";
import { linkMailedTo, mailsTo } from "./support/mail";

test("[E2] a mailed link works once, and whoever opens it late is led to a new one", async ({
  page,
  device,
}) => {
  const email = await inviteHost("Permanent Mission of Malaysia");
  await signIn(page, email);
  await page.getByRole("button", { name: "Sign out" }).click();
  await expect(page.getByRole("heading", { name: "Sign in" })).toBeVisible();
  await page.goto("/consultations");
  await expect(page).toHaveURL(/\/sign-in$/);
  const other = await device();
  await other.goto(await linkMailedTo(email));
  await other.getByRole("button", { name: "Sign in now" }).click();
  await expect(
    other.getByText("That link has been used or is too old. Ask for a new one here."),
  ).toBeVisible();
});

test("[E3] an address that nobody invited gets the same reply as one that was, and no mail", async ({
  page,
}) => {
  await page.goto("/sign-in");
  await page.getByLabel("E-mail address").fill("stranger@mission.example");
  await page.getByRole("button", { name: "Send the link" }).click();
  await expect(page.getByText("If this address has been invited, a link is on its way to it.")).toBeVisible();
  // A mail to somebody invited, asked for afterwards, has come: one to the stranger would have come before.
  await signedInHost();
  expect(mailsTo("stranger@mission.example")).toEqual([]);
});

test("[E4] whoever has no role in a consultation finds nothing at its address", async ({ page }) => {
  const { consultationId } = await preparedConsultation();
  const stranger = await signedInHost("Permanent Mission of Fiji");
  await page.goto(`/consultations/${consultationId}`);
  await expect(page).toHaveURL(/\/sign-in$/);
  await page.context().addCookies(stranger.cookies);
  for (const place of ["", "/seats", "/people", "/settings", "/report"]) {
    await page.goto(`/consultations/${consultationId}${place}`);
    await expect(page.getByRole("heading", { name: "Nothing at this address" })).toBeVisible();
  }
  await expectAccessible(page);
});
