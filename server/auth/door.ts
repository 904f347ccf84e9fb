import "server-only";
import type { NextRequest } from "next/server";
import { registryEnv } from "@/server/env";
import { fromThisOrigin, lengthOf, refusal } from "@/server/trpc/requests";
import { signInCookies } from "./cookies";
import { OIDC, providerName } from "./oidc";

/** What our pages ask of next-auth, by method and address; it answers more, such as writing what is sent into the log. */
const ASKED = new Set([
  "GET callback/email",
  "GET csrf",
  "GET error",
  "GET providers",
  "GET signin",
  "GET signout",
  "GET verify-request",
  "POST signin/email",
  "POST signout",
]);

/** The same where people can sign in with a provider, which sends them back. */
const ASKED_WITH_PROVIDER = new Set([...ASKED, `POST signin/${OIDC}`, `GET callback/${OIDC}`]);

/** Bytes that a form of ours may have. */
const MOST_BYTES = 16_384;

/** Whether this is an address of ours, whole or as a path. next-auth fails over any that is none. */
function isOurs(address: string): boolean {
  const { origin } = new URL(registryEnv().AUTH_URL);
  const whole = address.startsWith("/") ? URL.parse(address, origin) : URL.parse(address);
  return whole?.origin === origin;
}

/** Whether next-auth can be given a field: control characters end in headers and in the database. */
function canBeRead([name, value]: readonly [string, string]): boolean {
  if (/\p{Cc}/u.test(value) || !value.isWellFormed()) return false;
  if (name === "callbackUrl") return isOurs(value);
  return name !== "error" || /^\w*$/.test(value);
}

/**
 * Refuses what our pages never ask of sign-in: other addresses and methods, forms of another site or beyond measure, a
 * mailed link that another site would use up in somebody's name, and fields that cannot be read. From a provider people
 * come back by another site's doing: that it was asked for here, next-auth sees by the state that it sent along.
 */
export async function refusedBySignIn(request: NextRequest, address: string): Promise<Response | null> {
  const { method, headers, url } = request;
  const asked = providerName() === null ? ASKED : ASKED_WITH_PROVIDER;
  if (!asked.has(`${method} ${address}`)) return refusal(404, "not_found");
  const changes = method === "POST" || address === "callback/email";
  if (changes && !fromThisOrigin(request)) return refusal(403, "not_allowed");
  const fields = [...new URL(url).searchParams];
  if (method === "POST") {
    const type = headers.get("content-type") ?? "";
    if (!type.startsWith("application/x-www-form-urlencoded")) return refusal(415, "malformed_request");
    if (!(lengthOf(request) <= MOST_BYTES)) return refusal(413, "malformed_request");
    fields.push(...new URLSearchParams(await request.clone().text()));
  }
  const kept = request.cookies.get(signInCookies(registryEnv().AUTH_URL).callbackUrl.name);
  if (kept !== undefined) fields.push(["callbackUrl", kept.value]);
  return fields.every(canBeRead) ? null : refusal(400, "malformed_request");
}
