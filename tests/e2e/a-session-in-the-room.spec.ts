import type { Page } from "@playwright/test";
import { expectAccessible } from "./support/accessible";
import { enrollingConsultation } from "./support/consultation";
import { expect, test as guarded } from "./support/guarded";
import { signedInHost } from "./support/host";
import { type OwnInstance, ownInstance } from "./support/own-instance";
import { answering, enrol, submit } from "./support/participant";
import { question, says, strip } from "./support/room";
import { COUNTED, consoleOn, SOON } from "./support/room-desk";
import { simulateAnswers, simulateEnrolment } from "./support/simulation";

const WALL = { width: 1920, height: 1080 };
const PHONE = { width: 360, height: 740 };
const FIRST = "What should be done?";
const SECOND = "Which steps?";

const test = guarded.extend<{ readonly instance: OwnInstance }>({
  // Playwright reads from this pattern what a fixture needs: here nothing.
  instance: async ({ browserName: _ }, use) => ownInstance(use),
  baseURL: async ({ instance }, use) => use(instance.baseUrl),
});

test("[E304, V80, V82, V84, V85] three delegations, a projector and a host’s phone go through a whole session, whoever loses the network and though the server is killed", async ({
  instance,
  device,
}) => {
  test.slow();
  const host = await signedInHost();
  const { consultationId, slug, links } = await enrollingConsultation({ own: 8, by: host });
  const [one = "", two = "", three = "", ...others] = links;
  const [phone, wall] = [await device({ viewport: PHONE, hasTouch: true }), await device({ viewport: WALL })];
  const [steady, writing, away] = [await device({ viewport: PHONE }), await device(), await device()];
  const delegations = [steady, writing, away];
  const title = wall.getByRole("heading", { level: 1 });
  const desk = consoleOn(phone);
  const noReply = phone.getByText("No reply came. Once the connection is back, this page shows");
  /** The two others look as the first does, unless they are named too. */
  const looked = async (...also: readonly Page[]) => {
    for (const page of [wall, phone, steady, ...also]) await expectAccessible(page);
  };
  const other = async (step: string) => {
    await phone.getByText("Other steps").click();
    await phone.getByRole("button", { name: step, exact: true }).click();
  };
  const session = async () => (await host.registry.room.console.query({ consultationId })).session;
  let truth = "";

  await test.step("doors: the delegations enrol with their cards, and the projector counts them", async () => {
    await phone.context().addCookies(host.cookies);
    await desk.open(consultationId);
    await desk.start(1);
    await expect(desk.now.getByText("Doors, round 1")).toBeVisible();
    await wall.goto(`/room/${await desk.code()}/screen`);
    await expect(title).toHaveText("The doors are open. Enrol with the card at your seat.");
    await enrol(steady, one);
    await enrol(writing, two);
    await enrol(away, three);
    for (const page of delegations) await says(page, "The room is enrolling.");
    await expect(steady.getByText("planned to open")).toHaveCount(0);
    truth = await simulateEnrolment(slug, others);
    await expect(wall.getByText(/^1\d of 18$/)).toBeVisible(SOON);
    await looked();
  });

  await test.step("question 1 opens the round, and one device goes out of reach", async () => {
    await desk.next("Question 1");
    await desk.pending("Question 1");
    await expect(title).toHaveText(FIRST, COUNTED);
    for (const page of delegations) await question(page, FIRST);
    for (const [page, category] of [
      [steady, "Support"],
      [writing, "Strongly support"],
      [away, "Oppose"],
    ] as const) {
      if (page === away) await page.context().setOffline(true);
      await answering(page).advice(category).check();
      await answering(page).saved();
    }
    await looked();
  });

  await test.step("the host’s phone loses the network during a step: that is said, and nothing happens twice", async () => {
    await phone.context().setOffline(true);
    await desk.next("Question 2");
    await expect(noReply).toBeVisible();
    await expect(phone.getByText("The connection is lost.")).toBeVisible(SOON);
    await looked();
    await phone.context().setOffline(false);
    await expect(phone.getByText("The connection is lost.")).toHaveCount(0, SOON);
    expect(await session()).toMatchObject({ last: 1, pending: null });

    // This time the step arrives, and the reply to it is lost.
    const takes = "**/api/trpc/room.take**";
    await phone.route(takes, async (route) => {
      await route.fetch();
      await route.abort();
    });
    await desk.next("Question 2");
    await expect(noReply).toBeVisible();
    await desk.pending("Question 2");
    await phone.unroute(takes);
    await expect(title).toHaveText(SECOND, SOON);
    await expect(desk.now.getByText(SECOND)).toBeVisible(SOON);
    await expect(desk.steps).toHaveCount(2);
    for (const page of [steady, writing]) await question(page, SECOND);
  });

  await test.step("the device that was out of reach across the step catches up, and has lost nothing", async () => {
    await question(away, FIRST);
    await says(away, "The room is out of reach for now.", SOON);
    await away.context().setOffline(false);
    await question(away, SECOND);
    await away.getByRole("button", { name: "Back" }).click();
    await expect(answering(away).advice("Oppose")).toBeChecked();
    await says(away, "The room is at question 2 of 2.");
    await looked(away);
    await strip(away).getByRole("button", { name: "Go to question 2" }).click();
    await question(away, SECOND);
  });

  await test.step("the server is killed in the middle of the question, and comes back with everything", async () => {
    const before = await session();
    const { why } = answering(writing);
    await why.fill("Because we were asked");
    await instance.kill();
    await why.pressSequentially(", and because it helps.");
    await answering(writing).saved();
    for (const page of delegations) await says(page, "The room is out of reach for now.", SOON);
    for (const page of [wall, phone])
      await expect(page.getByText("The connection is lost.")).toBeVisible(SOON);
    await expect(title).toHaveText(SECOND);
    await looked(writing);
    await instance.again();
    for (const page of delegations) await says(page, "The room is at question 2 of 2.", SOON);
    for (const page of [wall, phone])
      await expect(page.getByText("The connection is lost.")).toHaveCount(0, SOON);
    const { situation, steps, code } = before ?? {};
    expect(await session()).toMatchObject({ situation, steps, code });
    await writing.reload();
    await expect(why).toHaveValue("Because we were asked, and because it helps.");
    await looked();
  });

  await test.step("last call: each submits, and nothing is submitted for anybody", async () => {
    await simulateAnswers(slug, truth);
    await desk.next("Last call, 2 minutes");
    await expect(wall.getByRole("timer")).toHaveText(/^1:\d\d$/, SOON);
    for (const page of delegations) await says(page, "Last call. Nothing is submitted by itself.");
    await expect(steady.getByText("The round closes")).toHaveCount(0);
    await looked();
    for (const page of delegations) {
      await strip(page).getByRole("button", { name: "Review and submit" }).click();
      await submit(page);
    }
    for (const page of delegations) await says(page, "Your answers are in.");
    await looked();
  });

  await test.step("the close, and the findings one at a time", async () => {
    await desk.next("Close the round");
    await expect(title).toHaveText("The round is closed.", SOON);
    await looked();
    await expect(phone.getByRole("button", { name: "Next: Finding 1" })).toBeVisible(COUNTED);
    await expect(wall.getByText("The answers have been counted")).toBeVisible(SOON);
    await expect(wall.getByText("Nobody has seen any finding")).toHaveCount(0);
    for (const page of delegations)
      await expect(page.getByRole("heading", { name: "Round 1 has closed" })).toBeVisible(SOON);
    await desk.next("Finding 1");
    await expect(title).toHaveText("giving advice", SOON);
    for (const page of [wall, phone, ...delegations])
      await expect(page.getByText("Provisional, not signed").first()).toBeVisible(SOON);
    for (const page of delegations)
      await expect(page.getByRole("heading", { name: /^Finding 1 of \d+, round 1$/ })).toBeVisible(SOON);
    for (const page of delegations)
      await expect(page.getByText("The closing time has come.")).toHaveCount(0, SOON);
    await looked();
    await desk.next("Finding 2");
    await expect(title).toHaveText("training", SOON);
    await other("Discussion");
    await expect(wall.getByText("Discussion", { exact: true })).toBeVisible(SOON);
    await looked();
  });

  await test.step("the room asks again, with what was found before beside each item", async () => {
    await other("Ask again");
    await phone.getByRole("button", { name: "Confirm: Ask again" }).click();
    await expect(title).toHaveText(FIRST, COUNTED);
    await expect(wall.getByText("Round 2, question 1 of 2")).toBeVisible();
    for (const page of delegations) {
      await question(page, FIRST);
      const item = page.getByRole("region", { name: "How far do you support each?" });
      await item.getByText("What the first round found here").click();
      await expect(item.getByText("On “giving advice”")).toBeVisible();
      await answering(page).advice("Support").check();
      await answering(page).saved();
    }
    await looked();
    await simulateAnswers(slug, truth, 2);
    for (const page of delegations) {
      await answering(page).next();
      await answering(page).review();
      await submit(page);
    }
  });

  await test.step("the second close, and how the room moved", async () => {
    await other("Close the round");
    await expect(phone.getByRole("button", { name: "Next: Finding 1" })).toBeVisible(COUNTED);
    await desk.next("Finding 1");
    await expect(title).toHaveText("giving advice", SOON);
    await expect(wall.getByText("Round 2, finding 1 of")).toBeVisible();
    await expect(wall.getByText("since the first round").first()).toBeVisible();
    for (const page of delegations) {
      await expect(page.getByRole("heading", { name: /^Finding 1 of \d+, round 2$/ })).toBeVisible(SOON);
      await expect(page.getByText("since the first round").first()).toBeVisible();
    }
    await looked();
  });
});
