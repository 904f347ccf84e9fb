import { expectAccessible } from "./support/accessible";
import { closeRound, enrollingConsultation, openConsultation, seatInOpenRound } from "./support/consultation";
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

test("[E120] the code alone continues on another device: once enrolled, once answered, once the round has closed", async ({
  page,
  device,
}) => {
  const before = await enrollingConsultation();
  const early = await enrol(page, before.links[0] ?? "");
  const waiting = await device();
  await restore(waiting, before.slug, early);
  await expect(waiting.getByText("You are enrolled.")).toBeVisible();

  const consultation = await openConsultation();
  const { slug, links } = consultation;
  const code = await enrol(page, links[0] ?? "");
  const unanswered = await device();
  await restore(unanswered, slug, code);
  await answerSome(unanswered, "Answered on the second device.");
  const receipt = await submit(unanswered);
  const answered = await device();
  await restore(answered, slug, code);
  await expect(answered.getByTestId("receipt")).toHaveText(receipt);

  await closeRound(consultation);
  const late = await device();
  await restore(late, slug, code);
  await expect(late.getByRole("heading", { name: "No round is open" })).toBeVisible();
  await expect(late.getByText("You are enrolled.")).toBeVisible();
  await expectAccessible(late);
  await answered.reload();
  await expect(answered.getByRole("heading", { name: "Round 1 has closed" })).toBeVisible();
  await expect(answered.getByText("Your answers were received before the close.")).toBeVisible();
  await expectAccessible(answered);
});

test("[E27] a code that was mistyped is explained, and nothing typed goes", async ({ page }) => {
  const { slug } = await seatInOpenRound();
  await page.goto(`/c/${slug}/restore`);
  const typed = page.getByLabel("Recovery code");
  const tries = [
    ["ABCD-EFGH", "A recovery code has 28 characters; this has 8."],
    ["UUUU-UUUU-UUUU-UUUU-UUUU-UUUU-UUUU", "A recovery code has no “U”."],
    ["0000-0000-0000-0000-0000-0000-0001", "Compare these of the seven groups with what you kept: 5, 7."],
    ["1200-0000-0000-0000-0000-0000-0000", "More than one character is wrong"],
    ["0000-0000-0000-0000-0000-0000-0000", "Nothing is kept under this code here."],
  ] as const;
  for (const [code, sentence] of tries) {
    await typed.fill(code);
    await page.getByRole("button", { name: "Continue" }).click();
    await expect(page.getByText(sentence)).toBeVisible();
    await expect(typed).toHaveValue(code);
  }
});

test("[E70] a second code on one device asks before the first goes, and shows nothing of it", async ({
  page,
  device,
}) => {
  const [one, another] = [await seatInOpenRound(), await seatInOpenRound()];
  const other = await device();
  const code = await enrol(other, another.link);
  await enrol(page, one.link);
  await answerSome(page, "The first participant’s.");
  const receipt = await submit(page);

  await page.goto(`/c/${one.slug}/restore`);
  await page.getByLabel("Recovery code").fill(code);
  await page.getByRole("button", { name: "Continue", exact: true }).click();
  await told(page, "This device holds another participant’s enrolment");
  await expectAccessible(page);
  await page.getByRole("button", { name: "Cancel" }).click();
  await page.goto(`/c/${one.slug}/answer`);
  await expect(page.getByTestId("receipt")).toHaveText(receipt);

  await page.goto(`/c/${one.slug}/restore`);
  await page.getByLabel("Recovery code").fill(code);
  await page.getByRole("button", { name: "Continue", exact: true }).click();
  await page.getByRole("button", { name: "Remove it and continue" }).click();
  await page.waitForURL("**/answer");
  await expect(answering(page).advice("Support")).not.toBeChecked();
  await answerSome(page, "The second participant’s.");
  expect(await submit(page)).not.toBe(receipt);
});

test("[E75] a device whose clock is wrong answers in the round that is open", async ({ page }) => {
  const { link } = await seatInOpenRound();
  await page.clock.setFixedTime(new Date(Date.now() + 30 * 24 * 3_600_000));
  await enrol(page, link);
  await answerSome(page, "A month ahead.");
  await submit(page);
});

test("[E76] a device whose response was replaced elsewhere shows the newer receipt when it comes back", async ({
  page,
  device,
}) => {
  const { link, slug } = await seatInOpenRound();
  const code = await enrol(page, link);
  await answerSome(page, "First version.");
  await submit(page);
  const other = await device();
  await restore(other, slug, code);
  await other.getByRole("button", { name: "Change my answers" }).click();
  await answering(other).next();
  await answering(other).why.fill("Second version.");
  await answering(other).review();
  const second = await submit(other);

  await page.reload();
  await expect(page.getByTestId("receipt")).toHaveText(second);
  await page.getByRole("button", { name: "Change my answers" }).click();
  await answering(page).next();
  await expect(answering(page).why).toHaveValue("Second version.");

  await page.route("**/api/ballot/**", (route) => route.abort("connectionreset"));
  await page.goto(`/c/${slug}/answer`);
  await expect(page.getByTestId("receipt")).toHaveText(second);
});

test("[E90] answers that were written here and never sent are told not to continue what another device has sent", async ({
  page,
  device,
}) => {
  const { link, slug } = await seatInOpenRound();
  const code = await enrol(page, link);
  await answerSome(page, "Never sent.");
  const other = await device();
  await restore(other, slug, code);
  await answerSome(other, "Sent elsewhere.");
  await submit(other);

  await page.reload();
  await told(
    page,
    "Another device has sent a newer response. Load it, or submit these answers in its place.",
  );
  // Ahead of the answers, and in the place of what asks to send them.
  const newer = await page.getByRole("button", { name: "Load the newer response" }).boundingBox();
  const written = await page.getByText("Never sent.").boundingBox();
  expect(newer?.y).toBeLessThan(written?.y ?? 0);
  await expect(page.getByText("Changes on this device are not sent.")).toBeHidden();
  await page.getByRole("button", { name: "Load the newer response" }).click();
  await answering(page).next();
  await expect(answering(page).why).toHaveValue("Sent elsewhere.");
});
