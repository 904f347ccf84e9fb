import "server-only";
import type { CookiesOptions } from "next-auth";

type OurCookies = Pick<CookiesOptions, "sessionToken" | "csrfToken" | "callbackUrl">;

/**
 * The cookies of sign-in at this address of the instance. Over https their names begin with `__Host-`: a browser then
 * takes them only from this very host and over https, so that no neighbour under the same domain can plant one. The
 * session goes along when a link in a mail leads here; the others never come from elsewhere.
 */
export function signInCookies(authUrl: string): OurCookies {
  const secure = new URL(authUrl).protocol === "https:";
  const cookie = (name: string, sameSite: "lax" | "strict") => ({
    name: `${secure ? "__Host-" : ""}tdt.${name}`,
    options: { httpOnly: true, sameSite, path: "/", secure },
  });
  return {
    sessionToken: cookie("session", "lax"),
    csrfToken: cookie("csrf", "strict"),
    callbackUrl: cookie("callback", "strict"),
  };
}
