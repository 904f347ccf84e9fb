import { seatInOpenRound } from "./support/consultation";
import { expect, test } from "./support/guarded";
import { answering, answerSome, enrol, keepCode, restore, submit, told } from "./support/participant";

test("[E25] another device shows what was sent, and edits it; the first is told and loads the newer one", async ({
  page,
  device,
}) => {
  const { link, slug } = await seatInOpenRound();
  const code = await enrol(page, link);
  await answerSome(page, "First version.");
  const first = await submit(page);
  const other = await device();
  await restore(other, slug, code);
  await expect(other.getByTestId("receipt")).toHaveText(first);
  await other.getByRole("button", { name: "Change my answers" }).click();
  await expect(answering(other).advice("Support")).toBeChecked();
  await answering(other).next();
  await answering(other).why.fill("Second version.");
  await answering(other).review();
  expect(await submit(other)).not.toBe(first);

  await page.getByRole("button", { name: "Change my answers" }).click();
  await answering(page).advice("Oppose").check();
  await answering(page).next();
  await answering(page).review();
  await answering(page).submit();
  await told(page, "A newer response from you is already in the box.");
  await page.getByRole("button", { name: "Load the newer response" }).click();
  await answering(page).next();
  await expect(answering(page).why).toHaveValue("Second version.");
  await answering(page).review();
  await submit(page);
});

test("[E26] it finishes elsewhere an enrolment whose tab was closed before any signature came", async ({
  page,
  device,
}) => {
  const { link, slug } = await seatInOpenRound();
  const code = await keepCode(page, link);
  await page.route("**/api/trpc/enrolment.issue", () => undefined);
  const asked = page.waitForRequest("**/api/trpc/enrolment.issue");
  await page.getByRole("button", { name: "Enrol", exact: true }).click();
  await asked;
  await page.close();
  const other = await device();
  await restore(other, slug, code);
  await answerSome(other, "Begun elsewhere.");
  await submit(other);
});

test("[E27] a code that was mistyped is explained, and nothing typed goes", async ({ page }) => {
  const { slug } = await seatInOpenRound();
  await page.goto(`/c/${slug}/restore`);
  const typed = page.getByLabel("Recovery code");
  const tries = [
    ["ABCD-EFGH", "A recovery code has 28 characters; this has 8."],
    ["UUUU-UUUU-UUUU-UUUU-UUUU-UUUU-UUUU", "A recovery code has no “U”."],
    ["0000-0000-0000-0000-0000-0000-0001", "One of the characters is wrong, or two have changed places."],
    ["0000-0000-0000-0000-0000-0000-0000", "Nothing is kept under this code here."],
  ] as const;
  for (const [code, sentence] of tries) {
    await typed.fill(code);
    await page.getByRole("button", { name: "Continue" }).click();
    await expect(page.getByText(sentence)).toBeVisible();
    await expect(typed).toHaveValue(code);
  }
});
