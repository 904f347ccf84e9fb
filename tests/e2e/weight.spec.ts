import type { Request } from "@playwright/test";
import { seatInOpenRound } from "./support/consultation";
import { expect, test } from "./support/guarded";
import { answering, enrol } from "./support/participant";

/** Bytes of compressed script that a participant's browser may load before it shows a question. */
const MOST_SCRIPT = 200_000;

test("[E44] until the first question responds, a participant's browser has loaded less than 200 kB of compressed script, the worker's included", async ({
  page,
}) => {
  const scripts = new Map<string, Request>();
  page.context().on("requestfinished", (request) => {
    // Asked for again on the next page, it comes out of the browser's own store.
    if (request.url().endsWith(".js") && !scripts.has(request.url())) scripts.set(request.url(), request);
  });
  await enrol(page, (await seatInOpenRound()).link);
  await answering(page).advice("Support").check();
  await answering(page).saved();
  const sizes = await Promise.all([...scripts.values()].map((request) => request.sizes()));
  const bytes = sizes.reduce((sum, { responseBodySize }) => sum + responseBodySize, 0);
  // What blinds is the one that no page loads by itself.
  expect([...scripts.keys()].some((address) => address.includes("worker"))).toBe(true);
  expect(bytes).toBeGreaterThan(100_000);
  expect(bytes).toBeLessThan(MOST_SCRIPT);
});
