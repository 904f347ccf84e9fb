import { randomUUID } from "node:crypto";
import { type Page, request } from "@playwright/test";
import { createTRPCClient, httpLink } from "@trpc/client";
import type { ClosingRouter } from "@/server/trpc/closing-router";
import type { AppRouter } from "@/server/trpc/router";
import { operate } from "./commands";
import { linkMailedTo } from "./mail";

/** Invites the first host of a mission, as whoever runs the instance does, and gives the host's address. */
export async function inviteHost(mission: string): Promise<string> {
  const email = `host-${randomUUID().slice(0, 8)}@mission.example`;
  await operate("host-invite", "--mission", mission, "--email", email, "--name", "Aminah");
  return email;
}

/** Signs in on a page through the mailed link. */
export async function signIn(page: Page, email: string): Promise<void> {
  await page.goto("/sign-in");
  await page.getByLabel("E-mail address").fill(email);
  await page.getByRole("button", { name: "Send the link" }).click();
  await page.getByRole("heading", { name: "Look in your mail" }).waitFor();
  await page.goto(await linkMailedTo(email));
  await page.getByRole("button", { name: "Sign in now" }).click();
  await page.getByRole("heading", { name: "Consultations" }).waitFor();
}

/** The session of somebody invited, by the same mail and the same addresses, without pages. */
export async function sessionOf(email: string) {
  const asking = await request.newContext({ baseURL: process.env.BASE_URL ?? "" });
  const { csrfToken } = await (await asking.get("/api/auth/csrf")).json();
  await asking.post("/api/auth/signin/email", { form: { csrfToken, email, callbackUrl: "/consultations" } });
  const query = new URL(await linkMailedTo(email)).search;
  await asking.get(`/api/auth/callback/email${query}`, { maxRedirects: 0 });
  const { cookies } = await asking.storageState();
  await asking.dispose();
  return cookies;
}

/** A host who is signed in: cookies for a page, and the procedures that the host's pages call. */
export async function signedInHost(mission = "Permanent Mission of Malaysia") {
  const email = await inviteHost(mission);
  const cookies = await sessionOf(email);
  const headers = { cookie: cookies.map(({ name, value }) => `${name}=${value}`).join("; ") };
  const at = (path: string) => new URL(path, process.env.BASE_URL).href;
  return {
    email,
    cookies,
    registry: createTRPCClient<AppRouter>({ links: [httpLink({ url: at("/api/trpc"), headers })] }),
    closing: createTRPCClient<ClosingRouter>({ links: [httpLink({ url: at("/api/closing"), headers })] }),
  };
}
export type Host = Awaited<ReturnType<typeof signedInHost>>;
