import { NextRequest } from "next/server";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { signInCookies } from "@/server/auth/cookies";
import { refusedBySignIn } from "@/server/auth/door";
import { environmentAt } from "@/tests/support/environment";

const ORIGIN = "https://tour-de-table.example";
const VARIABLES = environmentAt(ORIGIN);
beforeEach(() => {
  for (const [name, value] of Object.entries(VARIABLES)) vi.stubEnv(name, value);
});
afterEach(() => void vi.unstubAllEnvs());

type Headers = Record<string, string>;

/** The status with which the door refuses, or null where it lets through. */
async function door(asked: string, headers: Headers = {}, body?: string): Promise<number | null> {
  const [method = "", address = ""] = asked.split(" ");
  const url = new URL(`/api/auth/${address}`, ORIGIN);
  const form = {
    "content-type": "application/x-www-form-urlencoded",
    "content-length": String(body?.length ?? 0),
  };
  const request = new NextRequest(url, {
    method,
    headers: { ...(method === "POST" && form), ...headers },
    ...(body !== undefined && { body }),
  });
  const refused = await refusedBySignIn(request, url.pathname.slice("/api/auth/".length));
  return refused?.status ?? null;
}

describe("the door of sign-in", () => {
  it("[A204] lets through what its pages ask", async () => {
    for (const asked of [
      "csrf",
      "providers",
      "signin?callbackUrl=%2Fconsultations",
      "error?error=Verification",
    ])
      expect(await door(`GET ${asked}`), asked).toBeNull();
    const form = new URLSearchParams({
      email: "host@mission.example",
      callbackUrl: `${ORIGIN}/consultations`,
    });
    expect(await door("POST signin/email", { origin: ORIGIN }, String(form))).toBeNull();
    expect(await door("POST signout", { "sec-fetch-site": "same-origin" }, "json=true")).toBeNull();
  });

  it("[A204] nothing else: no other address or method, no other content, nothing beyond measure", async () => {
    for (const asked of [
      "POST _log",
      "GET session",
      "POST callback/email",
      "GET signin/email",
      "GET csrf/x",
      "HEAD csrf",
    ])
      expect(await door(asked), asked).toBe(404);
    expect(await door("POST signout", { "content-type": "application/json" }, "{}")).toBe(415);
    expect(await door("POST signout", { "content-length": "16385" }, "json=true")).toBe(413);
    expect(await door("POST signout", { "content-length": "much" }, "json=true")).toBe(413);
  });

  it("[A205] a link is used up, and a form taken, only when a page of ours asks", async () => {
    const elsewhere: Headers[] = [
      { origin: "https://elsewhere.example" },
      { "sec-fetch-site": "cross-site" },
    ];
    for (const headers of elsewhere)
      for (const asked of ["GET callback/email?token=a&email=b", "POST signin/email", "POST signout"])
        expect(await door(asked, headers, asked.startsWith("POST") ? "a=b" : undefined)).toBe(403);
    expect(await door("GET callback/email?token=a&email=b", { "sec-fetch-site": "same-origin" })).toBeNull();
  });

  it("[L7] lets a provider send people back only where one is named, by no other method and with fields that can be read", async () => {
    const back = "callback/oidc?code=a&state=b&iss=https%3A%2F%2Fsso.example";
    const fromElsewhere = { "sec-fetch-site": "cross-site" };
    for (const asked of [`GET ${back}`, "POST signin/oidc"]) expect(await door(asked)).toBe(404);
    vi.stubEnv("OIDC_ISSUER", "https://sso.example");
    vi.stubEnv("OIDC_CLIENT_ID", "tour-de-table");
    vi.stubEnv("OIDC_CLIENT_SECRET", "secret");
    expect(await door(`GET ${back}`, fromElsewhere)).toBeNull();
    expect(await door(`GET ${back}%0D%0A`, fromElsewhere)).toBe(400);
    expect(await door(`POST ${back}`, fromElsewhere, "a=b")).toBe(404);
    expect(await door("POST signin/oidc", { "sec-fetch-site": "same-origin" }, "json=true")).toBeNull();
    expect(await door("POST signin/oidc", fromElsewhere, "json=true")).toBe(403);
    expect(await door("GET signin/oidc")).toBe(404);
  });

  it("[A206] leads nowhere but to us, and refuses fields that nothing could do anything with", async () => {
    for (const address of [
      "https://elsewhere.example/",
      "javascript:alert(1)",
      "//elsewhere.example",
      "http://[",
      "consultations",
    ])
      expect(await door(`GET signin?callbackUrl=${encodeURIComponent(address)}`), address).toBe(400);
    const { name } = signInCookies(ORIGIN).callbackUrl;
    expect(await door("GET csrf", { cookie: `${name}=https%3A%2F%2Felsewhere.example` })).toBe(400);
    expect(await door("GET csrf", { cookie: `${name}=${encodeURIComponent(ORIGIN)}` })).toBeNull();
    for (const field of ["email=a%00b", "email=a%0D%0Ab%3A%20c", "token=%1B"])
      expect(await door(`GET callback/email?${field}`), field).toBe(400);
    expect(await door("GET error?error=Verification%26a%3Db")).toBe(400);
  });
});

describe("the cookies of sign-in", () => {
  it("[A207] over https a browser takes each from this very host alone, and shows none to a script", () => {
    for (const { name, options } of Object.values(signInCookies(ORIGIN))) {
      expect(name).toMatch(/^__Host-/);
      // What the prefix asks of a cookie: secure, for the whole host, and for no other.
      expect(options).toMatchObject({ secure: true, httpOnly: true, path: "/" });
      expect(options.domain).toBeUndefined();
    }
    expect(signInCookies(ORIGIN).csrfToken.options.sameSite).toBe("strict");
    expect(signInCookies(ORIGIN).sessionToken.options.sameSite).toBe("lax");
  });

  it("[A207] on a developer's machine without https they have no prefix, which browsers would refuse", () => {
    for (const { name, options } of Object.values(signInCookies("http://localhost:3000"))) {
      expect(name).not.toMatch(/^__/);
      expect(options.secure).toBe(false);
    }
  });
});
