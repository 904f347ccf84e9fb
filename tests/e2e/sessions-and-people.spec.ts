import { randomUUID } from "node:crypto";
import { expectAccessible } from "./support/accessible";
import { coHostOf } from "./support/consultation";
import { confirm } from "./support/desk";
import { expect, test } from "./support/guarded";
import { sessionOf, signedInHost } from "./support/host";
import { linkMailedTo } from "./support/mail";
import { localTime } from "./support/plan";

test("[E221] a host lists their sessions, ends one, and signs out everywhere", async ({ page, device }) => {
  const host = await signedInHost();
  await page.context().addCookies(host.cookies);
  const other = await device();
  await other.goto("/sign-in");
  await other.getByLabel("E-mail address").fill(host.email);
  await other.getByRole("button", { name: "Send the link" }).click();
  await other.getByRole("heading", { name: "Look in your mail" }).waitFor();
  await other.goto(await linkMailedTo(host.email, 2));
  await other.getByRole("button", { name: "Sign in now" }).click();
  await other.getByRole("heading", { name: "Consultations" }).waitFor();

  await page.goto("/consultations");
  await page.getByRole("link", { name: "Sessions" }).click();
  await expect(page.getByText("This device")).toHaveCount(1);
  await expect(page.getByText("Another device or browser")).toHaveCount(1);
  await expectAccessible(page);
  await page.getByRole("button", { name: "End it" }).click();
  await expect(page.getByRole("button", { name: "End this session" })).toBeFocused();
  await page.getByRole("button", { name: "End this session" }).click();
  await expect(page.getByText("The session has ended.")).toBeVisible();
  await expect(page.getByText("Another device or browser")).toHaveCount(0);
  await other.goto("/consultations");
  await expect(other).toHaveURL(/\/sign-in$/);

  await confirm(page, "Sign out everywhere");
  await expect(page).toHaveURL(/\/sign-in$/);
  await page.goto("/consultations");
  await expect(page).toHaveURL(/\/sign-in$/);
});

test("[E222] roles change, a successor takes over, an observer finds what is published, and a mission goes", async ({
  page,
  device,
}) => {
  const [ours, theirs] = ["Malaysia", "the Netherlands"].map(
    (name) => `Permanent Mission of ${name} ${randomUUID().slice(0, 8)}`,
  ) as [string, string]; // of two names
  const host = await signedInHost(ours);
  const title = `Review of practice ${randomUUID().slice(0, 8)}`;
  const { consultationId } = await host.registry.consultations.create.mutate({
    title,
    subject: "How practice should be reviewed.",
    rule: "Chatham House Rule",
    timeZone: "America/New_York",
    template: "blank",
    coHosts: [],
    rounds: [{ level: "expert", opensAt: localTime(-1), closesAt: localTime(2) }],
  });
  const co = await coHostOf(host, consultationId, theirs);
  const colleague = `renee-${randomUUID().slice(0, 8)}@mission.example`;
  const added = { name: "Renée", email: colleague, role: "rapporteur", mission: "" } as const;
  await host.registry.consultations.addPerson.mutate({ consultationId, ...added });

  await page.context().addCookies(host.cookies);
  await page.goto(`/consultations/${consultationId}/people`);
  await expectAccessible(page);
  const adding = page.getByRole("form", { name: "Add a person" });
  await expect(adding.getByLabel("Mission, as it signs")).toHaveValue(ours);
  await adding.getByRole("radio", { name: /^Observer/ }).check();
  await expect(adding.getByLabel(/Mission/)).toHaveCount(0);
  const guest = `guest-${randomUUID().slice(0, 8)}@mission.example`;
  await adding.getByLabel("E-mail address").fill(guest);
  await adding.getByRole("button", { name: "Add, and mail a sign-in link" }).click();
  await expect(page.getByRole("region", { name: "Observers" }).getByText(guest).first()).toBeVisible();
  const observing = await device();
  await observing.context().addCookies(await sessionOf(guest));
  await observing.goto("/consultations");
  await expect(observing.getByRole("heading", { name: title })).toBeVisible();
  await expect(observing.getByRole("link", { name: "Set up a consultation" })).toHaveCount(0);

  await page.getByRole("button", { name: "Change role Renée" }).click();
  await expect(page.getByLabel("New role of Renée")).toBeFocused();
  await page.getByLabel("New role of Renée").selectOption("Observer");
  await expectAccessible(page);
  await page.getByRole("button", { name: "Give this role" }).click();
  await expect(page.getByRole("region", { name: "Observers" }).getByText("Renée").first()).toBeVisible();

  const observer = await device();
  await observer.context().addCookies(await sessionOf(colleague));
  await observer.goto("/consultations");
  await expect(observer.getByRole("heading", { name: title })).toBeVisible();
  await expect(observer.getByText("Nothing is published yet.")).toBeVisible();
  await expectAccessible(observer);
  await observer.getByRole("link", { name: "Public page" }).click();
  await expect(observer.getByRole("heading", { name: title })).toBeVisible();

  await page.getByRole("button", { name: "Hand over Aminah" }).first().click();
  await page.getByRole("button", { name: "Hand over, and mail a sign-in link" }).click();
  await expect(page.getByText("Give the successor’s name.")).toBeVisible();
  await expectAccessible(page);
  const successor = `siti-${randomUUID().slice(0, 8)}@mission.example`;
  await page.getByLabel("Name of the successor").fill("Siti");
  await page.getByLabel("E-mail address of the successor").fill(successor);
  await page.getByRole("button", { name: "Hand over, and mail a sign-in link" }).click();
  await expect(page).toHaveURL(/\/sign-in$/);
  const next = await device();
  await next.goto(await linkMailedTo(successor));
  await next.getByRole("button", { name: "Sign in now" }).click();
  await next.getByRole("link", { name: title }).click();

  const leaving = await device();
  await leaving.context().addCookies(co.cookies);
  await leaving.goto(`/consultations/${consultationId}/people`);
  await confirm(leaving, `End the co-hosting of ${theirs}`);
  await expect(leaving).toHaveURL(/\/consultations$/);
  await expect(leaving.getByRole("heading", { name: title })).toHaveCount(0);

  await next.getByRole("link", { name: "People" }).click();
  await expect(next.getByRole("region", { name: ours })).toContainText("Siti");
  await expect(next.getByRole("region", { name: theirs })).toHaveCount(0);
  await expect(
    next.getByRole("button", { name: `End the co-hosting of ${ours}` }),
  ).toHaveAccessibleDescription("The last mission stays while there is a consultation to hold.");
  await next.getByRole("link", { name: "Log" }).click();
  await expect(next.getByText(`${theirs}, with ${co.email} as hosts`)).toBeVisible();
});
