import { type BrowserContext, chromium, type Page, type Request } from "@playwright/test";
import { chromiumPath } from "@/bin/chromium";
import type { Stage } from "./stage";

const PHONE = { viewport: { width: 360, height: 740 }, isMobile: true, hasTouch: true, deviceScaleFactor: 2 };
/** 1.6 Mbit/s each way in bytes a second, 150 ms, a processor a quarter as fast. */
const SLOW = { offline: false, latency: 150, downloadThroughput: 200_000, uploadThroughput: 200_000 };
const CPU_SLOWDOWN = 4;

type Weight = { readonly requests: number; readonly bytes: number; readonly script: number };

/**
 * Counts what a page asks for, compressed as it travels; what the browser keeps from before, here and in `seen`, is not
 * asked for again. Call the result when the page is there.
 */
function weighed(context: BrowserContext, seen: Set<string>): () => Promise<Weight> {
  const finished: Request[] = [];
  const add = (request: Request) => {
    const { href, pathname } = new URL(request.url());
    if (seen.has(href)) return;
    // Named by their content, and kept for a year.
    if (pathname.startsWith("/_next/static/")) seen.add(href);
    finished.push(request);
  };
  context.on("requestfinished", add);
  return async () => {
    context.off("requestfinished", add);
    const sized = await Promise.all(
      finished.map(async (request) => {
        const { responseBodySize, responseHeadersSize } = await request.sizes();
        const isScript = new URL(request.url()).pathname.endsWith(".js");
        return { bytes: responseBodySize + responseHeadersSize, script: isScript ? responseBodySize : 0 };
      }),
    );
    const total = (of: "bytes" | "script") => sized.reduce((sum, size) => sum + size[of], 0);
    return { requests: sized.length, bytes: total("bytes"), script: total("script") };
  };
}

async function asSlowPhone(page: Page): Promise<void> {
  const session = await page.context().newCDPSession(page);
  await session.send("Network.enable");
  await session.send("Network.emulateNetworkConditions", SLOW);
  await session.send("Emulation.setCPUThrottlingRate", { rate: CPU_SLOWDOWN });
}

function timesOf(page: Page): Promise<{ firstContentfulPaintMs: number; loadMs: number }> {
  return page.evaluate(() => {
    const [navigation] = performance.getEntriesByType("navigation");
    const [paint] = performance.getEntriesByName("first-contentful-paint");
    return {
      firstContentfulPaintMs: Math.round(paint?.startTime ?? Number.NaN),
      loadMs: Math.round((navigation as PerformanceNavigationTiming).loadEventEnd), // the entry of that type
    };
  });
}

/** Weight and times of a participant's two pages, from an invitation to the first question, on a phone. */
export async function measuredPages(baseUrl: string, { slug }: Stage, tokens: readonly [string, string]) {
  const browser = await chromium.launch({ executablePath: chromiumPath(), args: ["--no-sandbox"] });
  const [heavy, slow] = tokens;
  const arrival = (token: string) => `${baseUrl}/c/${slug}/join#${token}`;
  const enrolled = async (page: Page) => {
    await page.getByRole("button", { name: "Enrol" }).click();
    await page.getByRole("checkbox", { name: /I have kept the code/ }).check();
    await page.getByRole("button", { name: "Enrol" }).click();
    await page.waitForURL("**/answer");
    await page.getByRole("heading", { level: 1 }).waitFor();
    await page.waitForLoadState("networkidle");
  };
  const opened = async (context: BrowserContext, token: string) => {
    const page = await context.newPage();
    await page.goto(arrival(token));
    await page.getByText("invitation", { exact: false }).first().waitFor();
    await page.waitForLoadState("networkidle");
    return page;
  };
  try {
    const context = await browser.newContext(PHONE);
    const seen = new Set<string>();
    const ofArrival = weighed(context, seen);
    const page = await opened(context, heavy);
    const arrivalWeight = await ofArrival();
    const ofRest = weighed(context, seen);
    await enrolled(page);
    const rest = await ofRest();

    const slowContext = await browser.newContext(PHONE);
    const slowPage = await slowContext.newPage();
    await asSlowPhone(slowPage);
    await slowPage.goto(arrival(slow), { waitUntil: "load" });
    const arrivalTimes = await timesOf(slowPage);
    await enrolled(slowPage);
    await slowPage.reload({ waitUntil: "load" });
    const answeringTimes = await timesOf(slowPage);
    return {
      arrival: { ...arrivalWeight, slowPhone: arrivalTimes },
      enrollingAndAnswering: { ...rest, slowPhone: answeringTimes },
      scriptUntilTheFirstQuestion: arrivalWeight.script + rest.script,
    };
  } finally {
    await browser.close();
  }
}
