import type { Page, Request } from "@playwright/test";
import { enrollingConsultation } from "./support/consultation";
import { expect, test } from "./support/guarded";
import { answering, enrol } from "./support/participant";
import { question, says, step, strip } from "./support/room";
import { simulateEnrolment } from "./support/simulation";

const FIRST = "What should be done?";
const SECOND = "Which steps?";
const WRITTEN = "Because it was asked for.";

/** What a browser tells a page when its device is woken. */
const wake = (page: Page) => page.evaluate(() => document.dispatchEvent(new Event("visibilitychange")));

const asksForOne = (request: Request) => request.url().includes("room.underWay");

test("[V73, V74, V86] a page that was loaded before a session began follows it once somebody comes back, and loses nothing that is written there", async ({
  page: waiting,
  device,
}) => {
  const { host, consultationId, roundId, slug, links } = await enrollingConsultation({ own: 2 });
  const [one = "", two = "", ...others] = links;
  const writing = await device();
  const asked: Request[] = [];
  for (const page of [waiting, writing]) {
    // A browser in which a host is signed in, so that there is a cookie that could go along.
    await page.context().addCookies(host.cookies);
    page.on("request", (request) => asksForOne(request) && asked.push(request));
  }
  const first = { kind: "question", question: 0 } as const;

  await test.step("before the round opens", async () => {
    await enrol(waiting, one);
    await expect(waiting.getByRole("heading", { name: "No round is open" })).toBeVisible();
    await host.registry.room.start.mutate({ consultationId, roundId });
    await wake(waiting);
    await says(waiting, "The room is enrolling.");
    await simulateEnrolment(slug, others);
    await step(host, consultationId, first, "question");
    await question(waiting, FIRST);
  });

  await test.step("nothing is asked while it is followed", async () => {
    const before = asked.length;
    await wake(waiting);
    await waiting.waitForTimeout(500);
    expect(asked).toHaveLength(before);
  });

  await test.step("while the round is open, and once another session is over", async () => {
    await host.registry.room.take.mutate({ consultationId, after: 1, step: { kind: "end" } });
    await says(waiting, "The session in the room has ended.");
    await enrol(writing, two);
    await answering(writing).next();
    await answering(writing).why.fill(WRITTEN);
    await host.registry.room.start.mutate({ consultationId, roundId });
    await step(host, consultationId, first, "question");
    await expect(strip(writing)).toHaveCount(0);
    await wake(writing);
    await says(writing, "The room is at question 1 of 2.");
    await question(writing, SECOND);
    await expect(answering(writing).why).toBeFocused();
    await expect(answering(writing).why).toHaveValue(WRITTEN);
    await waiting.context().setOffline(true);
    await waiting.context().setOffline(false);
    await says(waiting, "The room is at question 1 of 2.");
  });

  await test.step("a further session begins at its doors, of a round that is open", async () => {
    await host.registry.room.take.mutate({ consultationId, after: 1, step: { kind: "end" } });
    await says(waiting, "The session in the room has ended.");
    await host.registry.room.start.mutate({ consultationId, roundId });
    for (const page of [waiting, writing]) {
      await wake(page);
      await says(page, "The room is enrolling. The round is open already.");
    }
  });

  await test.step("each asked as the other, and nothing went along", async () => {
    expect(new Set(asked.map((request) => request.frame().page()))).toEqual(new Set([waiting, writing]));
    expect(new Set(asked.map((request) => `${request.method()} ${request.url()}`)).size).toBe(1);
    for (const request of asked)
      expect(
        Object.keys(await request.allHeaders()).filter((name) =>
          /^(?:cookie|authorization|referer)$/i.test(name),
        ),
      ).toEqual([]);
  });
});
