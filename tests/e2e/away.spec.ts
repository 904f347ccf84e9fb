import type { Page } from "@playwright/test";
import { eq, sql } from "drizzle-orm";
import { connectBallot, connectRegistry } from "@/db/connect";
import { rounds } from "@/db/registry/schema";
import { expectAccessible } from "./support/accessible";
import { enrollingConsultation, openConsultation } from "./support/consultation";
import { expect, test } from "./support/guarded";
import { answering, answerSome, enrol, submit } from "./support/participant";
import { localTime } from "./support/plan";
import { enrolSilently } from "./support/silent-seats";

/** What a browser tells a page when its device is woken. */
const wake = (page: Page) => page.evaluate(() => document.dispatchEvent(new Event("visibilitychange")));

/** Lets the time for copying a withdrawn round be over on both sides; the clock then drops its answers within a minute. */
async function copyingIsOver(roundId: string): Promise<void> {
  const [registry, ballot] = [
    connectRegistry(process.env.DATABASE_URL ?? ""),
    connectBallot(process.env.BALLOT_DATABASE_URL ?? ""),
  ];
  const now = new Date().toISOString();
  await ballot.db.execute(sql`UPDATE round SET copies_until = ${now} WHERE id = ${roundId}`);
  await registry.db.execute(
    sql`UPDATE withdrawn_rounds SET copies_until = ${now} WHERE round_id = ${roundId}`,
  );
  await Promise.all([registry.end(), ballot.end()]);
}

test("[E262] a device that was asleep is told of an extension and of a withdrawal, keeps what was written, and has it beside the round that opens anew", async ({
  page,
}) => {
  const { host, consultationId, roundId, slug, links } = await openConsultation({ own: 1 });
  await page.setViewportSize({ width: 360, height: 740 });
  await enrol(page, links[0] ?? "");
  await expect(page.getByText("The round closes")).toBeVisible();
  await expect(page.getByText("in New York")).toBeVisible();
  const sheet = answering(page);
  await sheet.next();
  await sheet.why.fill("Because it was asked for.");
  await sheet.saved();

  const closesAt = new Date(Date.now() + 9 * 86_400_000).toISOString();
  await host.registry.conduct.extendRound.mutate({ consultationId, roundId, closesAt });
  await wake(page);
  await expect(page.locator(`time[datetime="${closesAt}"]`)).toBeVisible();
  await expect(sheet.why).toHaveValue("Because it was asked for.");

  const reason = "The first statement lacked a word.";
  const withdrawal = { consultationId, roundId, reason, copyHours: 24 };
  const { roundId: anew } = await host.registry.errata.withdraw.mutate(withdrawal);
  await wake(page);
  await expect(page.getByText("The round has been withdrawn since you opened the page.")).toBeVisible();
  await expect(sheet.why).toHaveValue("Because it was asked for.");
  await expectAccessible(page);

  // Asleep from here on until the round has been opened anew.
  await copyingIsOver(roundId);
  const plan = { level: "expert", timeZone: "America/New_York" } as const;
  const times = { opensAt: localTime(-1), closesAt: localTime(3) };
  await host.registry.rounds.update.mutate({ consultationId, roundId: anew, ...plan, ...times });
  await expect
    .poll(
      () =>
        host.registry.conduct.openRound.mutate({ consultationId, roundId: anew }).then(
          () => "open",
          () => "waiting",
        ),
      { timeout: 90_000, intervals: [1_000] },
    )
    .toBe("open");
  await page.getByRole("button", { name: "See how it stands" }).click();
  const before = page.getByText("What you wrote before this round was withdrawn");
  await expect(before).toBeVisible();
  await expect(sheet.why).toHaveValue("");
  await before.click();
  await expect(page.getByText("Because it was asked for.")).toBeVisible();
  await expect(page.getByText("in New York")).toBeVisible();
  await expectAccessible(page);
  await page.goto(`/c/${slug}/answer#question-1`);
  await answerSome(page, "Written anew.");
  await submit(page);
});

test("[E263] who submits as the time is up is told that the round may be extended, and goes on once it is", async ({
  page,
}) => {
  const { host, consultationId, roundId, slug, links } = await enrollingConsultation();
  await enrolSilently(slug, links.slice(0, 10));
  await enrol(page, links[10] ?? "");
  await expect(page.getByRole("heading", { name: "No round is open" })).toBeVisible();
  const { db, end } = connectRegistry(process.env.DATABASE_URL ?? "");
  const closesAt = new Date(Date.now() + 25_000);
  await db.update(rounds).set({ closesAt }).where(eq(rounds.id, roundId));
  await host.registry.conduct.openRound.mutate({ consultationId, roundId });
  // Who waits for a round need not load the page anew.
  await wake(page);
  await answerSome(page, "In the last second.");
  await db.transaction(async (tx) => {
    // The extension waits, as where the service is started anew at that moment.
    await tx.select().from(rounds).where(eq(rounds.id, roundId)).for("update");
    await page.waitForTimeout(Math.max(0, closesAt.getTime() - Date.now()) + 500);
    await answering(page).submit();
    await expect(page.getByText("where fewer than ten responses are in, is extended once")).toBeVisible();
    await expectAccessible(page);
  });
  await end();
  await expect(page.getByText("Extended once by the rule")).toBeVisible({ timeout: 60_000 });
  await submit(page);
});
