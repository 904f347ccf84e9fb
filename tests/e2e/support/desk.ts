import type { Page } from "@playwright/test";
import { expectAccessible } from "./accessible";
import { linkMailedTo } from "./mail";

/** Does an act that is asked for, then confirmed in the same place. */
export async function confirm(page: Page, name: string): Promise<void> {
  await page.getByRole("button", { name, exact: true }).click();
  await page.getByRole("button", { name: `Confirm: ${name}` }).click();
}

/** Signs in through the mailed link, and looks at every page on the way. */
export async function signInWatched(page: Page, email: string): Promise<void> {
  await page.goto("/sign-in");
  await expectAccessible(page);
  await page.getByLabel("E-mail address").fill(email);
  await page.getByRole("button", { name: "Send the link" }).click();
  await page.getByRole("heading", { name: "Look in your mail" }).waitFor();
  await expectAccessible(page);
  await page.goto(await linkMailedTo(email));
  await expectAccessible(page);
  await page.getByRole("button", { name: "Sign in now" }).click();
  await page.getByRole("heading", { name: "Consultations" }).waitFor();
  await expectAccessible(page);
}
