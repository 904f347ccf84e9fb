import "server-only";
import { DrizzleAdapter } from "@auth/drizzle-adapter";
import { eq } from "drizzle-orm";
import type { NextAuthOptions } from "next-auth";
import EmailProvider from "next-auth/providers/email";
import { createTransport } from "nodemailer";
import type { RegistryDatabase } from "@/db/registry/client";
import { accounts, people, sessions, verificationTokens } from "@/db/registry/schema";
import { registryHandle } from "@/server/connections";
import { type RegistryEnv, registryEnv } from "@/server/env";
import { limitOf } from "@/server/limits";
import { withoutValues } from "@/server/trpc/refusals";
import { signInCookies } from "./cookies";
import { withHashedSessions } from "./hashed-sessions";
import { addressOf } from "./invitation";
import { signInMail } from "./mail";

/** Hours after which a session ends, whatever was done in it. */
const SESSION_HOURS = 8;
/** Minutes for which a mailed link can be used. */
const LINK_MINUTES = 30;

/** Links that are mailed to one address within ten minutes. */
const withinMailLimit = limitOf(10, 600);

const mayBeMailed = (email: string): Promise<boolean> =>
  withinMailLimit(addressOf(email)).then(
    () => true,
    () => false,
  );

const tables = {
  usersTable: people,
  accountsTable: accounts,
  sessionsTable: sessions,
  verificationTokensTable: verificationTokens,
};

async function isInvited(db: RegistryDatabase, email: string): Promise<boolean> {
  const found = await db
    .select({ id: people.id })
    .from(people)
    .where(eq(people.email, addressOf(email)));
  return found.length > 0;
}

/** What sign-in needs of the environment. */
type SignInSettings = Pick<RegistryEnv, "AUTH_SECRET" | "AUTH_URL" | "AUTH_EMAIL_FROM" | "SMTP_URL">;

/** Sign-in by a mailed link, for people whom a host or the command line has invited, and nobody else. */
export function signInOptions(
  db: RegistryDatabase,
  { AUTH_SECRET, AUTH_URL, AUTH_EMAIL_FROM, SMTP_URL }: SignInSettings,
): NextAuthOptions {
  // Where next-auth sends whoever has been mailed a link.
  const sent = new URL("/api/auth/verify-request?provider=email&type=email", AUTH_URL).href;
  return {
    // The adapter is written for Auth.js; its methods are those that next-auth 4 calls.
    adapter: withHashedSessions(DrizzleAdapter(db, tables) as Parameters<typeof withHashedSessions>[0]),
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
      signIn: async ({ user, email }) => {
        if (typeof user.email !== "string" || !(await withoutValues(isInvited(db, user.email)))) return sent;
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
      error: (code) => console.error(`sign-in: ${code}`),
      warn: () => undefined,
      debug: () => undefined,
    },
  };
}

/** The options of this process. */
export const authOptions = (): NextAuthOptions => signInOptions(registryHandle(), registryEnv());
