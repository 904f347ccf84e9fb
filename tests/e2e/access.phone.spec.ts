import { randomUUID } from "node:crypto";
import { expectAccessible } from "./support/accessible";
import { preparedConsultation } from "./support/consultation";
import { expect, test } from "./support/guarded";
import { sessionOf } from "./support/host";

test("[E223] at 360 pixels sessions, people and what is observed are read and operated", async ({
  page,
  device,
}) => {
  const { host, consultationId, title } = await preparedConsultation();
  const email = `observer-${randomUUID().slice(0, 8)}@secretariat.example`;
  const added = { name: "Olga", email, role: "observer", mission: "" } as const;
  await host.registry.consultations.addPerson.mutate({ consultationId, ...added });
  await page.context().addCookies(host.cookies);
  await page.goto("/sessions");
  await page.getByRole("button", { name: "Sign out everywhere" }).tap();
  await expectAccessible(page);
  await page.goto(`/consultations/${consultationId}/people`);
  await page.getByRole("button", { name: "Hand over Olga" }).tap();
  await expectAccessible(page);
  await page.getByRole("button", { name: "Cancel" }).tap();
  await page.getByRole("button", { name: "Change role Olga" }).tap();
  await page.getByLabel("New role of Olga").selectOption("Host");
  await page.getByRole("button", { name: "Give this role" }).tap();
  await expect(page.getByText("Name the mission, then give the role.")).toBeVisible();
  await expectAccessible(page);

  const observer = await device();
  await observer.context().addCookies(await sessionOf(email));
  await observer.goto("/consultations");
  await expect(observer.getByRole("heading", { name: title })).toBeVisible();
  await expectAccessible(observer);
  await observer.getByRole("button", { name: "Leave this consultation" }).tap();
  await observer.getByRole("button", { name: "Confirm: Leave this consultation" }).tap();
  await expect(observer.getByText("You have no consultation yet.")).toBeVisible();
});
