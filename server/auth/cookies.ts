import "server-only";
import type { CookiesOptions } from "next-auth";

type Name = "sessionToken" | "csrfToken" | "callbackUrl" | "pkceCodeVerifier" | "state" | "nonce";
type OurCookies = Pick<CookiesOptions, Name>;

/** Seconds that somebody has between leaving for a provider and coming back. */
const AWAY = 900;

/**
 * The cookies of sign-in at this address of the instance. Over https their names begin with `__Host-`: a browser then
 * takes them only from this very host and over https, so that no neighbour under the same domain can plant one. The
 * session goes along when a link in a mail leads here, and so do those that a provider's way back needs; the token against
 * forged forms never comes from elsewhere.
 */
export function signInCookies(authUrl: string): OurCookies {
  const secure = new URL(authUrl).protocol === "https:";
  const cookie = (name: string, sameSite: "lax" | "strict") => ({
    name: `${secure ? "__Host-" : ""}tdt.${name}`,
    options: { httpOnly: true, sameSite, path: "/", secure },
  });
  const ofTheWay = (name: string) => {
    const { options, ...named } = cookie(name, "lax");
    return { ...named, options: { ...options, maxAge: AWAY } };
  };
  return {
    sessionToken: cookie("session", "lax"),
    csrfToken: cookie("csrf", "strict"),
    callbackUrl: cookie("callback", "lax"),
    pkceCodeVerifier: ofTheWay("pkce"),
    state: ofTheWay("state"),
    nonce: ofTheWay("nonce"),
  };
}
