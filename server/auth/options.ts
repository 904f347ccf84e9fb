import "server-only";
import type { NextAuthOptions } from "next-auth";
import EmailProvider from "next-auth/providers/email";
import { createTransport } from "nodemailer";
import type { RegistryDatabase } from "@/db/registry/client";
import { registryHandle } from "@/server/connections";
import { type RegistryEnv, registryEnv } from "@/server/env";
import { limitOf } from "@/server/limits";
import { log } from "@/server/log";
import { withoutValues } from "@/server/trpc/refusals";
import { signInAdapter } from "./adapter";
import { signInCookies } from "./cookies";
import { SESSION_HOURS } from "./hashed-sessions";
import { addressOf, isInvited } from "./invitation";
import { signInMail } from "./mail";
import { type Claims, OIDC, providerOf, refusalOf } from "./oidc";

/** Minutes for which a mailed link can be used. */
const LINK_MINUTES = 30;

/** Links that are mailed to one address within ten minutes. */
const withinMailLimit = limitOf(10, 600);

const mayBeMailed = (email: string): Promise<boolean> =>
  withinMailLimit(addressOf(email)).then(
    () => true,
    () => false,
  );

/** What sign-in needs of the environment. */
type SignInSettings = Pick<RegistryEnv, "AUTH_SECRET" | "AUTH_URL" | "AUTH_EMAIL_FROM" | "SMTP_URL"> &
  Partial<Pick<RegistryEnv, "OIDC_ISSUER" | "OIDC_CLIENT_ID" | "OIDC_CLIENT_SECRET" | "OIDC_NAME">>;

/**
 * Sign-in by a mailed link, and by a provider of OpenID Connect where one is named, for people whom a host or the command
 * line has invited, and nobody else.
 */
export function signInOptions(db: RegistryDatabase, settings: SignInSettings): NextAuthOptions {
  const { AUTH_SECRET, AUTH_URL, AUTH_EMAIL_FROM, SMTP_URL, OIDC_ISSUER = "" } = settings;
  const provider = providerOf(settings);
  const invited = (address: string) => withoutValues(isInvited(db, address));
  // Where next-auth sends whoever has been mailed a link.
  const sent = new URL("/api/auth/verify-request?provider=email&type=email", AUTH_URL).href;
  return {
    adapter: signInAdapter(db),
    secret: AUTH_SECRET,
    session: { strategy: "database", maxAge: SESSION_HOURS * 3_600, updateAge: SESSION_HOURS * 3_600 },
    cookies: signInCookies(AUTH_URL),
    useSecureCookies: new URL(AUTH_URL).protocol === "https:",
    pages: {
      signIn: "/sign-in",
      signOut: "/consultations",
      verifyRequest: "/sign-in/sent",
      error: "/sign-in",
    },
    providers: [
      ...(provider === null ? [] : [provider]),
      EmailProvider({
        from: AUTH_EMAIL_FROM,
        maxAge: LINK_MINUTES * 60,
        normalizeIdentifier: addressOf,
        sendVerificationRequest: async ({ identifier, token }) => {
          const link = new URL("/sign-in/confirm", AUTH_URL);
          link.searchParams.set("email", identifier);
          link.searchParams.set("token", token);
          const mail = signInMail(link.href, LINK_MINUTES);
          await createTransport(SMTP_URL).sendMail({ from: AUTH_EMAIL_FROM, to: identifier, ...mail });
        },
      }),
    ],
    callbacks: {
      // Whoever is not invited, or asks over and over, gets the same reply as everybody, and no mail.
      signIn: async ({ user, email, account, profile }) => {
        if (account?.provider === OIDC) {
          const claims = profile as Claims | undefined; // what `providerOf` makes of the provider's answers
          const refused = await refusalOf(claims, user.email, { issuer: OIDC_ISSUER, isInvited: invited });
          return refused === null ? true : new URL(`/sign-in?error=${refused}`, AUTH_URL).href;
        }
        if (typeof user.email !== "string" || !(await invited(user.email))) return sent;
        return email?.verificationRequest !== true || (await mayBeMailed(user.email)) ? true : sent;
      },
      // Nowhere but to a page of ours, whatever was asked.
      redirect: ({ url, baseUrl }) => {
        const wanted = URL.parse(url, baseUrl);
        return wanted?.origin === new URL(baseUrl).origin ? wanted.href : baseUrl;
      },
    },
    logger: {
      // next-auth's own lines carry addresses.
      error: (code) => log.warn("sign-in failed", { code }),
      warn: () => undefined,
      debug: () => undefined,
    },
  };
}

/** The options of this process. */
export const authOptions = (): NextAuthOptions => signInOptions(registryHandle(), registryEnv());
