import AxeBuilder from "@axe-core/playwright";
import { expect, type Page } from "@playwright/test";

const TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];

/** At which page it is. Turned to within the application, one is there a moment before its title. */
async function standing(page: Page): Promise<string> {
  await expect(page).toHaveTitle(/\S/);
  return page.evaluate(() => `${location.href} ${document.title}`);
}

/** What breaks WCAG 2.2 AA as far as a machine can tell. A page that was turned while it was looked at is looked at again. */
async function violationsOn(page: Page) {
  // No page has frames; without looking for any, and without listing what passes, a check takes half the time.
  const axe = new AxeBuilder({ page }).options({ runOnly: TAGS, resultTypes: ["violations"] });
  for (;;) {
    const before = await standing(page);
    const { violations } = await axe.setLegacyMode(true).analyze();
    if ((await standing(page)) === before) return violations;
  }
}

/** Nothing on the page breaks WCAG 2.2 AA as far as a machine can tell, and nothing on it scrolls sideways. */
export async function expectAccessible(page: Page): Promise<void> {
  await page.locator("main#main").waitFor();
  // At the end of the page a bar that sticks to the lower edge stands over no control.
  await page.evaluate(() => window.scrollTo(0, document.body.scrollHeight));
  const found = (await violationsOn(page)).map(({ id, nodes }) => ({
    id,
    nodes: nodes.map(({ html, failureSummary }) => ({ html, failureSummary })),
  }));
  expect(found, page.url()).toEqual([]);
  const wide = await page.evaluate(() => {
    // Not the window's inner width: a telephone zooms out until that holds whatever is too wide.
    const { scrollWidth, clientWidth } = document.documentElement;
    return scrollWidth > clientWidth ? scrollWidth : null;
  });
  expect(wide, `${page.url()} scrolls sideways`).toBeNull();
}
