import type { Page } from "@playwright/test";
import type { Questionnaire } from "@/domain/questionnaire/questionnaire";
import { smallQuestionnaire } from "@/tests/support/questionnaire";
import { expectAccessible } from "./support/accessible";
import { openConsultation, seatInOpenRound } from "./support/consultation";
import { expect, test } from "./support/guarded";
import { answering, answerSome, enrol, submit } from "./support/participant";

const NOT_TO_BE_REFLECTED = /^For rapporteur and hosts to read/;
const receiptShown = (page: Page) => page.getByRole("heading", { name: "Your answers are in" });

test("[E80] consent outlives an emptied text, and both are read over at the width of the page", async ({
  page,
}) => {
  await enrol(page, (await seatInOpenRound()).link);
  const sheet = answering(page);
  await sheet.next();
  await sheet.why.fill("To be thrown away.");
  await page.getByRole("radio", { name: NOT_TO_BE_REFLECTED }).check();
  await sheet.why.fill("");
  await sheet.saved();
  await page.reload();
  await expect(page.getByRole("radio", { name: NOT_TO_BE_REFLECTED })).toBeChecked();
  const long =
    "\u0646\u0631\u0649 \u0623\u0646 \u0627\u0644\u0645\u0634\u0648\u0631\u0629 \u062a\u0643\u0641\u064a. ".repeat(
      60,
    );
  await sheet.why.fill(long);
  await sheet.review();
  const written = page.getByText(long.trim());
  await expect(page.getByText(NOT_TO_BE_REFLECTED)).toBeVisible();
  expect(await written.evaluate((element) => getComputedStyle(element).direction)).toBe("rtl");
  const list = await page.getByRole("list").filter({ has: written }).boundingBox();
  expect((await written.boundingBox())?.width).toBeGreaterThan((list?.width ?? 0) * 0.95);
  await expectAccessible(page);
});

test("[E81] changes that were not sent are told on coming back", async ({ page }) => {
  await enrol(page, (await seatInOpenRound()).link);
  await answerSome(page, "As sent.");
  const receipt = await submit(page);
  await page.getByRole("button", { name: "Change my answers" }).click();
  await answering(page).advice("Oppose").check();
  await answering(page).saved();
  const { pathname } = new URL(page.url());
  for (const address of ["", "#receipt"]) {
    await page.goto(`${pathname}${address}`);
    await page.reload();
    await expect(page.getByText("Changes on this device are not sent.")).toBeVisible();
    await expect(receiptShown(page)).toBeHidden();
  }
  expect(await submit(page)).not.toBe(receipt);
});

test("[E82] a double click or a double tap turns one page", async ({ page, device }) => {
  const { link } = await seatInOpenRound();
  await enrol(page, link);
  await answering(page).advice("Support").check();
  await page.getByRole("button", { name: "Question 2", exact: true }).dblclick();
  await expect(page.getByRole("heading", { name: "Which steps?" })).toBeFocused();
  await page.getByRole("button", { name: "Review" }).dblclick();
  await expect(page.getByRole("heading", { name: "Review your answers" })).toBeFocused();
  await expect(page.getByText("Nothing has been sent yet")).toBeVisible();

  const held = await device({ hasTouch: true, viewport: { width: 360, height: 740 } });
  await enrol(held, (await seatInOpenRound()).link);
  const bar = await held.getByRole("button", { name: "Question 2", exact: true }).boundingBox();
  const { x, y, width, height } = bar ?? { x: 0, y: 0, width: 0, height: 0 };
  for (const _ of ["tap", "tap"]) await held.touchscreen.tap(x + width / 2, y + height / 2);
  await expect(held.getByRole("heading", { name: "Which steps?" })).toBeFocused();
});

const withReason: Questionnaire = {
  agendaQuestions: smallQuestionnaire.agendaQuestions.map((question) => ({
    ...question,
    items: question.items.map((item) => ({ ...item, required: item.id === "why" })),
  })),
};

test("[E83] what keeps answers from being sent is named, with the way to it", async ({ page }) => {
  const { links } = await openConsultation({ questionnaire: withReason });
  await enrol(page, links[0] ?? "");
  await answerSome(page, "   ");
  // Playwright clicks nothing that is unavailable; a key reaches it.
  await page.getByRole("button", { name: "Submit" }).press("Enter");
  await expect(page.getByRole("region", { name: "One thing keeps" })).toBeFocused();
  await expectAccessible(page);
  await page.getByRole("link", { name: "Question 2, “Why?”" }).click();
  await expect(page.getByRole("heading", { name: "Why?" })).toBeFocused();
  const { why } = answering(page);
  await expect(why).toHaveAttribute("aria-invalid", "true");
  await expect(why).toHaveAccessibleDescription(/The hosts ask for an answer here/);
  await expectAccessible(page);
  await why.fill("Because.");
  await expect(why).toHaveAttribute("aria-invalid", "false");
  await answering(page).review();
  await submit(page);
});

test("[E84] with text twice as large at 360 pixels nothing scrolls sideways", async ({ device }) => {
  const page = await device({
    flags: ["--blink-settings=defaultFontSize=32"],
    viewport: { width: 360, height: 740 },
  });
  const sheet = answering(page);
  async function expectRoom() {
    await expectAccessible(page);
    const bar = page.locator(".actionbar");
    if ((await bar.count()) > 0)
      expect(await bar.evaluate((element) => getComputedStyle(element).position)).toBe("static");
  }
  await enrol(page, (await seatInOpenRound()).link);
  await expect(page.getByRole("heading", { name: "What should be done?" })).toBeVisible();
  await expectRoom();
  await sheet.next();
  await page.getByRole("button", { name: "Rank as number 1: second" }).click();
  await page.getByRole("button", { name: "Rank as number 2: first" }).click();
  await sheet.why.fill("Written large.");
  await expectRoom();
  await sheet.review();
  await expectRoom();
  await submit(page);
  await expectRoom();
});

test("[E86] a refused clipboard is told, and the receipt is selected", async ({ page }) => {
  await enrol(page, (await seatInOpenRound()).link);
  await answerSome(page, "Not to be copied.");
  const receipt = await submit(page);
  await page.evaluate(() => {
    navigator.clipboard.writeText = () => Promise.reject(new DOMException("", "NotAllowedError"));
  });
  await page.getByRole("button", { name: "Copy", exact: true }).click();
  await expect(page.getByText("This browser does not let the page copy.")).toBeVisible();
  expect(await page.evaluate(() => window.getSelection()?.toString())).toContain(receipt);
});

test("[E87] nothing is removed from a device at one press", async ({ page }) => {
  await enrol(page, (await seatInOpenRound()).link);
  await answerSome(page, "To stay.");
  await submit(page);
  const remove = page.getByRole("button", { name: "Remove everything from this device" });
  await remove.click();
  await expect(page.getByText("Remove everything of this consultation from this device?")).toBeFocused();
  await page.getByRole("button", { name: "Keep it here" }).click();
  await expect(remove).toBeFocused();
  await page.reload();
  await expect(receiptShown(page)).toBeVisible();
});

test("[E88] what is cleared keeps the focus in its group, and an order put back is announced", async ({
  page,
}) => {
  await enrol(page, (await seatInOpenRound()).link);
  const sheet = answering(page);
  await sheet.advice("Support").check();
  await sheet.model("two").check();
  for (const what of ["giving advice", "Which model?"]) {
    await page.getByRole("button", { name: `Clear the answer: ${what}` }).press("Enter");
    await expect(page.getByRole("group", { name: what }).getByText("Not answered")).toBeFocused();
  }
  await sheet.next();
  for (const rank of ["Rank as number 1: second", "Rank as number 2: first"])
    await page.getByRole("button", { name: rank }).click();
  const handle = page.getByRole("button", { name: "Move first: press Space, then the arrow keys" });
  await handle.press("Space");
  await handle.press("ArrowUp");
  await expect(page.getByText("first: place 1 of 2.")).toBeAttached();
  await handle.press("Escape");
  await expect(page.getByText("Order as before.")).toBeAttached();
  await page.getByRole("button", { name: "Clear the answer: In which order?" }).press("Enter");
  await expect(page.getByRole("group", { name: "In which order?" }).getByText("Not answered")).toBeFocused();
});
