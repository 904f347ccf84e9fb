import type { Page, Request } from "@playwright/test";
import { openConsultation } from "./support/consultation";
import { expect, test } from "./support/guarded";
import { answering, enrol } from "./support/participant";

/** Bytes of compressed script that following a session may add, before a finding is shown. */
const MOST_MORE = 12_000;

/** What a device loads from its invitation until the first question responds, in bytes as they travel. */
async function weighed(page: Page, link: string, ready: () => Promise<void>) {
  const asked = new Map<string, Request>();
  page.context().on("requestfinished", (request) => {
    if (!asked.has(request.url())) asked.set(request.url(), request);
  });
  await enrol(page, link);
  await answering(page).advice("Support").check();
  await answering(page).saved();
  await ready();
  const bytes = async (of: (url: string) => boolean) => {
    const sizes = [...asked].filter(([url]) => of(url)).map(async ([, request]) => request.sizes());
    return (await Promise.all(sizes)).reduce((sum, { responseBodySize }) => sum + responseBodySize, 0);
  };
  return {
    script: await bytes((url) => url.endsWith(".js")),
    page: await bytes((url) => url.endsWith("/answer")),
  };
}

test("[E299] following a session adds less than 12 kB of compressed script to what a participant loads, and nothing where there is none", async ({
  page,
  device,
}) => {
  const { host, consultationId, roundId, links } = await openConsultation({ own: 2 });
  const [one = "", two = ""] = links;
  const without = await weighed(page, one, async () => undefined);
  const streams: string[] = [];
  page.on("request", (request) => streams.push(request.url()));
  await page.reload();
  await answering(page).advice("Support").waitFor();
  expect(streams.filter((url) => url.includes("/api/room/"))).toEqual([]);
  await host.registry.room.start.mutate({ consultationId, roundId });
  const other = await device();
  const following = await weighed(other, two, () =>
    expect(other.getByRole("complementary", { name: "The session in the room" })).toBeVisible(),
  );
  test.info().annotations.push({ type: "bytes", description: JSON.stringify({ without, following }) });
  expect(following.script - without.script).toBeGreaterThan(0);
  expect(following.script - without.script).toBeLessThan(MOST_MORE);
});
