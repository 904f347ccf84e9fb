import { expectAccessible } from "./support/accessible";
import { enrollingConsultation } from "./support/consultation";
import { expect, test } from "./support/guarded";
import { answering, enrol, submit } from "./support/participant";
import { question, says, step, strip } from "./support/room";
import { simulateAnswers, simulateEnrolment } from "./support/simulation";

const FIRST = "What should be done?";
const SECOND = "Which steps?";

test("[E295, E296] devices follow the room through its phases, and answer again", async ({
  page: alone,
  device,
}) => {
  const { host, consultationId, roundId, slug, links } = await enrollingConsultation({ own: 10 });
  const to = (taken: Parameters<typeof step>[2], phase: Parameters<typeof step>[3]) =>
    step(host, consultationId, taken, phase);
  const [writing, away, late] = [await device(), await device(), await device()];
  const [one = "", two = "", three = "", four = "", ...others] = links;

  await test.step("they wait at the doors, and turn to the question as the round opens", async () => {
    await host.registry.room.start.mutate({ consultationId, roundId });
    for (const [page, link] of [
      [alone, one],
      [writing, two],
      [away, three],
    ] as const)
      await enrol(page, link);
    await says(alone, "The room is enrolling.");
    await expectAccessible(alone);
    const truth = simulateEnrolment(slug, others);
    await truth;
    await to({ kind: "question", question: 0 }, "question");
    for (const page of [alone, writing, away]) await question(page, FIRST);
    await says(alone, "The room is at question 1 of 2.");
    await expectAccessible(alone);
  });

  await test.step("one turns with the room, one in the middle of something is asked, one is away", async () => {
    await answering(alone).advice("Oppose").check();
    await answering(alone).saved();
    await away.context().setOffline(true);
    await answering(away).advice("Support").check();
    await answering(away).saved();
    // Nobody touches them for a while, while one writes.
    await alone.waitForTimeout(5_500);
    const moved = to({ kind: "question", question: 1 }, "question");
    await answering(writing).next();
    await answering(writing).why.fill("Because we were asked");
    await moved;
    await question(alone, SECOND);
    await question(away, FIRST);
    const back = to({ kind: "question", question: 0 }, "question");
    await answering(writing).why.pressSequentially(", and because it helps.");
    await back;
    await question(alone, FIRST);
    await question(writing, SECOND);
    await expect(answering(writing).why).toBeFocused();
    await says(writing, "The room is at question 1 of 2.");
    await expect(answering(writing).why).toHaveValue("Because we were asked, and because it helps.");
    await expectAccessible(writing);
    await strip(writing).getByRole("button", { name: "Go to question 1" }).click();
    await expect(writing.getByRole("heading", { level: 1, name: FIRST })).toBeFocused();
    await expect(strip(writing).getByRole("button")).toHaveCount(0);
  });

  await test.step("one is away across a step, catches up and has lost nothing; one comes late", async () => {
    await to({ kind: "question", question: 1 }, "question");
    await says(away, "The room is out of reach for now.");
    await question(away, FIRST);
    await away.context().setOffline(false);
    await question(away, SECOND);
    await away.getByRole("button", { name: "Back" }).click();
    await expect(answering(away).advice("Support")).toBeChecked();
    await enrol(late, four);
    await question(late, SECOND);
    await says(late, "The room is at question 2 of 2.");
  });

  await test.step("a last call counts down, and submits nothing by itself", async () => {
    expect(await simulateAnswers(slug, test.info().outputPath("truth.json"))).toBeGreaterThanOrEqual(10);
    await to({ kind: "lastCall", seconds: 45 }, "lastCall");
    for (const page of [alone, writing]) await says(page, "Last call. Nothing is submitted by itself.");
    await says(writing, "Your answers are not in yet.");
    await expect(strip(writing).getByRole("timer")).toHaveText(/^0:[0-4]\d$/);
    await expectAccessible(writing);
    await strip(writing).getByRole("button", { name: "Review and submit" }).click();
    await submit(writing);
    await says(writing, "Your answers are in.");
    await expectAccessible(writing);
  });

  await test.step("at the close each sees what was written, whether it is in, and what the room is shown", async () => {
    for (const page of [alone, writing, late])
      await expect(page.getByRole("heading", { name: "Round 1 has closed" })).toBeVisible({
        timeout: 90_000,
      });
    await expect(alone.getByText("What stands here was not taken.")).toBeVisible();
    await expect(writing.getByText("Your answers were received before the close.")).toBeVisible();
    await expect(writing.getByText("Because we were asked, and because it helps.")).toBeVisible();
    await expect(alone.getByRole("heading", { name: "Round 1 has closed" })).toBeFocused();
    await says(alone, "The round has closed.");
    await to({ kind: "finding", finding: 0 }, "findings");
    for (const page of [alone, writing]) {
      await expect(page.getByRole("heading", { name: /^Finding 1 of \d+, round 1$/ })).toBeVisible();
      await expect(page.getByText("Provisional, not signed")).toBeVisible();
      await expect(page.getByText("On “giving advice”")).toBeVisible();
    }
    await expectAccessible(writing);
    await to({ kind: "discussion" }, "discussion");
    await says(alone, "The room is discussing.");
  });

  await test.step("the room asks again: each turns to the new round, with what was found before", async () => {
    // Asked for in vain at first.
    await writing.route("**/api/room/earlier**", (route) => route.abort(), { times: 1 });
    await to({ kind: "askAgain" }, "question");
    for (const page of [alone, writing]) await question(page, FIRST);
    const earlier = writing
      .getByRole("region", { name: "How far do you support each?" })
      .locator("details.earlier");
    await earlier.getByText("What the first round found here").click();
    await expect(earlier.getByText("On “giving advice”")).toBeVisible();
    await expect(earlier.getByText("Provisional, not signed")).toBeVisible();
    await expectAccessible(writing);
    await answering(writing).advice("Oppose").check();
    await answering(writing).next();
    await answering(writing).review();
    await submit(writing);
  });
});

test("[E297] the room’s code takes an enrolled device on, and admits no other", async ({ page, device }) => {
  const { host, consultationId, roundId, slug, links } = await enrollingConsultation({ own: 1 });
  const { code } = await host.registry.room.start.mutate({ consultationId, roundId });
  await page.goto("/room");
  const field = page.getByLabel("Code of the room");
  const go = page.getByRole("button", { name: "Continue" });
  await field.fill("7KQ 2M");
  await go.click();
  await expect(page.getByText("A code of the room has six letters and digits")).toBeVisible();
  await expectAccessible(page);
  await field.fill(code === "222222" ? "333333" : "222222");
  await go.click();
  await expect(page.getByText("No session in the room has this code now.")).toBeVisible();
  await field.fill(` ${code.slice(0, 3).toLowerCase()} ${code.slice(3).toLowerCase()} `);
  await go.click();
  await page.waitForURL(`**/room/${code}`);
  await expect(page.getByRole("heading", { name: "This device is not enrolled" })).toBeVisible();
  await expect(page.getByText("The code of the room alone admits nobody.")).toBeVisible();
  await expect(page.getByRole("link", { name: "Enter the recovery code" })).toHaveAttribute(
    "href",
    `/c/${slug}/restore`,
  );
  await expectAccessible(page);
  await page.goto("/room/222-22");
  await expect(page.getByRole("heading", { name: "No session has this code" })).toBeVisible();
  await expectAccessible(page);

  const enrolled = await device();
  await enrol(enrolled, links[0] ?? "");
  await enrolled.goto(`/room/${code.toLowerCase()}`);
  await enrolled.waitForURL(`**/c/${slug}/answer`);
  await says(enrolled, "The room is enrolling.");
});

test("[E298] a delegation that arrives late gets its card at the door", async ({ page, device }) => {
  const { host, consultationId, roundId, slug, links } = await enrollingConsultation({ own: 1 });
  await host.registry.room.start.mutate({ consultationId, roundId });
  await simulateEnrolment(slug, links.slice(0, 10));
  await step(host, consultationId, { kind: "question", question: 0 }, "question");
  await page.context().addCookies(host.cookies);
  await page.goto(`/consultations/${consultationId}/seats`);
  await page.getByRole("link", { name: "A card at the door" }).click();
  await expect(page.getByRole("heading", { name: "What enrolling in an open round weakens" })).toBeVisible();
  await page.getByLabel("Delegation", { exact: true }).fill("Kenia");
  await page.getByRole("radio", { name: "Kenya" }).check();
  await expectAccessible(page);
  const cards = page.waitForEvent("download");
  await page.getByRole("button", { name: "Make the invitation of Kenya" }).click();
  await expect(page.getByRole("heading", { name: "Invitation of Kenya" })).toBeFocused();
  await expect(page.getByRole("img", { name: "QR code with the invitation of Kenya" })).toBeVisible();
  await expectAccessible(page);
  await page.getByText("The same as a link").click();
  const link = await page.locator(".door-card .hash").textContent();
  await page.getByRole("button", { name: /cards/i }).click();
  expect((await cards).suggestedFilename()).toMatch(/\.pdf$/);
  const delegate = await device();
  await enrol(delegate, link ?? "");
  await question(delegate, FIRST);

  await page.getByRole("button", { name: "Done, next delegation" }).click();
  const field = page.getByLabel("Delegation", { exact: true });
  await expect(field).toBeFocused();
  await field.fill("Kenya");
  await expect(page.getByText("has enrolled: this makes a further seat")).toBeVisible();
  await field.fill("Lake Basin, Commission of the");
  await page.getByRole("radio", { name: "as typed" }).check();
  await page.getByRole("button", { name: "Make the invitation of Lake Basin" }).click();
  await expect(
    page.getByRole("heading", { name: "Invitation of Lake Basin, Commission of the" }),
  ).toBeFocused();
});
