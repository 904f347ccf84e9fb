import { expectAccessible } from "./support/accessible";
import { closeRound, openConsultation } from "./support/consultation";
import { confirm } from "./support/desk";
import { expect, test } from "./support/guarded";
import { enrol, told } from "./support/participant";

test("[E126] once all rounds have closed a host ends the consultation, and codes and links lead to a sentence", async ({
  page,
  device,
}) => {
  const consultation = await openConsultation({ own: 2 });
  const { host, consultationId, slug, links } = consultation;
  const enrolled = await device();
  const code = await enrol(enrolled, links[0] ?? "");
  await page.context().addCookies(host.cookies);
  await page.goto(`/consultations/${consultationId}`);
  await expect(page.getByRole("button", { name: "End the consultation" })).toBeHidden();
  await closeRound(consultation);
  await page.reload();
  await page.getByRole("button", { name: "End the consultation" }).click();
  await expect(page.getByText("everything kept under recovery codes are deleted for good")).toBeVisible();
  await expectAccessible(page);
  await page.getByRole("button", { name: "Cancel" }).click();
  await confirm(page, "End the consultation");
  await expect(page.getByText("This consultation has ended")).toBeVisible();
  await expectAccessible(page);

  await enrolled.reload();
  await expect(enrolled.getByRole("heading", { name: "This consultation has ended" })).toBeVisible();
  await enrolled.getByRole("button", { name: "Remove everything from this device" }).click();
  await expect(enrolled.getByText("which exist nowhere else")).toBeVisible();
  await expectAccessible(enrolled);
  const participant = await device();
  await participant.goto(`/c/${slug}/restore`);
  await participant.getByLabel("Recovery code").fill(code);
  await participant.getByRole("button", { name: "Continue" }).click();
  await expect(participant.getByText("Nothing is kept under this code here.")).toBeVisible();
  await participant.goto(links[1] ?? "");
  await told(participant, "This consultation has ended.");
});
