import { expectAccessible } from "./support/accessible";
import { closeRound, openConsultation } from "./support/consultation";
import { expect, test } from "./support/guarded";
import { answerSome, enrol, submit } from "./support/participant";

test("[E117] at 360 pixels a participant looks for the own answers, before the close and after it", async ({
  page,
}) => {
  const consultation = await openConsultation();
  await enrol(page, consultation.links[0] ?? "");
  await answerSome(page, "Counted on a telephone.");
  await submit(page);
  const downloading = page.waitForEvent("download");
  await page.getByRole("button", { name: "Save my answers as a file" }).tap();
  expect((await downloading).suggestedFilename()).toBe("answers-round-1.json");
  await page.getByRole("link", { name: "Where that is done" }).tap();
  await expect(page.getByRole("heading", { name: "Receipts of round 1" })).toBeVisible();
  await expectAccessible(page);
  await closeRound(consultation);
  await page.reload();
  await page.getByRole("button", { name: "Check the receipts" }).tap();
  await expect(page.getByText("All 2 of your answers are among those counted.")).toBeVisible();
  await expectAccessible(page);
});
