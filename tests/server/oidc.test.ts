import { eq } from "drizzle-orm";
import { afterAll, afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { freePort } from "@/db/embedded";
import { accounts, people, sessions } from "@/db/registry/schema";
import { actorOfSession } from "@/server/auth/actor";
import { invitePerson, missionNamed } from "@/server/auth/invitation";
import { signInOptions } from "@/server/auth/options";
import { registryDatabase } from "@/tests/support/databases";
import { type Account, startProvider, throughProvider } from "@/tests/support/oidc-provider";
import { signInBrowser } from "@/tests/support/sign-in-browser";

const registry = await registryDatabase();
const baseUrl = "http://localhost:3000";
const known: Account[] = [
  { sub: "host", email: "Host@Mission.example", email_verified: true },
  { sub: "colleague", email: "colleague@mission.example", email_verified: true },
  { sub: "claiming", email: "host@mission.example", email_verified: false },
  { sub: "silent", email: "host@mission.example" },
  { sub: "nameless" },
  { sub: "stranger", email: "stranger@elsewhere.example", email_verified: true },
];
const providing = { baseUrl, accounts: () => known };
const [provider, other] = await Promise.all([
  freePort().then((port) => startProvider({ ...providing, port })),
  freePort().then((port) => startProvider({ ...providing, port, addressInToken: true })),
]);
afterAll(() => Promise.all([provider.stop(), other.stop()]));

const SETTINGS = {
  AUTH_SECRET: "a secret of at least thirty-two characters",
  AUTH_URL: baseUrl,
  AUTH_EMAIL_FROM: "Tour de Table <no-reply@localhost>",
  SMTP_URL: "smtp://never.example",
};
const optionsWith = (variables: Readonly<Record<string, string>>) =>
  signInOptions(registry, { ...SETTINGS, ...variables });

const missionId = await missionNamed(registry, "Permanent Mission of Malaysia");
const invite = (email: string) => invitePerson(registry, { email, name: "A host", missionId });
const hostId = await invite("host@mission.example");
await invite("colleague@mission.example");

beforeEach(() => void vi.spyOn(console, "error").mockImplementation(() => undefined));
afterEach(() => void vi.restoreAllMocks());

type Tampering = {
  /** What becomes of the address at which the provider is asked. */
  readonly asked?: (address: URL) => void;
  /** What becomes of the address at which it sends back. */
  readonly back?: (address: URL) => void;
};

/** Signs in with the provider as somebody whom it knows. */
async function signedInAs(
  sub: string,
  page = signInBrowser(optionsWith(provider.variables)),
  { asked, back }: Tampering = {},
) {
  const leaving = new URL(await page.send("signin/oidc", { callbackUrl: "/consultations" }));
  asked?.(leaving);
  const returning = await throughProvider(leaving.href, sub);
  back?.(returning);
  const { redirect } = await page.ask("GET", "callback/oidc", Object.fromEntries(returning.searchParams));
  return { redirect, session: page.cookies["tdt.session"], leaving };
}

describe("signing in with a provider", () => {
  it("[L1] leads a person who is invited to their consultations, for eight hours, as the mailed link would", async () => {
    const { redirect, session = "" } = await signedInAs("host");
    expect(redirect).toBe(`${baseUrl}/consultations`);
    expect(await actorOfSession(registry, session, new Date())).toMatchObject({
      personId: hostId,
      email: "host@mission.example",
    });
    const later = new Date(Date.now() + 8 * 3_600_000 + 1_000);
    expect(await actorOfSession(registry, session, later)).toBeNull();
  });

  it("[L1] takes the address from the provider's token where it stands there", async () => {
    const page = signInBrowser(optionsWith(other.variables));
    const { session = "" } = await signedInAs("host", page);
    expect(await actorOfSession(registry, session, new Date())).toMatchObject({ personId: hostId });
  });

  it("[L2] asks with state, nonce and a challenge of PKCE, and takes no answer to another question", async () => {
    const { leaving } = await signedInAs("host");
    expect(leaving.searchParams.get("code_challenge_method")).toBe("S256");
    const changed = (name: string) => (address: URL) => {
      expect(address.searchParams.get(name)?.length).toBeGreaterThan(20);
      address.searchParams.set(name, "A".repeat(43));
    };
    const tamperings: Tampering[] = [
      { asked: changed("nonce") },
      { asked: changed("code_challenge") },
      { back: changed("state") },
      { back: changed("code") },
      { back: (address) => address.searchParams.set("iss", other.issuer) },
    ];
    for (const tampering of tamperings) {
      const page = signInBrowser(optionsWith(provider.variables));
      const { redirect, session } = await signedInAs("host", page, tampering);
      expect(redirect).toBe(`${baseUrl}/api/auth/error?error=OAuthCallback`);
      expect(session).toBeUndefined();
    }
  });

  it("[L2] takes an answer once, and only in the browser that asked", async () => {
    const page = signInBrowser(optionsWith(provider.variables));
    const leaving = await page.send("signin/oidc", { callbackUrl: "/consultations" });
    const fields = Object.fromEntries((await throughProvider(leaving, "host")).searchParams);
    const elsewhere = signInBrowser(optionsWith(provider.variables));
    await elsewhere.ask("GET", "callback/oidc", fields);
    expect(elsewhere.cookies["tdt.session"]).toBeUndefined();
    await page.ask("GET", "callback/oidc", fields);
    expect(page.cookies["tdt.session"]).toBeDefined();
    const again = await page.ask("GET", "callback/oidc", fields);
    expect(again.redirect).toContain("error=OAuthCallback");
  });

  it("[L3] refuses whom the provider does not vouch for, and whom nobody has invited, and makes nobody", async () => {
    const before = await registry.select().from(people);
    for (const [sub, error] of [
      ["claiming", "OidcUnverified"],
      ["silent", "OidcUnverified"],
      ["nameless", "OidcUnverified"],
      ["stranger", "OidcNotInvited"],
    ] as const) {
      const { redirect, session } = await signedInAs(sub);
      expect([sub, redirect, session]).toEqual([sub, `${baseUrl}/sign-in?error=${error}`, undefined]);
    }
    expect(await registry.select().from(people)).toEqual(before);
    const linked = await registry.select().from(accounts);
    expect(linked.map(({ providerAccountId }) => providerAccountId.split(" ")[1])).not.toContain("claiming");
  });

  it("[L3] refuses whoever speaks under another name than the issuer that was named", async () => {
    const misnamed = provider.issuer.replace("localhost", "127.0.0.1");
    const page = signInBrowser(optionsWith({ ...provider.variables, OIDC_ISSUER: misnamed }));
    const { redirect, session } = await signedInAs("host", page);
    expect(redirect).toBe(`${baseUrl}/sign-in?error=OidcIssuer`);
    expect(session).toBeUndefined();
  });

  it("[L4] an account is the person of its verified address, also where somebody else is signed in", async () => {
    const page = signInBrowser(optionsWith(provider.variables));
    await signedInAs("host", page);
    const { session = "" } = await signedInAs("colleague", page);
    expect(await actorOfSession(registry, session, new Date())).toMatchObject({
      email: "colleague@mission.example",
    });
    const linked = await registry.select().from(accounts).where(eq(accounts.userId, hostId));
    expect(linked.map(({ providerAccountId }) => providerAccountId)).not.toContain(
      `${provider.issuer} colleague`,
    );
  });

  it("[L4] an account whose address has changed signs in neither person", async () => {
    await signedInAs("colleague");
    const index = known.findIndex(({ sub }) => sub === "colleague");
    const before = known[index];
    known[index] = { sub: "colleague", email: "host@mission.example", email_verified: true };
    const { redirect, session } = await signedInAs("colleague");
    expect(redirect).toBe(`${baseUrl}/sign-in?error=OidcOtherAddress`);
    expect(session).toBeUndefined();
    if (before !== undefined) known[index] = before;
  });

  it("[L5] keeps whose the account is, and nothing that the provider gave along", async () => {
    await signedInAs("host");
    const [kept] = await registry
      .select()
      .from(accounts)
      .where(eq(accounts.providerAccountId, `${provider.issuer} host`));
    const { userId, type, provider: name, providerAccountId, ...rest } = kept ?? {};
    expect([userId, type, name, providerAccountId]).toEqual([
      hostId,
      "oauth",
      "oidc",
      `${provider.issuer} host`,
    ]);
    expect(Object.values(rest).every((value) => value === null)).toBe(true);
  });

  it("[L6] leaves of what went wrong no address, token or name in the log", async () => {
    const logged = vi.spyOn(process.stderr, "write").mockReturnValue(true);
    for (const sub of ["claiming", "stranger"]) await signedInAs(sub);
    await signedInAs("host", undefined, { back: (address) => address.searchParams.set("code", "A") });
    await signInBrowser(optionsWith(provider.variables)).ask("GET", "callback/oidc", {
      error: "access_denied",
      error_description: "host@mission.example",
    });
    const lines = logged.mock.calls.map(([line]) => JSON.parse(String(line)));
    expect(lines.length).toBeGreaterThan(0);
    for (const line of lines)
      expect(line).toEqual({
        level: "warn",
        time: expect.any(String),
        event: "sign-in failed",
        code: expect.stringMatching(/^[A-Z_]+$/),
      });
  });

  it("[L7] without a provider there is the mailed link alone", async () => {
    const page = signInBrowser(optionsWith({}));
    expect(await page.send("signin/oidc", { callbackUrl: "/consultations" })).not.toContain(provider.issuer);
    const { body } = await page.ask("GET", "providers");
    expect(Object.keys(Object(body))).toEqual(["email"]);
    const before = await registry.select().from(sessions);
    await page.ask("GET", "callback/oidc", { code: "any", state: "any" });
    expect(await registry.select().from(sessions)).toEqual(before);
  });
});
