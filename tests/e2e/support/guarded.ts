import {
  type Browser,
  type BrowserContext,
  type BrowserContextOptions,
  test as base,
  chromium,
  expect,
  type Page,
} from "@playwright/test";

/** What sets a device apart; with `flags` it is a browser of its own. */
type Device = BrowserContextOptions & { readonly flags?: readonly string[] };

type Fixtures = {
  /** A device of its own: a browser that knows nothing yet, with one page. */
  readonly device: (device?: Device) => Promise<Page>;
  /** What no page of the test may do. Looked at when the test ends. */
  readonly faults: string[];
};

/** What Chromium itself says of a request that failed; tests make some fail. */
const FAILED_REQUEST = /^Failed to load resource/;

/** Notes what the console calls an error (breaches of the policy too), what throws, and what is asked of other origins. */
function watch(context: BrowserContext, origins: readonly string[], faults: string[]) {
  context.on("console", (message) => {
    if (message.type() === "error" && !FAILED_REQUEST.test(message.text())) faults.push(message.text());
  });
  context.on("weberror", (error) => faults.push(`${error.error()}`));
  context.on("request", (request) => {
    const { protocol, origin: asked } = new URL(request.url());
    if (/^(https?|wss?):$/.test(protocol) && !origins.includes(asked.replace(/^ws/, "http")))
      faults.push(`${request.method()} ${request.url()}`);
  });
}

/** A browser of its own, with these flags. */
const launched = (flags: readonly string[]): Promise<Browser> =>
  chromium.launch({
    executablePath: process.env.CHROMIUM_PATH ?? "",
    args: ["--no-sandbox", "--disable-gpu", ...flags],
  });

/**
 * A context of its own, watched like those of the tests; `end` closes it and says what no page of it may have done.
 *
 * @param baseURL where it is at home, if not where the instance is that all tests share.
 * @param elsewhere the one other origin to which its pages may lead.
 */
export async function watchedContext(
  browser: Browser,
  { baseURL = process.env.BASE_URL ?? "", elsewhere }: { baseURL?: string; elsewhere?: string } = {},
) {
  const faults: string[] = [];
  const context = await browser.newContext({ baseURL });
  watch(context, [new URL(baseURL).origin, new URL(elsewhere ?? baseURL).origin], faults);
  return {
    context,
    end: async () => {
      await context.close();
      expect(faults, `on ${baseURL}`).toEqual([]);
    },
  };
}

/** Playwright's test, in which no page may break the policy, throw, or ask anything of another origin. */
export const test = base.extend<Fixtures>({
  faults: async ({ baseURL }, use) => {
    const faults: string[] = [];
    await use(faults);
    expect(faults, `on ${baseURL}`).toEqual([]);
  },
  context: async ({ context, baseURL, faults }, use) => {
    watch(context, [new URL(baseURL ?? "").origin], faults);
    await use(context);
  },
  device: async ({ browser, baseURL, faults }, use) => {
    const opened: (Browser | BrowserContext)[] = [];
    await use(async ({ flags, ...options } = {}) => {
      const own = flags && (await launched(flags));
      const context = await (own ?? browser).newContext({ baseURL: baseURL ?? "", ...options });
      opened.push(own ?? context);
      watch(context, [new URL(baseURL ?? "").origin], faults);
      return context.newPage();
    });
    for (const one of opened) await one.close();
  },
});

export { expect };
