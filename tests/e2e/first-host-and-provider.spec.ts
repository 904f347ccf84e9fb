import { withInstance } from "@/bin/served";
import { freePort } from "@/db/embedded";
import { askingProviderAt, startProvider } from "@/tests/support/oidc-provider";
import { expectAccessible } from "./support/accessible";
import { operateOn } from "./support/commands";
import { expect, test, watchedContext } from "./support/guarded";

const accounts = [
  { sub: "aminah", email: "aminah@mission.example", email_verified: true },
  { sub: "unverified", email: "aminah@mission.example", email_verified: false },
  { sub: "stranger", email: "stranger@elsewhere.example", email_verified: true },
];

test("[E220] an empty instance says how its first host is made; who then signs in with a provider, and nobody else", async ({
  browser,
}) => {
  const port = await freePort();
  const variables = askingProviderAt(port);
  await withInstance({ settings: ["fsync=off"], logged: true, variables }, async ({ baseUrl, env }) => {
    const provider = await startProvider({ port, baseUrl, accounts: () => accounts });
    const { context, end } = await watchedContext(browser, { baseURL: baseUrl, elsewhere: provider.issuer });
    const page = await context.newPage();
    for (const address of ["/", "/sign-in"]) {
      await page.goto(address);
      await expect(page.getByRole("heading", { name: "Nobody hosts here yet" })).toBeVisible();
      await expect(page.getByText("npm run host:invite -- --mission")).toBeVisible();
      await expect(page.locator("#main").locator("a, button, input")).toHaveCount(0);
      await expectAccessible(page);
    }
    const args = ["--mission", "Permanent Mission of Malaysia", "--email", "aminah@mission.example"];
    expect(await operateOn(env, "host-invite", ...args)).toContain("can now sign in at /sign-in");
    await page.goto("/");
    await expect(
      page.getByRole("heading", { name: "Consultations under the Chatham House Rule" }),
    ).toBeVisible();

    const signInAs = async (sub: string) => {
      const response = await page.goto("/sign-in");
      // The way to the provider is no form: the policy of the page names no other origin.
      expect(response?.headers()["content-security-policy"]).toContain("form-action 'self'");
      expect(response?.headers()["content-security-policy"]).not.toContain(provider.issuer);
      await page.getByRole("button", { name: "Sign in with the Ministry" }).click();
      await page.getByRole("button", { name: sub }).click();
    };
    await signInAs("unverified");
    await expect(page.getByText("has not verified the e-mail address of your account")).toBeVisible();
    await expectAccessible(page);
    await context.clearCookies();
    await signInAs("stranger");
    await expect(page.getByText("The address of your account has not been invited.")).toBeVisible();
    await context.clearCookies();
    await signInAs("aminah");
    await expect(page.getByRole("heading", { name: "Consultations", exact: true })).toBeVisible();
    await expect(page).toHaveURL(`${baseUrl}/consultations`);
    await provider.stop();
    await page.getByRole("button", { name: "Sign out" }).click();
    await page.getByRole("button", { name: "Sign in with the Ministry" }).click();
    await expect(page.getByText("The provider could not be reached.")).toBeVisible();
    await end();
  });
});
