import type { Request } from "@playwright/test";
import { seatInOpenRound } from "./support/consultation";
import { expect, test } from "./support/guarded";
import { answerSome, enrol, restore, submit, told } from "./support/participant";

test("[E40] what a participant asks carries no cookie, no referrer, no authorization; the ballot box is only posted to", async ({
  page,
  device,
}) => {
  const { host, slug, link } = await seatInOpenRound();
  const asked: Request[] = [];
  const other = await device();
  for (const participant of [page, other]) {
    // A browser in which a host is signed in, so that there is a cookie that could go along.
    await participant.context().addCookies(host.cookies);
    participant.context().on("request", (request) => asked.push(request));
  }
  const code = await enrol(page, link);
  await answerSome(page, "Unattributed.");
  await submit(page);
  await restore(other, slug, code);
  await expect(other.getByRole("heading", { name: "Your answers are in" })).toBeVisible();

  const token = new URL(link).hash.slice(1);
  expect(asked.filter((request) => request.url().includes(token))).toEqual([]);
  const calls = asked.filter((request) => new URL(request.url()).pathname.startsWith("/api/"));
  for (const call of calls) {
    const headers = Object.keys(await call.allHeaders());
    expect(
      headers.filter((name) => /^(cookie|authorization|referer)$/i.test(name)),
      call.url(),
    ).toEqual([]);
  }
  const box = calls.filter((request) => request.url().includes("/api/ballot/"));
  const paths = box.map(
    (request) => `${request.method()} ${new URL(request.url()).pathname}${new URL(request.url()).search}`,
  );
  expect([...new Set(paths)].sort()).toEqual([
    "POST /api/ballot/challenge",
    "POST /api/ballot/readBack",
    "POST /api/ballot/submit",
  ]);
});

test("[E41] the ballot box refuses cookies, authorization, batches and whatever is not posted", async ({
  playwright,
  baseURL,
}) => {
  const asking = await playwright.request.newContext({ baseURL: baseURL ?? "" });
  const data = { roundId: "00000000-0000-4000-8000-000000000000", key: "A".repeat(43) };
  const challenge = "/api/ballot/challenge";
  expect((await asking.post(challenge, { data })).status()).toBe(200);
  for (const headers of [{ cookie: "a=b" }, { authorization: "Bearer a" }]) {
    const refused = await asking.post(challenge, { data, headers });
    expect(refused.status()).toBe(400);
    expect((await refused.json()).error.message).toContain("takes no cookie and no authorization");
  }
  const batch = await asking.post(`${challenge},challenge?batch=1`, { data: { 0: data, 1: data } });
  expect(batch.status()).toBeGreaterThanOrEqual(400);
  const single = await asking.post(`${challenge}?batch=1`, { data: { 0: data } });
  expect(single.status()).toBeGreaterThanOrEqual(400);
  expect((await asking.get(challenge)).status()).toBe(405);
  await asking.dispose();
});

test("[E42] a tampered signature is refused, and the answers stay for another attempt", async ({ page }) => {
  await enrol(page, (await seatInOpenRound()).link);
  await answerSome(page, "Genuine.");
  for (const part of ["signature", "proof"] as const) {
    await page.route("**/api/ballot/submit", async (route) => {
      const body = route.request().postDataJSON();
      const holder = part === "proof" ? body : body.credential;
      holder[part] = `${holder[part][0] === "A" ? "B" : "A"}${holder[part].slice(1)}`;
      await route.continue({ postData: JSON.stringify(body) });
    });
    await page.getByRole("button", { name: /^Submit/ }).click();
    await told(page, "This response does not carry a valid credential for this round.");
    await page.unroute("**/api/ballot/submit");
  }
  await expect(page.getByText("Genuine.")).toBeVisible();
  await page.getByRole("button", { name: "Submit again" }).click();
  await expect(page.getByRole("heading", { name: "Your answers are in" })).toBeVisible();
});

test("[E43] the policy allows no inline script and no other origin, and a breach would be noticed here", async ({
  page,
  faults,
}) => {
  const policies = [];
  for (let visit = 0; visit < 2; visit += 1) {
    const response = await page.goto("/sign-in");
    policies.push(response?.headers()["content-security-policy"] ?? "");
    expect(response?.headers()["referrer-policy"]).toBe("no-referrer");
  }
  const [first = "", second = ""] = policies;
  expect(first).not.toMatch(/unsafe-|https?:|\*/);
  for (const part of [
    "default-src 'self'",
    "connect-src 'self'",
    "object-src 'none'",
    "frame-ancestors 'none'",
  ])
    expect(first).toContain(part);
  expect(first).not.toBe(second);

  // What a trusted script makes is trusted under 'strict-dynamic'; what stands in the markup never is.
  await page.evaluate(() => {
    const button = document.createElement("button");
    button.setAttribute("onclick", "document.body.dataset.ran = 'yes'");
    document.body.append(button);
    button.click();
  });
  await page.evaluate(() => fetch("https://elsewhere.example/").catch(() => null));
  for (const directive of ["script-src", "connect-src"])
    await expect.poll(() => faults.filter((fault) => fault.includes(directive)).length).toBeGreaterThan(0);
  expect(await page.evaluate(() => document.body.dataset.ran)).toBeUndefined();
  faults.splice(0);
});
