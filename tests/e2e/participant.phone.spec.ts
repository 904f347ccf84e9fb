import { expectAccessible } from "./support/accessible";
import { closeRound, openConsultation } from "./support/consultation";
import { expect, test } from "./support/guarded";
import { answering, keepCode, restore, submit } from "./support/participant";

test("[E60] at 360 pixels a participant reads, enrols, answers every kind of item, submits, edits and goes", async ({
  page,
  device,
}) => {
  const consultation = await openConsultation({ own: 2 });
  const { slug, links } = consultation;
  const sheet = answering(page);
  expect(page.viewportSize()?.width).toBe(360);
  await page.goto(links[0] ?? "");
  await expect(page.getByText("Invitation to the delegation of")).toBeVisible();
  await page.getByText("What this cannot protect you from").click();
  await expectAccessible(page);
  await page.getByRole("link", { name: "Read and print the whole questionnaire first" }).click();
  await expect(page.getByRole("heading", { name: "Questionnaire of round 1" })).toBeVisible();
  await expectAccessible(page);

  const code = await keepCode(page, links[0] ?? "");
  await expectAccessible(page);
  await page.getByRole("button", { name: "Enrol", exact: true }).tap();
  await sheet.advice("Support").check();
  await sheet.model("two").check();
  await expectAccessible(page);
  await sheet.next();
  await page.getByRole("checkbox", { name: "a briefing" }).check();
  for (const rank of ["Rank as number 1: second", "Rank as number 2: first"])
    await page.getByRole("button", { name: rank }).tap();
  await page.getByRole("button", { name: "Move up: first" }).tap();
  await sheet.why.fill("Written on a telephone.");
  await page.getByRole("radio", { name: /^For rapporteur and hosts to read/ }).check();
  await sheet.saved();
  await expectAccessible(page);
  await sheet.review();
  await expect(page.getByText("1. first; 2. second")).toBeVisible();
  await expectAccessible(page);
  await submit(page);
  await expectAccessible(page);
  await page.getByRole("button", { name: "Change my answers" }).tap();
  await sheet.advice("Oppose").check();
  await sheet.next();
  await sheet.review();
  await submit(page);
  await page.getByRole("button", { name: "Remove everything from this device" }).tap();
  await expectAccessible(page);
  await page.getByRole("button", { name: "Remove it now" }).tap();
  await expect(page.getByRole("heading", { name: consultation.title })).toBeVisible();
  await page.goto(`/c/${slug}/answer`);
  await expect(page.getByRole("heading", { name: "Nothing is kept on this device" })).toBeVisible();
  await expectAccessible(page);
  await page.goto(`/c/${slug}/restore`);
  await expectAccessible(page);
  await restore(page, slug, code);
  await expect(page.getByRole("heading", { name: "Your answers are in" })).toBeVisible();

  const other = await device();
  await other.goto(links[0] ?? "");
  await expect(other.getByText("This invitation has been used on another device.")).toBeVisible();
  await expectAccessible(other);
  await closeRound(consultation);
  await page.reload();
  await expect(page.getByRole("heading", { name: "Round 1 has closed" })).toBeVisible();
  await expectAccessible(page);
});
