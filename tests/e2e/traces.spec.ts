import type { Page } from "@playwright/test";
import { seatInOpenRound } from "./support/consultation";
import { expect, test } from "./support/guarded";
import { answering, answerSome, enrol, restore, submit } from "./support/participant";
import { NO_TRACES, tracesIn } from "./support/traces";

/** What is left once the tab is closed, seen from the next tab of the same browser. */
async function afterClosing(page: Page, slug: string) {
  const context = page.context();
  await page.close();
  const later = await context.newPage();
  await later.goto(`/c/${slug}/answer`);
  await expect(later.getByRole("heading", { name: "Nothing is kept on this device" })).toBeVisible();
  return tracesIn(later);
}

async function removeEverything(page: Page) {
  await page.getByRole("button", { name: "Remove everything from this device" }).click();
  await page.getByRole("button", { name: "Remove it now" }).click();
  await page.waitForURL(/\/c\/[^/]+$/);
}

test("[E121] on a shared computer all is held in the tab alone, drafts included, and goes with it", async ({
  page,
  device,
}) => {
  const { link, slug } = await seatInOpenRound();
  const code = await enrol(page, link, { shared: true });
  await answerSome(page, "Written on a shared computer.");
  const { tab, ...beyond } = await tracesIn(page);
  expect(beyond).toEqual({ lasting: [], cookies: [] });
  expect(tab.map((name) => name.replace(/.*\//, "")).sort()).toEqual(["draft", "enrolment"]);
  await submit(page);
  expect((await tracesIn(page)).lasting).toEqual([]);
  expect(await afterClosing(page, slug)).toEqual(NO_TRACES);

  const other = await device();
  await restore(other, slug, code, { shared: true });
  await other.getByRole("button", { name: "Change my answers" }).click();
  await answering(other).advice("Oppose").check();
  await answering(other).saved();
  expect(await tracesIn(other)).toMatchObject({ lasting: [], cookies: [] });
  expect(await afterClosing(other, slug)).toEqual(NO_TRACES);
});

for (const shared of [false, true])
  test(`[E122] a device that is told to forget keeps nothing, drafts included${shared ? ", in a shared tab too" : ""}`, async ({
    page,
  }) => {
    const { link } = await seatInOpenRound();
    await enrol(page, link, { shared });
    await answerSome(page, "To be forgotten.");
    await submit(page);
    const where = shared ? "tab" : "lasting";
    expect((await tracesIn(page))[where].map((name) => name.replace(/.*\//, "")).sort()).toEqual([
      "draft",
      "enrolment",
      "sent",
    ]);
    await removeEverything(page);
    expect(await tracesIn(page)).toEqual(NO_TRACES);
  });
