import AxeBuilder from "@axe-core/playwright";
import { expect, type Page } from "@playwright/test";

const TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];

/** Nothing on the page breaks WCAG 2.2 AA as far as a machine can tell, and nothing on it scrolls sideways. */
export async function expectAccessible(page: Page): Promise<void> {
  await page.locator("main#main").waitFor();
  // Turned to within the application, a page is there a moment before its title.
  await expect(page).toHaveTitle(/\S/);
  // At the end of the page a bar that sticks to the lower edge stands over no control.
  await page.evaluate(() => window.scrollTo(0, document.body.scrollHeight));
  // No page has frames; without looking for any, and without listing what passes, a check takes half the time.
  const axe = new AxeBuilder({ page }).options({ runOnly: TAGS, resultTypes: ["violations"] });
  const { violations } = await axe.setLegacyMode(true).analyze();
  const found = violations.map(({ id, nodes }) => ({
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
