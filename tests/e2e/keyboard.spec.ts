import type { Locator, Page } from "@playwright/test";
import { seatInOpenRound } from "./support/consultation";
import { expect, test } from "./support/guarded";
import { answering, enrol } from "./support/participant";

/** Presses Tab until the control has the focus. */
async function tabTo(page: Page, control: Locator): Promise<void> {
  for (let pressed = 0; pressed < 40; pressed += 1) {
    await page.keyboard.press("Tab");
    if (await control.evaluate((element) => element === document.activeElement)) return;
  }
  await expect(control).toBeFocused();
}

test("[E28] a scale and a ranking are answered, corrected and sent with the keyboard alone", async ({
  page,
}) => {
  await enrol(page, (await seatInOpenRound()).link);
  const { advice } = answering(page);
  const keys = page.keyboard;
  const button = (name: string) => page.getByRole("button", { name, exact: true });
  const handle = (what: string) => button(`Move ${what}: press Space, then the arrow keys`);

  await tabTo(page, advice("Strongly oppose"));
  await keys.press("Space");
  await expect(advice("Strongly oppose")).toBeChecked();
  for (let step = 0; step < 3; step += 1) await keys.press("ArrowRight");
  await expect(advice("Support")).toBeChecked();
  await tabTo(page, button("Clear the answer: giving advice"));
  await keys.press("Enter");
  await expect(advice("Support")).not.toBeChecked();
  await keys.press("Shift+Tab");
  await keys.press("Space");
  const noPosition = page
    .getByRole("group", { name: "giving advice" })
    .getByRole("radio", { name: "No position" });
  await expect(noPosition).toBeChecked();
  await tabTo(page, button("Question 2"));
  await keys.press("Enter");

  for (const [index, what] of ["first", "second", "third"].entries()) {
    await tabTo(page, button(`Rank as number ${index + 1}: ${what}`));
    await keys.press("Enter");
    await expect(handle(what)).toBeFocused();
  }
  await keys.press("Shift+Tab");
  await tabTo(page, handle("third"));
  await keys.press("Space");
  await keys.press("ArrowUp");
  await keys.press("ArrowUp");
  await keys.press("ArrowDown");
  await expect(page.getByText("third: place 2 of 3.")).toBeAttached();
  await expect(handle("third")).toHaveAttribute("aria-pressed", "true");
  await keys.press("ArrowUp");
  await keys.press("Space");
  await tabTo(page, handle("second"));
  await keys.press("Space");
  await keys.press("ArrowUp");
  await keys.press("Escape");
  await tabTo(page, button("Same place as above: second"));
  await keys.press("Enter");

  await tabTo(page, button("Review"));
  await keys.press("Enter");
  await expect(page.getByText("1. third; 2. first = second")).toBeVisible();
  await tabTo(page, button("Submit these answers"));
  await keys.press("Enter");
  await expect(page.getByRole("heading", { name: "Your answers are in" })).toBeFocused();
});
