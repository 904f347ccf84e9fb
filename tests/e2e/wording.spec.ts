import type { Page } from "@playwright/test";
import type { Answers } from "@/domain/questionnaire/questionnaire";
import { smallQuestionnaire } from "@/tests/support/questionnaire";
import { expectAccessible } from "./support/accessible";
import { sendChosen } from "./support/chosen-answers";
import { closingTimeHasCome } from "./support/closing-time";
import { enrollingConsultation } from "./support/consultation";
import { confirm } from "./support/desk";
import { expect, test } from "./support/guarded";
import { simulateEnrolment } from "./support/simulation";

/** Seats beyond the ten that every prepared consultation has; of them all the simulation leaves a few out. */
const OWN = 38;

/** Thirty for advice, six on neither side and four opposed: largely agreed. Most choose the second model. */
const CHOSEN = Array.from(
  { length: 40 },
  (_, nth): Answers => ({
    support: { kind: "scale", marks: { advice: nth < 30 ? 3 : nth < 36 ? 2 : 1, training: 4 } },
    model: { kind: "choice", option: nth < 22 ? "two" : nth < 34 ? "one" : "three" },
    steps: { kind: "approval", options: nth < 25 ? ["brief", "paper"] : ["brief"] },
  }),
);

async function closedRound() {
  const prepared = await enrollingConsultation({ questionnaire: smallQuestionnaire, own: OWN });
  const { host, consultationId, roundId, slug, links } = prepared;
  const truth = await simulateEnrolment(slug, links);
  await host.registry.conduct.openRound.mutate({ consultationId, roundId });
  await sendChosen({ slug, roundId, truth }, CHOSEN);
  await closingTimeHasCome(roundId);
  await host.closing.releases.close.mutate({ consultationId, roundId });
  return { ...prepared, address: `/consultations/${consultationId}/rounds/${roundId}/findings` };
}

const change = (page: Page) => page.getByRole("button", { name: "Change the words on “giving advice”" });
const panel = (page: Page) => page.getByRole("region", { name: "Finding 1" });
const keep = (page: Page) => page.getByRole("button", { name: "Keep these words" });

test("[E175, E176, E177, E178] a chair words findings beside their evidence, by keyboard, and is refused what the figures do not say", async ({
  page,
  device,
}) => {
  const { host, slug, consultationId, roundId, address } = await closedRound();
  await page.context().addCookies(host.cookies);
  await page.goto(address);
  await page
    .getByRole("navigation", { name: "Findings" })
    .getByRole("link", { name: /giving advice/ })
    .click();
  await expect(panel(page)).toContainText("participants largely agreed; this view was not shared by all.");
  const evidence = page.getByRole("complementary", { name: "What finding 1 rests on" });
  await expect(evidence.getByRole("row", { name: /In support/ })).toContainText("75 %");
  await expect(evidence.getByRole("row", { name: /Took a position/ })).toContainText("40 of 40 responses");
  await evidence.getByText("Why “participants largely agreed” was drafted").click();
  await expect(evidence).toContainText("70 % or more in favour, and fewer than 15 % opposed");
  await expectAccessible(page);

  await change(page).press("Enter");
  await expect(page.getByRole("radio", { name: /consensus was reached/ })).toBeDisabled();
  await page.getByRole("radio", { name: /participants largely agreed/ }).press("ArrowDown");
  await expect(page.getByRole("radio", { name: /participants generally supported/ })).toBeChecked();
  await expectAccessible(page);
  await keep(page).press("Enter");
  await expect(panel(page)).toContainText("Weaker than the figures");
  await expect(panel(page)).toContainText("participants generally supported the proposition");
  await expect(change(page)).toBeFocused();

  await change(page).press("Enter");
  await page.getByRole("radio", { name: /participants generally supported/ }).press("ArrowUp");
  await page.keyboard.press("ArrowUp");
  await keep(page).press("Enter");
  const reason = page.getByLabel("Reason for the stronger phrase");
  await expect(reason).toHaveAccessibleDescription(/A phrase stronger than the figures needs a reason/);
  await reason.fill("No delegation objected when the chair read it out.");
  await page.getByRole("checkbox", { name: "Write the sentence around the phrase" }).press("Space");
  await page.getByLabel("Before the phrase").fill("");
  await page.getByLabel("After the phrase").fill("that advice is timely, although one delegation hesitated");
  const mend = page.getByText("“one delegation” singles somebody out.");
  await expect(mend).toBeVisible();
  await keep(page).press("Enter");
  await expect(mend).toBeVisible();
  await page.setViewportSize({ width: 360, height: 740 });
  await expectAccessible(page);
  await page.setViewportSize({ width: 1280, height: 900 });

  // Somebody else is quicker: nothing typed is lost, and theirs is seen before it is written over.
  const after = "that advice is timely, 75 per cent being in support";
  await page.getByLabel("After the phrase").fill(after);
  await host.registry.wordings.choose.mutate({
    consultationId,
    roundId,
    findingKey: "support/advice",
    position: 1,
    phrase: "majorityFor",
    reason: null,
    wording: null,
  });
  await keep(page).press("Enter");
  await expect(page.getByText("Somebody else has changed these words in the meantime.")).toBeVisible();
  await page.getByRole("button", { name: "Show theirs" }).press("Enter");
  await expect(panel(page)).toContainText("a majority supported the proposition");
  await expect(page.getByLabel("After the phrase")).toHaveValue(after);
  await keep(page).press("Enter");
  await expect(panel(page)).toContainText(
    "Participants widely agreed that advice is timely, 75 per cent being in support. This view was not shared by all.",
  );
  await expect(panel(page).getByText("Stronger than the figures")).toBeVisible();
  await panel(page).getByText("History, 3").click();
  await expect(panel(page)).toContainText("Reason: No delegation objected when the chair read it out.");
  await expectAccessible(page);
  await page.setViewportSize({ width: 360, height: 740 });
  await expectAccessible(page);

  await confirm(page, "Sign and publish");
  await expect(page.getByRole("link", { name: "Open the public page" })).toBeVisible();
  await expect(change(page)).toHaveCount(0);
  const reader = await device();
  await reader.goto(`/c/${slug}/rounds/1`);
  await expect(reader.getByRole("main")).toContainText("Participants widely agreed that advice is timely");
  await expect(reader.getByRole("main")).toContainText(
    "the figures alone would give “participants largely agreed”",
  );
  await expectAccessible(reader);
});
