import { randomBytes } from "node:crypto";
import { type Change, changed } from "./changes";
import type { Draft, Endpoint } from "./endpoint";

const FORM = { "content-type": "application/x-www-form-urlencoded" };

/** The fields of a form or a query, whatever was made of them. */
function fieldsOf(content: unknown): string {
  if (typeof content !== "object" || content === null)
    return encodeURIComponent(String(content).toWellFormed());
  const fields = Object.entries(content).map(([name, value]) => [name, String(value)]);
  return new URLSearchParams(fields).toString();
}

type Csrf = { readonly csrfToken: string; readonly cookie: string };

/** What sign-in gives a browser before its first form: a token, and the cookie that must go along with it. */
async function csrfAt(baseUrl: string): Promise<Csrf> {
  const response = await fetch(new URL("/api/auth/csrf", baseUrl));
  const { csrfToken } = (await response.json()) as { csrfToken: string }; // next-auth's reply has this one field
  const cookie = response.headers.getSetCookie().map((line) => line.split(";")[0]);
  return { csrfToken, cookie: cookie.join("; ") };
}

/** Everything that sign-in is asked. Correctly signed is what bears a true token against forged forms. */
export async function signInEndpoints(baseUrl: string): Promise<Endpoint[]> {
  const { csrfToken, cookie } = await csrfAt(baseUrl);
  const there = { callbackUrl: "/consultations" };
  const form = { csrfToken: "0".repeat(64), json: "true", ...there };
  const link = { email: "stranger@audit.example", token: randomBytes(32).toString("hex") };
  const endpoint = (name: string, method: "GET" | "POST", content: object): Endpoint => {
    const address = `/api/auth/${name}`;
    const carrying = (fields: unknown, headers = {}): Draft =>
      method === "POST"
        ? { method, address, headers: { ...FORM, ...headers }, body: fieldsOf(fields) }
        : { method, address: `${address}?${fieldsOf(fields)}`, headers, body: null };
    const withToken = (change: Change | null) => {
      const whole = change === null ? content : changed(content, change);
      return method === "POST" && typeof whole === "object" ? { ...whole, csrfToken } : whole;
    };
    return {
      name: `${method} ${name}`,
      content: () => content,
      carrying,
      signed: async (_nth, change) => carrying(withToken(change), { cookie }),
    };
  };
  return [
    endpoint("csrf", "GET", there),
    endpoint("providers", "GET", {}),
    endpoint("signin", "GET", there),
    endpoint("signout", "GET", there),
    endpoint("error", "GET", { error: "Verification" }),
    endpoint("verify-request", "GET", { provider: "email", type: "email" }),
    endpoint("callback/email", "GET", { ...link, ...there }),
    endpoint("signin/email", "POST", { ...form, email: link.email }),
    endpoint("signout", "POST", form),
    // Answered only where a provider is named.
    endpoint("signin/oidc", "POST", form),
    endpoint("callback/oidc", "GET", { code: link.token, state: link.token, iss: "https://sso.example" }),
    // Not asked by any page, and answered by the library unless it is kept from it.
    endpoint("_log", "POST", { code: "CODE", level: "error", message: "any" }),
    endpoint("session", "GET", {}),
  ];
}
