import { expect, type Page } from "@playwright/test";

/** The steps of the guided path, by what a host reads; what they fill in and press is counted. */
export function setUpPath(page: Page) {
  const done = { fields: 0, presses: 0 };
  const press = async (name: string) => {
    const button = page.getByRole("button", { name, exact: true });
    // Before its scripts have come the page takes no press.
    await expect(button).toBeEnabled();
    await button.press("Enter");
    done.presses += 1;
  };
  return {
    done,
    press,
    fill: async (label: string, text: string) => {
      await page.getByLabel(label, { exact: true }).fill(text);
      done.fields += 1;
    },
    tick: async (name: string | RegExp) => {
      await expect(page.getByRole("radio", { name })).toBeEnabled();
      await page.getByRole("radio", { name }).press("Space");
      done.presses += 1;
    },
    /** Goes on, and has arrived once the heading of that step is focused and the window names it. */
    goOn: async (number: number, name: string) => {
      await press("Continue");
      await expect(
        page.getByRole("heading", { level: 1, name: `Step ${number} of 7 ${name}` }),
      ).toBeFocused();
      await expect(page).toHaveTitle(`Step ${number} of 7: ${name} · Tour de Table`);
    },
    /** Sets up, and has arrived once the new consultation's overview is there; gives its id. */
    setUp: async (title: string) => {
      await press("Set up");
      await page.getByRole("heading", { level: 1, name: title, exact: true }).waitFor();
      return new URL(page.url()).pathname.split("/")[2] ?? "";
    },
  };
}
