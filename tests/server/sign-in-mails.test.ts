import { randomUUID } from "node:crypto";
import { expect, it } from "vitest";
import { invitePerson, missionNamed } from "@/server/auth/invitation";
import { signInOptions } from "@/server/auth/options";
import { registryDatabase } from "@/tests/support/databases";

const registry = await registryDatabase();
const options = signInOptions(registry, {
  AUTH_SECRET: "a secret of at least thirty-two characters",
  AUTH_URL: "http://localhost:3000",
  AUTH_EMAIL_FROM: "Tour de Table <no-reply@localhost>",
  SMTP_URL: "smtp://never.example",
});

type Asked = Parameters<NonNullable<NonNullable<typeof options.callbacks>["signIn"]>>[0];

/** What next-auth is told when a link is asked for: true where one is mailed, else where the page goes at once. */
const asked = (email: string) =>
  options.callbacks?.signIn?.({
    user: { id: email, email },
    account: null,
    email: { verificationRequest: true },
  } satisfies Asked);

it("[A203] however often a link is asked for, one address is mailed so many, and the reply stays the same", async () => {
  // Counts outlast a test file, so these addresses are nobody else's.
  const [host, other] = [`${randomUUID()}@mission.example`, `${randomUUID()}@mission.example`];
  const missionId = await missionNamed(registry, "Permanent Mission of Malaysia");
  for (const email of [host, other]) await invitePerson(registry, { email, name: null, missionId });
  const stranger = await asked("stranger@mission.example");
  for (let times = 0; times < 10; times += 1) expect(await asked(host)).toBe(true);
  expect(await asked(` ${host.toUpperCase()}`)).toBe(stranger);
  expect(await asked(other)).toBe(true);
});
