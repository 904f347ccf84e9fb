import { sql } from "drizzle-orm";
import { connectRegistry } from "@/db/connect";
import { expectAccessible } from "./support/accessible";
import { enrollingConsultation, openConsultation } from "./support/consultation";
import { confirm } from "./support/desk";
import { expect, test } from "./support/guarded";
import { answerSome, enrol, restore, submit } from "./support/participant";
import { enrolSilently } from "./support/silent-seats";

const inSeconds = (seconds: number) => new Date(Date.now() + 1_000 * seconds).toISOString();

/** Plans a round to the second, which its hosts do to the minute; its one extension is behind it. */
async function planToTheSecond(roundId: string, opensIn: number, closesIn: number) {
  const { db, end } = connectRegistry(process.env.DATABASE_URL ?? "");
  await db.execute(sql`UPDATE rounds SET opens_at = ${inSeconds(opensIn)}, closes_at = ${inSeconds(closesIn)},
    extended_by_rule = true WHERE id = ${roundId}`);
  await end();
}

test("[E260] a round opens and closes by the clock while nobody does anything", async ({ page }) => {
  const { host, consultationId, roundId, slug, links } = await enrollingConsultation();
  await enrolSilently(slug, links.slice(0, 10));
  await page.context().addCookies(host.cookies);
  const desk = `/consultations/${consultationId}`;
  await page.goto(`${desk}/settings`);
  await expect(page.getByText("is extended, once, by 72 hours")).toBeVisible();
  await expectAccessible(page);
  await planToTheSecond(roundId, 20, 40);
  await page.goto(desk);
  await confirm(page, "Open round 1 by the clock");
  await expect(page.getByText("The clock opens this round at its opening time:")).toBeVisible();
  await expect(page.getByText("(less than a minute left)").first()).toBeVisible();
  await expectAccessible(page);
  const stage = async () =>
    (await host.registry.consultations.overview.query({ consultationId })).rounds[0]?.stage;
  await expect.poll(stage, { timeout: 60_000 }).toBe("open");
  await page.reload();
  await expect(page.getByText("The round closes by the clock at this time")).toBeVisible();
  await expectAccessible(page);
  await page.goto(`/c/${slug}`);
  await expect(page.getByText("Extended once by the rule")).toBeVisible();
  await expectAccessible(page);
  await expect.poll(stage, { timeout: 60_000 }).toBe("closed");
  await page.goto(`${desk}/log`);
  for (const act of ["Round opened by the clock", "Round closed by the clock"])
    await expect(
      page.getByRole("row").filter({ hasText: act }).getByText("The clock", { exact: true }),
    ).toBeVisible();
  await expectAccessible(page);
});

test("[E261] a host withdraws a round, and a participant copies what they had sent", async ({
  page,
  device,
}) => {
  const { host, consultationId, slug, links } = await openConsultation({ own: 1 });
  const participant = await device();
  const code = await enrol(participant, links[0] ?? "");
  await answerSome(participant, "Because it was asked for.");
  await submit(participant);
  await page.context().addCookies(host.cookies);
  await page.goto(`/consultations/${consultationId}`);
  await page.getByText("Withdraw round 1 …").click();
  await page.getByRole("button", { name: "Withdraw round 1" }).click();
  await expect(page.getByText("Say what is wrong with the questionnaire.")).toBeVisible();
  await page.getByLabel("What is wrong").fill("The first statement lacked a word.");
  await expect(page.getByText("in the words of the hosts: The first statement lacked a word.")).toBeVisible();
  await expectAccessible(page);
  await page.getByRole("button", { name: "Withdraw round 1" }).click();
  await expect(page.getByRole("heading", { name: "Round 1 was withdrawn" })).toBeVisible();
  await expect(page.getByText("Authors can still copy their answers of the withdrawn round.")).toBeVisible();
  await expectAccessible(page);

  await participant.reload();
  const title = "Round 1 was withdrawn: copy your answers here";
  await expect(participant.getByRole("heading", { name: title })).toBeVisible();
  await expect(participant.getByText("The first statement lacked a word.")).toBeVisible();
  await expectAccessible(participant);
  const elsewhere = await device();
  await elsewhere.context().grantPermissions(["clipboard-read", "clipboard-write"]);
  await restore(elsewhere, slug, code);
  await expect(elsewhere.getByText("Read back from the ballot box, as you last sent them.")).toBeVisible();
  await elsewhere.getByRole("button", { name: "Copy" }).click();
  await expect(elsewhere.getByText("Your answers are copied.")).toBeVisible();
  expect(await elsewhere.evaluate(() => navigator.clipboard.readText())).toContain(
    "Because it was asked for.",
  );
  await elsewhere.goto(`/c/${slug}`);
  await expect(elsewhere.getByRole("heading", { name: "Round 1 was withdrawn" })).toBeVisible();
  await expectAccessible(elsewhere);
});
