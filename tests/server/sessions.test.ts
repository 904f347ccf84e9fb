import { randomUUID } from "node:crypto";
import { eq } from "drizzle-orm";
import { NextRequest } from "next/server";
import { afterEach, describe, expect, it, vi } from "vitest";
import { sessions, verificationTokens } from "@/db/registry/schema";
import type { Actor } from "@/domain/consultation/access";
import { actorOfSession } from "@/server/auth/actor";
import { signInAdapter } from "@/server/auth/adapter";
import { storedToken } from "@/server/auth/hashed-sessions";
import { invitePerson, missionNamed } from "@/server/auth/invitation";
import { signInOptions } from "@/server/auth/options";
import { endReplaced } from "@/server/auth/replaced";
import { callRegistry } from "@/server/trpc/router";
import { ballotDatabase, registryDatabase } from "@/tests/support/databases";
import { scene } from "@/tests/support/scene";
import { signInBrowser } from "@/tests/support/sign-in-browser";

const registry = await registryDatabase();
const play = await scene(registry, await ballotDatabase(), 0);
const missionId = await missionNamed(registry, "Permanent Mission of Malaysia");
const HOUR = 3_600_000;

const options = signInOptions(registry, {
  AUTH_SECRET: "a secret of at least thirty-two characters",
  AUTH_URL: "http://localhost:3000",
  AUTH_EMAIL_FROM: "Tour de Table <no-reply@localhost>",
  SMTP_URL: "smtp://never.example",
});

afterEach(() => void vi.useRealTimers());

/** Somebody invited, what they ask at a time, and how they sign in. */
async function somebody() {
  const email = `${randomUUID()}@mission.example`;
  const personId = await invitePerson(registry, { email, name: "Aminah", missionId });
  const actor: Actor = { personId, name: "Aminah", email, missionId, roles: {} };
  const adapter = signInAdapter(registry);
  const signIn = async (at = new Date()) => {
    const sessionToken = randomUUID();
    await adapter.createSession?.({
      sessionToken,
      userId: personId,
      expires: new Date(at.getTime() + 8 * HOUR),
    });
    return sessionToken;
  };
  return {
    email,
    personId,
    signIn,
    asked: (now = new Date()) => callRegistry({ ...play.context(actor), now }).sessions,
    signedIn: async (token: string, now = new Date()) =>
      (await actorOfSession(registry, token, now)) !== null,
  };
}

describe("sessions", () => {
  it("[L9] end eight hours after they began, and nothing that is done in one prolongs it", async () => {
    const { signIn, signedIn, asked } = await somebody();
    const began = new Date();
    const token = await signIn(began);
    const ends = began.getTime() + 8 * HOUR;
    for (const hours of [1, 4, 7.9]) {
      vi.useFakeTimers({ toFake: ["Date"], now: began.getTime() + hours * HOUR });
      const page = signInBrowser(options);
      page.cookies["tdt.session"] = token;
      await page.ask("GET", "session");
      await asked(new Date()).mine();
      expect(await signedIn(token, new Date())).toBe(true);
      const [stored] = await registry
        .select()
        .from(sessions)
        .where(eq(sessions.sessionToken, storedToken(token)));
      expect(stored?.expires.getTime()).toBe(ends);
    }
    expect(await signedIn(token, new Date(ends - 1))).toBe(true);
    expect(await signedIn(token, new Date(ends))).toBe(false);
  });

  it("[L9] that are over are kept by nobody once the next begins", async () => {
    const { signIn, personId } = await somebody();
    await signIn(new Date(Date.now() - 9 * HOUR));
    await signIn();
    expect(await registry.select().from(sessions).where(eq(sessions.userId, personId))).toHaveLength(1);
  });

  it("[L10] each person lists their own, with when each began and ends, and nothing of a device", async () => {
    const [mine, theirs] = [await somebody(), await somebody()];
    const began = new Date(Date.now() - HOUR);
    const first = await mine.signIn(began);
    const second = await mine.signIn();
    await theirs.signIn();
    const listed = await mine.asked().mine();
    expect(listed.map(({ name }) => name)).toEqual([storedToken(second), storedToken(first)]);
    expect(listed[1]).toEqual({
      name: storedToken(first),
      begunAt: began.toISOString(),
      endsAt: new Date(began.getTime() + 8 * HOUR).toISOString(),
    });
  });

  it("[L10] ends one of one's own, and never another's", async () => {
    const [mine, theirs] = [await somebody(), await somebody()];
    const [kept, ended, foreign] = [await mine.signIn(), await mine.signIn(), await theirs.signIn()];
    await mine.asked().end({ name: storedToken(ended) });
    await mine.asked().end({ name: storedToken(foreign) });
    await mine.asked().end({ name: ended });
    expect(await mine.signedIn(ended)).toBe(false);
    expect(await mine.signedIn(kept)).toBe(true);
    expect(await theirs.signedIn(foreign)).toBe(true);
  });

  it("[L23] a browser that is given another, or none, leaves none behind; one that keeps its own keeps it", async () => {
    const authUrl = "https://tour-de-table.example";
    const { signIn, signedIn } = await somebody();
    const answered = async (token: string, ...lines: string[]) => {
      const request = new NextRequest(authUrl, { headers: { cookie: `__Host-tdt.session=${token}` } });
      const response = new Response();
      for (const line of lines) response.headers.append("set-cookie", line);
      await endReplaced(registry, { request, response, authUrl });
      return signedIn(token);
    };
    expect(await answered(await signIn())).toBe(true);
    expect(await answered(await signIn(), "__Host-tdt.csrf=a; Path=/")).toBe(true);
    expect(await answered(await signIn(), "__Host-tdt.state=; Path=/", "__Host-tdt.session=b")).toBe(false);
    expect(await answered(await signIn(), "__Host-tdt.session=; Max-Age=0")).toBe(false);
  });

  it("[L11] signing out everywhere ends all of one's own, and links that were mailed and not used", async () => {
    const [mine, theirs] = [await somebody(), await somebody()];
    const tokens = [await mine.signIn(), await mine.signIn()];
    const foreign = await theirs.signIn();
    const expires = new Date(Date.now() + HOUR);
    for (const { email } of [mine, theirs])
      await registry.insert(verificationTokens).values({ identifier: email, token: randomUUID(), expires });
    await mine.asked().endAll();
    for (const token of tokens) expect(await mine.signedIn(token)).toBe(false);
    expect(await theirs.signedIn(foreign)).toBe(true);
    const links = await registry.select().from(verificationTokens);
    expect(links.map(({ identifier }) => identifier)).toEqual([theirs.email]);
  });
});
