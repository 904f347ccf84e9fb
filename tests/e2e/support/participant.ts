import { expect, type Page } from "@playwright/test";

type Enrolment = { readonly shared?: boolean };

/** Follows an invitation to the page with the recovery code, keeps the code, and gives it. */
export async function keepCode(page: Page, link: string, { shared = false }: Enrolment = {}) {
  await page.goto(link);
  await page.getByRole("button", { name: "Enrol this seat" }).click();
  await expect(page.getByRole("heading", { name: "Keep your recovery code" })).toBeFocused();
  const code = (await page.getByLabel("Recovery code", { exact: true }).textContent()) ?? "";
  await page.getByRole("checkbox", { name: "I have kept the code" }).check();
  if (shared) await page.getByRole("checkbox", { name: "This is a shared computer" }).check();
  return code;
}

/** Enrols by an invitation link and gives the recovery code. Ends on the page that answers. */
export async function enrol(page: Page, link: string, how: Enrolment = {}): Promise<string> {
  const code = await keepCode(page, link, how);
  await page.getByRole("button", { name: "Enrol", exact: true }).click();
  await page.waitForURL("**/answer");
  return code;
}

/** Restores with the recovery code alone. Ends on the page that answers. */
export async function restore(
  page: Page,
  slug: string,
  code: string,
  { shared = false }: Enrolment = {},
): Promise<void> {
  await page.goto(`/c/${slug}/restore`);
  await page.getByLabel("Recovery code").fill(code);
  if (shared) await page.getByRole("checkbox", { name: "This is a shared computer" }).check();
  await page.getByRole("button", { name: "Continue" }).click();
  await page.waitForURL("**/answer");
}

/** The controls of the small questionnaire, by what a participant reads. */
export const answering = (page: Page) => ({
  advice: (category: string) =>
    page.getByRole("group", { name: "giving advice" }).getByRole("radio", { name: category, exact: true }),
  model: (option: string) =>
    page.getByRole("group", { name: "Which model?" }).getByRole("radio", { name: option, exact: true }),
  why: page.getByRole("textbox", { name: "Why?" }),
  next: () => page.getByRole("button", { name: "Question 2", exact: true }).click(),
  review: () => page.getByRole("button", { name: "Review" }).click(),
  submit: () => page.getByRole("button", { name: "Submit" }).click(),
  saved: () => expect(page.getByRole("status").filter({ hasText: "Saved on this device" })).toBeVisible(),
});

/** Waits for a sentence that interrupts. */
export const told = (page: Page, sentence: string) =>
  expect(page.getByRole("alert").filter({ hasText: sentence })).toBeVisible();

/** Answers one item and the open one, and ends on the review. */
export async function answerSome(page: Page, why: string): Promise<void> {
  const sheet = answering(page);
  await sheet.advice("Support").check();
  await sheet.next();
  await sheet.why.fill(why);
  await sheet.saved();
  await sheet.review();
}

/** Submits from the review, and gives the receipt. */
export async function submit(page: Page): Promise<string> {
  await answering(page).submit();
  await expect(page.getByRole("heading", { name: "Your answers are in" })).toBeFocused();
  return (await page.getByTestId("receipt").textContent()) ?? "";
}
