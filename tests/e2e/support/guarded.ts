import { type BrowserContext, test as base, expect, type Page } from "@playwright/test";

type Fixtures = {
  /** A device of its own: a browser that knows nothing yet, with one page. */
  readonly device: () => Promise<Page>;
  /** What no page of the test may do. Looked at when the test ends. */
  readonly faults: string[];
};

/** What Chromium itself says of a request that failed; tests make some fail. */
const FAILED_REQUEST = /^Failed to load resource/;

/** Notes what the console calls an error (breaches of the policy too), what throws, and what is asked of other origins. */
function watch(context: BrowserContext, origin: string, faults: string[]) {
  context.on("console", (message) => {
    if (message.type() === "error" && !FAILED_REQUEST.test(message.text())) faults.push(message.text());
  });
  context.on("weberror", (error) => faults.push(`${error.error()}`));
  context.on("request", (request) => {
    const { protocol, origin: asked } = new URL(request.url());
    if (/^(https?|wss?):$/.test(protocol) && asked.replace(/^ws/, "http") !== origin)
      faults.push(`${request.method()} ${request.url()}`);
  });
}

/** Playwright's test, in which no page may break the policy, throw, or ask anything of another origin. */
export const test = base.extend<Fixtures>({
  faults: async ({ baseURL }, use) => {
    const faults: string[] = [];
    await use(faults);
    expect(faults, `on ${baseURL}`).toEqual([]);
  },
  context: async ({ context, baseURL, faults }, use) => {
    watch(context, new URL(baseURL ?? "").origin, faults);
    await use(context);
  },
  device: async ({ browser, baseURL, faults }, use) => {
    const contexts: BrowserContext[] = [];
    await use(async () => {
      const context = await browser.newContext();
      contexts.push(context);
      watch(context, new URL(baseURL ?? "").origin, faults);
      return context.newPage();
    });
    for (const context of contexts) await context.close();
  },
});

export { expect };
