import type { APIResponse } from "@playwright/test";
import { addressesOfApp, addressWith } from "@/audit/fuzz/addresses";
import { start, untilServed } from "@/bin/processes";
import { freePort } from "@/db/embedded";
import { openConsultation } from "./support/consultation";
import { expect, test } from "./support/guarded";

const addresses = addressesOfApp();
/** Files that others wrote, which no page shows. */
const OF_OTHERS = "/c/[slug]/background/[paperId]";

/** What every answer carries, whatever is asked. */
const EVERYWHERE = {
  "x-content-type-options": "nosniff",
  "referrer-policy": "no-referrer",
  "x-frame-options": "DENY",
  "cross-origin-opener-policy": "same-origin",
  "cross-origin-resource-policy": "same-origin",
  "permissions-policy": expect.stringContaining("camera=()"),
};

/** The nonce of a page's policy, which every script and style of the page must bear. */
async function expectGuardedPage(response: APIResponse, address: string): Promise<string> {
  const headers = response.headers();
  expect(headers, address).toMatchObject(EVERYWHERE);
  const policy = headers["content-security-policy"] ?? "";
  for (const part of [
    "default-src 'self'",
    "connect-src 'self'",
    "frame-ancestors 'none'",
    "base-uri 'none'",
  ])
    expect(policy, address).toContain(part);
  expect(policy, address).not.toMatch(/unsafe-|https?:|\*/);
  const [, nonce = ""] = /script-src [^;]*'nonce-([A-Za-z0-9+/=]{40,})'/.exec(policy) ?? [];
  expect(nonce, address).not.toBe("");
  if (!headers["content-type"]?.startsWith("text/html")) return nonce;
  const scripts = (await response.text()).match(/<script\b[^>]*>/g) ?? [];
  for (const script of scripts) expect(script, address).toContain(`nonce="${nonce}"`);
  return nonce;
}

test("[E148] every page, found or not, bears a policy with a nonce of its own, and every header of the house", async ({
  playwright,
  baseURL,
}) => {
  const { host, slug, consultationId, roundId } = await openConsultation();
  const { code } = await host.registry.room.start.mutate({ consultationId, roundId });
  const values = {
    slug,
    code,
    consultationId,
    roundId,
    number: "1",
    file: "data.csv",
    nothing: "none",
    nextauth: "csrf",
    trpc: "none",
  };
  const pages = addresses
    .filter(({ pattern }) => !pattern.startsWith("/api/") && pattern !== OF_OTHERS)
    .map(({ pattern }) => addressWith(pattern, values));
  expect(pages.length).toBeGreaterThan(20);
  const strays = [
    "/nothing-here",
    "/favicon.ico",
    "/apiary",
    "/c/nobody-knows/answer",
    `/reports/${slug}.md`,
  ];
  const nobody = await playwright.request.newContext({ baseURL: baseURL ?? "" });
  const signedIn = await playwright.request.newContext({
    baseURL: baseURL ?? "",
    storageState: { cookies: host.cookies, origins: [] },
  });
  const nonces: string[] = [];
  for (const asking of [nobody, signedIn])
    for (const address of [...pages, ...strays]) {
      const response = await asking.get(address, { maxRedirects: 0 });
      expect(response.status(), address).toBeLessThan(500);
      nonces.push(await expectGuardedPage(response, address));
    }
  expect(new Set(nonces).size).toBe(nonces.length);
  const file = await nobody.get(addressWith(OF_OTHERS, { slug, paperId: consultationId }));
  expect(file.headers()).toMatchObject({
    ...EVERYWHERE,
    "content-security-policy": "sandbox; default-src 'none'; frame-ancestors 'none'",
  });
  await nobody.dispose();
  await signedIn.dispose();
});

test("[E148] every address of procedures bears every header of the house, and lets nobody keep or show what it says", async ({
  playwright,
  baseURL,
}) => {
  const routes = addresses.filter(({ pattern }) => pattern.startsWith("/api/"));
  expect(routes.length).toBeGreaterThan(5);
  const asking = await playwright.request.newContext({ baseURL: baseURL ?? "" });
  for (const { pattern } of routes)
    for (const method of ["GET", "POST", "PUT", "HEAD", "OPTIONS"]) {
      const address = addressWith(pattern, { nextauth: "csrf", trpc: "manifest.log", nothing: "none" });
      const response = await asking.fetch(address, { method });
      expect(response.status(), address).toBeLessThan(500);
      expect(response.headers(), `${method} ${address}`).toMatchObject({
        ...EVERYWHERE,
        "cache-control": expect.stringContaining("no-store"),
        "content-security-policy": "default-src 'none'; frame-ancestors 'none'",
      });
    }
  await asking.dispose();
});

test("[E150] over https browsers are told to stay there, cookies are bound to the host, and a page that fails says nothing", async ({
  playwright,
}) => {
  const port = await freePort();
  const address = `http://localhost:${port}`;
  // The same build at an address with https, its registry out of reach.
  const secure = "https://consultations.example";
  const stricken = start(
    "next",
    ["start", "--hostname", "localhost", "--port", String(port)],
    {
      ...process.env,
      NODE_ENV: "production",
      AUTH_URL: secure,
      NEXTAUTH_URL: secure,
      DATABASE_URL: "postgres://nobody@127.0.0.1:1/nothing",
    },
    "ignore",
  );
  try {
    await untilServed(`${address}/sign-in`);
    const asking = await playwright.request.newContext({ baseURL: address });
    expect((await asking.get("/sign-in")).headers()["strict-transport-security"]).toMatch(/^max-age=\d{8}$/);
    const cookies = (await asking.get("/api/auth/csrf"))
      .headersArray()
      .filter(({ name }) => /^set-cookie$/i.test(name));
    expect(cookies.length).toBeGreaterThan(0);
    for (const { value } of cookies)
      expect(value).toMatch(/^__Host-tdt\.\w+=[^;]+; Path=\/; HttpOnly; Secure; SameSite=(Strict|Lax)$/);

    const page = await asking.get("/c/some-consultation");
    expect(page.status()).toBe(500);
    await expectGuardedPage(page, "/c/some-consultation");
    const procedure = await asking.post("/api/trpc/enrolment.seat", { data: { token: "A".repeat(22) } });
    expect(procedure.status()).toBe(500);
    for (const text of [await page.text(), await procedure.text()])
      expect(text).not.toMatch(/ECONNREFUSED|127\.0\.0\.1|node_modules|invitations|select/i);
    await asking.dispose();
  } finally {
    await stricken.stop();
  }
});

test("[E151] what the framework would fail over is answered as any other request that is not known here", async ({
  playwright,
  baseURL,
}) => {
  const asking = await playwright.request.newContext({ baseURL: baseURL ?? "" });
  for (const address of [
    "/",
    "/sign-in",
    "/c/anything",
    "/api/ballot/submit",
    "/api/health",
    "/nothing-here",
  ]) {
    const traced = await asking.fetch(address, { method: "TRACE" });
    const isProcedure = address.startsWith("/api/");
    expect(traced.status(), `TRACE ${address}`).toBe(isProcedure ? 400 : 405);
    if (isProcedure) continue;
    const act = await asking.post(address, { headers: { "next-action": "0".repeat(42) } });
    expect(act.status(), `POST ${address}`).toBe(405);
  }
  for (const address of [
    "/c/a%ff",
    "/reports/%e0%a4",
    "/api/ballot/submit%ff",
    "/api/auth/csrf%ff",
    "/api/nothing%ff",
  ]) {
    const response = await asking.get(address);
    expect(response.status(), address).toBe(400);
    expect(response.headers(), address).toMatchObject(EVERYWHERE);
  }
  expect((await asking.get("/c/a%00b")).status()).toBe(404);
  await asking.dispose();
});
