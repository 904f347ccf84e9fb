import { mkdtempSync, readdirSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { eq } from "drizzle-orm";
import { afterAll, describe, expect, it } from "vitest";
import { type OutboxMail, startOutbox } from "@/bin/outbox";
import { people, roles, sessions, verificationTokens } from "@/db/registry/schema";
import { actorOfSession } from "@/server/auth/actor";
import { storedToken } from "@/server/auth/hashed-sessions";
import { invitePerson, missionNamed } from "@/server/auth/invitation";
import { signInOptions } from "@/server/auth/options";
import { ballotDatabase, registryDatabase } from "@/tests/support/databases";
import { scene } from "@/tests/support/scene";
import { signInBrowser } from "@/tests/support/sign-in-browser";

const registry = await registryDatabase();
const outbox = await startOutbox(mkdtempSync(join(tmpdir(), "tour-de-table-outbox-")));
afterAll(() => outbox.stop());

const options = signInOptions(registry, {
  AUTH_SECRET: "a secret of at least thirty-two characters",
  AUTH_URL: "http://localhost:3000",
  AUTH_EMAIL_FROM: "Tour de Table <no-reply@localhost>",
  SMTP_URL: outbox.url,
});

const browser = () => signInBrowser(options);

/** Asks for a link and gives where the page would go next. */
const askForLink = (email: string) =>
  browser().send("signin/email", { email, callbackUrl: "/consultations" });

const mails = (): OutboxMail[] =>
  readdirSync(outbox.directory)
    .sort()
    // Written by the mail server above.
    .map((name) => JSON.parse(readFileSync(join(outbox.directory, name), "utf8")) as OutboxMail);

const mailedLink = () => new URL(mails().at(-1)?.links[0] ?? "");

const missionId = await missionNamed(registry, "Permanent Mission of Malaysia");
const personId = await invitePerson(registry, { email: "Host@Mission.example ", name: "A host", missionId });

describe("asking for a link", () => {
  it("[H1] mails a link to whoever is invited, however the address is written", async () => {
    await askForLink(" HOST@mission.example");
    expect(mails()).toHaveLength(1);
    expect(mails()[0]).toMatchObject({ to: "host@mission.example", subject: "Sign in to Tour de Table" });
  });

  it("[H2] gives whoever is not invited the same reply and no mail", async () => {
    const before = mails().length;
    const known = await askForLink("host@mission.example");
    expect(await askForLink("stranger@elsewhere.example")).toBe(known);
    expect(mails()).toHaveLength(before + 1);
    expect(await registry.select().from(people)).toHaveLength(1);
  });

  it("[H3] mails an address of the product that uses nothing up when it is merely opened", async () => {
    await askForLink("host@mission.example");
    expect(mailedLink().origin + mailedLink().pathname).toBe("http://localhost:3000/sign-in/confirm");
  });

  it("[H4] says the same in the plain mail and in the one with marks", async () => {
    await askForLink("host@mission.example");
    const mail = mails().at(-1);
    const { search } = mailedLink();
    expect(mail?.text).toContain(search);
    expect(mail?.html).toContain(search.replaceAll("&", "&amp;"));
    expect(mail?.text).toContain("30 minutes");
    expect(mail?.html).toContain("30 minutes");
  });

  it("[H5] stores the link's token as a hash alone", async () => {
    await askForLink("host@mission.example");
    const stored = await registry.select().from(verificationTokens);
    expect(stored.map(({ token }) => token)).not.toContain(mailedLink().searchParams.get("token"));
  });
});

describe("using a link", () => {
  async function signedInWith(link: URL) {
    const page = browser();
    const reply = await page.ask("GET", "callback/email", Object.fromEntries(link.searchParams));
    return { redirect: reply.redirect, session: page.cookies["tdt.session"] };
  }

  it("[H6] starts a session of eight hours, and its holder is the actor with their roles", async () => {
    const play = await scene(registry, await ballotDatabase(), 0);
    await registry
      .insert(roles)
      .values({ consultationId: play.consultationId, personId, role: "rapporteur" });
    await askForLink("host@mission.example");
    const { session = "" } = await signedInWith(mailedLink());
    const [stored] = await registry
      .select()
      .from(sessions)
      .where(eq(sessions.sessionToken, storedToken(session)));
    const hours = ((stored?.expires.getTime() ?? 0) - Date.now()) / 3_600_000;
    expect(hours).toBeGreaterThan(7.9);
    expect(hours).toBeLessThanOrEqual(8);
    expect(await actorOfSession(registry, session, new Date())).toEqual({
      personId,
      name: "A host",
      email: "host@mission.example",
      missionId,
      roles: { [play.consultationId]: "rapporteur" },
    });
    const afterwards = new Date((stored?.expires.getTime() ?? 0) + 1);
    expect(await actorOfSession(registry, session, afterwards)).toBeNull();
    expect(await actorOfSession(registry, "made up", new Date())).toBeNull();
  });

  it("[H71] stores the session under the hash of its token, and ends it by the token", async () => {
    await askForLink("host@mission.example");
    const { session = "" } = await signedInWith(mailedLink());
    expect(session).not.toBe("");
    const stored = await registry.select().from(sessions);
    expect(stored.map(({ sessionToken }) => sessionToken)).not.toContain(session);
    expect(await actorOfSession(registry, session, new Date())).toMatchObject({ personId });
    expect(await actorOfSession(registry, storedToken(session), new Date())).toBeNull();
  });

  it("[H72] leads to a page of ours, whatever address was asked for", async () => {
    const redirect = options.callbacks?.redirect;
    const baseUrl = "http://localhost:3000";
    for (const url of [
      "https://evil.example",
      "//evil.example",
      "http://localhost:3000.evil.example/",
      "http://[",
    ])
      expect(await redirect?.({ url, baseUrl })).toBe(baseUrl);
    expect(await redirect?.({ url: "/consultations", baseUrl })).toBe(`${baseUrl}/consultations`);
  });

  it("[H7] works once; the second time leads back to the sign-in page with the reason", async () => {
    await askForLink("host@mission.example");
    const link = mailedLink();
    expect((await signedInWith(link)).session).toBeDefined();
    const again = await signedInWith(link);
    expect(again.session).toBeUndefined();
    expect(again.redirect).toContain("error=Verification");
  });
});

describe("inviting", () => {
  it("[H8] makes a mission and a person once, and never moves a person to another mission", async () => {
    expect(await missionNamed(registry, "Permanent Mission of Malaysia")).toBe(missionId);
    expect(await invitePerson(registry, { email: "HOST@mission.example", name: null, missionId })).toBe(
      personId,
    );
    const other = await missionNamed(registry, "Permanent Mission of the Netherlands");
    await expect(
      invitePerson(registry, { email: "host@mission.example", name: null, missionId: other }),
    ).rejects.toMatchObject({ code: "acts_for_another_mission" });
  });

  it("[H9] lets whoever acted for no mission act for one from then on", async () => {
    const email = "observer@secretariat.example";
    const observer = await invitePerson(registry, { email, name: null, missionId: null });
    expect(await invitePerson(registry, { email, name: null, missionId })).toBe(observer);
    const [stored] = await registry.select().from(people).where(eq(people.id, observer));
    expect(stored?.missionId).toBe(missionId);
  });
});
