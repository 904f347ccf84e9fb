import type { Answers } from "@/domain/questionnaire/questionnaire";
import { expectAccessible } from "./support/accessible";
import { sendChosen } from "./support/chosen-answers";
import { closingTimeHasCome } from "./support/closing-time";
import { coHostOf, enrollingConsultation } from "./support/consultation";
import { confirm } from "./support/desk";
import { expect, test } from "./support/guarded";
import { simulateEnrolment } from "./support/simulation";

/** Seats beyond the ten that every prepared consultation has; of them all the simulation leaves a few out. */
const OWN = 8;
const said = (text: string, consent: "mayBeReflected" | "notToBeReflected" = "mayBeReflected"): Answers => ({
  why: { kind: "text", text, consent },
});
const CHOSEN = [
  said(
    "A short briefing to each regional group before the session would let capitals see what advice would cost.",
  ),
  said("Costs must be clear. Equipping forces is not for the regular budget."),
  ...["one", "two", "three", "four"].map((n) =>
    said(`Costs must be clear to all before anything is begun, for reason ${n}.`),
  ),
  ...["first", "second", "third"].map((n) =>
    said(`The host government should ask for it and decide what comes ${n}.`),
  ),
  said("We have nothing to add."),
  said("The missions already advise ministries; a plain account of that practice would help."),
  said("Kept between us: we could not support this as it stands.", "notToBeReflected"),
];

test("[E165, E166] a host codes open answers by keyboard, by drag and with undo, words themes as paraphrases and releases them; a second coder works apart", async ({
  page,
  device,
}) => {
  const prepared = await enrollingConsultation({ own: OWN });
  const { host, consultationId, roundId, slug, links } = prepared;
  const other = await coHostOf(host, consultationId, "Permanent Mission of the Netherlands");
  const truth = await simulateEnrolment(slug, links);
  await host.registry.conduct.openRound.mutate({ consultationId, roundId });
  await sendChosen({ slug, roundId, truth }, CHOSEN);
  await closingTimeHasCome(roundId);
  await host.closing.releases.close.mutate({ consultationId, roundId });

  await page.context().addCookies(host.cookies);
  await page.goto(`/consultations/${consultationId}/rounds/${roundId}/findings`);
  await page.getByRole("link", { name: "Themes", exact: true }).click();
  await expect(page.getByRole("heading", { name: "Themes of the first round" })).toBeVisible();
  await expect(page.getByText("The answers are destroyed in 180 days")).toBeVisible();
  await expect(page.getByText("0 of 11 coded")).toBeVisible();
  await expectAccessible(page);

  const answers = page.getByRole("grid", { name: "Answers" });
  const themes = page.getByRole("grid", { name: "Themes" });
  const answer = (text: string) => answers.getByRole("row").filter({ hasText: text });

  // N words a theme for the answer in focus; what copies an answer is flagged while it is typed, and is not taken.
  await answer("Equipping forces").focus();
  await page.keyboard.press("n");
  const wording = page.getByLabel("Wording of the theme, in your own words");
  await wording.fill("Costs must be clear. Equipping forces is not for the regular budget");
  await expect(page.getByText("12 words in a row are one answer’s own")).toBeVisible();
  await expect(page.getByRole("button", { name: "Add theme and code the answer" })).toBeDisabled();
  await wording.fill("Follow Malaysia in this");
  await expect(page.getByText("“Malaysia” names somebody")).toBeVisible();
  await wording.fill("Be open about cost");
  await page.getByRole("button", { name: "Add theme and code the answer" }).click();
  await expect(themes.getByRole("row")).toHaveText(/1Be open about cost.*one or two/);
  await expect(page.getByText("1 of 11 coded")).toBeVisible();

  // Number keys code, and code no more; Enter goes on to the next.
  for (const n of ["one", "two", "three", "four"]) {
    await answer(`reason ${n}`).focus();
    await page.keyboard.press("1");
  }
  await expect(page.getByText("5 of 11 coded")).toBeVisible();
  await expect(themes.getByRole("row").filter({ hasText: "Be open about cost" })).toContainText("5 of 12");
  await page.keyboard.press("Enter");
  await expect(answer("reason four")).toHaveCount(0);
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(page.getByText("4 of 11 coded")).toBeVisible();
  await expect(answer("reason four")).toContainText("Looks close to");
  await answer("reason four").getByRole("button", { name: "Code: Be open about cost" }).click();

  // A drag codes too, and is undone.
  await page.getByRole("button", { name: "New theme" }).last().click();
  await wording.fill("Let hosts of missions lead");
  await page.getByRole("button", { name: "Add theme", exact: true }).click();
  const second = themes.getByRole("row").filter({ hasText: "Let hosts of missions lead" });
  // A page that scrolls under a drag would have to be dragged along it; here both lists are in sight.
  await page.setViewportSize({ width: 1280, height: 3000 });
  await page.evaluate(() => window.scrollTo(0, 0));
  const dragged = page.getByText("6 of 11 coded");
  // A press that the browser does not take for the beginning of a drag is made again.
  await expect(async () => {
    if (!(await dragged.isVisible()))
      await answer("comes first").getByText("The host government").dragTo(second, { timeout: 5_000 });
    await expect(dragged).toBeVisible({ timeout: 3_000 });
  }).toPass();
  await page.keyboard.press("Control+z");
  await expect(page.getByText("5 of 11 coded")).toBeVisible();
  for (const [n, coded] of [
    ["first", 6],
    ["second", 7],
    ["third", 8],
  ] as const) {
    await answer(`comes ${n}`).focus();
    await page.keyboard.press("2");
    await expect(page.getByText(`${coded} of 11 coded`)).toBeVisible();
  }
  await page.getByRole("searchbox", { name: "Search the answers" }).fill("plain account");
  await answer("plain account").focus();
  await page.keyboard.press("n");
  await wording.fill("Report what the field does today");
  await page.getByRole("button", { name: "Add theme and code the answer" }).click();
  await expect(page.getByText("9 of 11 coded")).toBeVisible();
  await page.getByRole("searchbox", { name: "Search the answers" }).fill("");
  await answer("A short briefing").focus();
  await page.keyboard.press("3");
  await expect(page.getByText("10 of 11 coded")).toBeVisible();
  await answer("nothing to add").focus();
  await page.keyboard.press("0");
  await expect(page.getByText("11 of 11 coded")).toBeVisible();
  await page.getByRole("button", { name: "To read only, 1" }).click();
  await expect(answer("Kept between us")).toContainText("not to be reflected");
  await expect(answer("Kept between us").getByRole("button")).toHaveCount(0);
  await page.getByRole("button", { name: "Coded, 10" }).click();

  // Merging shows what it will give.
  await themes.getByRole("checkbox", { name: /Let hosts/ }).check({ force: true });
  await themes.getByRole("checkbox", { name: /Report what/ }).check({ force: true });
  await expect(page.getByText("3 + 2 answers; none is in more than one. Together 5 of 12")).toBeVisible();
  await expectAccessible(page);
  await page.getByRole("button", { name: "Cancel" }).click();
  await confirm(page, "Release the themes of this item");
  const released = page.getByRole("region", { name: "What is released" });
  await expect(released.getByRole("listitem")).toHaveText([
    /Be open about cost5 of 12/,
    /Let hosts of missions lead3 of 12/,
  ]);
  await expect(released).toContainText("Other points were also raised, each by one or two.");
  await page.setViewportSize({ width: 360, height: 740 });
  await expectAccessible(page);

  const apart = await device();
  await apart.context().addCookies(other.cookies);
  await apart.goto(`/consultations/${consultationId}/rounds/${roundId}/themes`);
  await apart.getByText("Two coders").click();
  await confirm(apart, "Code as the second coder");
  await expect(apart.getByText("You code as the second coder.")).toBeVisible();
  await expect(apart.getByText("0 of 11 coded")).toBeVisible();
  await expect(apart.getByRole("region", { name: "What is released" })).toHaveCount(0);
  await expectAccessible(apart);
});
