import { randomBytes } from "node:crypto";
import { readFileSync, writeFileSync } from "node:fs";
import type { Page, Request } from "@playwright/test";
import { and, eq } from "drizzle-orm";
import { leaves } from "@/db/ballot/schema";
import { connectBallot } from "@/db/connect";
import { expectAccessible } from "./support/accessible";
import { closeRound, openConsultation } from "./support/consultation";
import { expect, test, watchedContext } from "./support/guarded";
import { answerSome, enrol, submit } from "./support/participant";
import { publishFindings } from "./support/signing";

const ITEMS = ["support", "model", "steps", "order", "why"];

/** Presses the button and waits for what was found. */
async function check(page: Page) {
  await page.getByRole("button", { name: "Check the receipts" }).click();
  await expect(page.getByRole("heading", { name: "What was found" })).toBeFocused();
}

test.describe("a round that has closed", () => {
  let consultation: Awaited<ReturnType<typeof openConsultation>>;
  let watched: Awaited<ReturnType<typeof watchedContext>>;
  let participant: Page;
  let code: string;
  let saved: string;
  const receipts = () => `/c/${consultation.slug}/rounds/1/receipts`;

  test.beforeAll(async ({ browser }) => {
    consultation = await openConsultation();
    watched = await watchedContext(browser);
    participant = await watched.context.newPage();
    code = await enrol(participant, consultation.links[0] ?? "");
    await answerSome(participant, "Let it be counted.");
    await submit(participant);
    const downloading = participant.waitForEvent("download");
    await participant.getByRole("button", { name: "Save my answers as a file" }).click();
    const download = await downloading;
    expect(download.suggestedFilename()).toBe("answers-round-1.json");
    saved = readFileSync(await download.path(), "utf8");
    await participant.getByRole("link", { name: "Where that is done" }).click();
    await expect(participant.getByText("Once this round has closed and been counted")).toBeVisible();
    await closeRound(consultation);
  });
  test.afterAll(() => watched.end());

  test("[E113, E119] the browser that answered finds its answers among all, and downloads them all without saying who it is", async ({
    page: reader,
  }) => {
    const asked: Request[] = [];
    watched.context.on("request", (request) => request.url().includes("/api/") && asked.push(request));
    await participant.goto(`/c/${consultation.slug}/answer`);
    await participant.getByRole("link", { name: "Check that my answers were counted" }).click();
    await expect(participant.getByText("Nothing more is needed.")).toBeVisible();
    await check(participant);
    await expect(
      participant.getByText("The leaves of all 5 questions are the ones that were fixed"),
    ).toBeVisible();
    await expect(participant.getByText("All 2 of your answers are among those counted.")).toBeVisible();
    await expect(participant.getByText("Your answer is among them.")).toHaveCount(2);
    await expect(participant.getByText("You did not answer this.")).toHaveCount(3);
    await expectAccessible(participant);

    const downloads = asked.filter((request) => request.url().endsWith("/api/ballot/leaves"));
    expect(downloads.map((request) => request.method())).toEqual(ITEMS.map(() => "POST"));
    expect(downloads.map((request) => Object.keys(request.postDataJSON()))).toEqual(
      ITEMS.map(() => ["roundId", "itemId"]),
    );
    expect(downloads.map((request) => request.postDataJSON().itemId)).toEqual(ITEMS);
    for (const request of asked) {
      const headers = Object.keys(await request.allHeaders());
      expect(headers.filter((name) => /^(cookie|authorization|referer)$/i.test(name))).toEqual([]);
    }
    await reader.goto(`/c/${consultation.slug}`);
    await reader.getByRole("link", { name: "Check the receipts" }).click();
    await expect(reader.getByRole("heading", { name: "Receipts of round 1" })).toBeVisible();
  });

  test("[E115] another browser checks the leaves alone, says what it needs for more, and finds answers with code and file", async ({
    page,
  }, info) => {
    await page.goto(receipts());
    await expect(page.getByText("This browser keeps nothing of yours.")).toBeVisible();
    await check(page);
    await expect(page.getByText("The leaves of all 5 questions are the ones that were fixed")).toBeVisible();
    await expect(page.getByText("Nothing of yours was looked for")).toBeVisible();

    const typed = page.getByLabel("Recovery code, if this browser does not keep it");
    const file = page.getByLabel("File with your answers, if you saved one");
    const [right, wrong] = [info.outputPath("answers.json"), info.outputPath("other.json")];
    writeFileSync(right, saved);
    writeFileSync(wrong, JSON.stringify({ ...JSON.parse(saved), roundId: "another" }));
    const pressed = () => page.getByRole("button", { name: "Check the receipts" }).click();
    await file.setInputFiles(wrong);
    await pressed();
    await expect(page.getByText("This is not a file of answers in this round.")).toBeVisible();
    await file.setInputFiles(right);
    await pressed();
    await expect(page.getByText("Enter the recovery code with which these answers were sent")).toBeVisible();
    await typed.fill(`${code.slice(0, -1)}${code.endsWith("0") ? "1" : "0"}`);
    await pressed();
    await expect(page.getByText("One of the characters is wrong")).toBeVisible();
    await expectAccessible(page);
    await typed.fill(code);
    await file.setInputFiles([]);
    await check(page);
    await expect(page.getByText("Yours were not looked for")).toBeVisible();
    await file.setInputFiles(right);
    await check(page);
    await expect(page.getByText("All 2 of your answers are among those counted.")).toBeVisible();
  });

  test("[E116, R35] the round’s page prints who was counted, and the record is there for everybody once the findings are published, and leads back to the leaves", async ({
    page,
  }) => {
    const { host, consultationId, roundId, slug } = consultation;
    const record = `/c/${slug}/rounds/1/record.json`;
    expect((await page.request.get(record)).status()).toBe(404);
    await page.goto(receipts());
    await expect(page.getByRole("link", { name: "Download the record" })).toHaveCount(0);
    await publishFindings(host, consultationId, roundId);
    await page.goto(`/c/${slug}/rounds/1`);
    const participation = page.locator("#participation");
    await expect(participation.getByRole("term")).toHaveText([
      "Seats invited",
      "Credentials issued",
      "Of these, replacing lost ones",
      "Responses received",
    ]);
    await expect(participation.getByRole("definition")).toHaveText(["11", "11", "0", "1"]);
    await page.getByRole("link", { name: "Check that every answer was counted" }).click();
    await check(page);
    await expect(page.getByText("One response was received, and no question has more leaves.")).toBeVisible();
    const downloading = page.waitForEvent("download");
    await page.getByRole("link", { name: "Download the record" }).click();
    const download = await downloading;
    expect(download.suggestedFilename()).toBe(`record-${slug}-1.json`);
    const held = JSON.parse(readFileSync(await download.path(), "utf8"));
    expect(Object.keys(held.leaves)).toEqual(ITEMS);
    expect(held.release.participation).toMatchObject({ issued: 11, replaced: 0, received: 1 });
    await expectAccessible(page);
  });

  test("[E114] a leaf that is added to the ballot database, or gone from it, is noticed by everybody and by its owner", async ({
    page,
  }) => {
    const { roundId } = consultation;
    const { db, end } = connectBallot(process.env.BALLOT_DATABASE_URL ?? "");
    const added = { roundId, itemId: "support", hash: randomBytes(32) };
    await db.insert(leaves).values(added);
    await participant.goto(receipts());
    await check(participant);
    await expect(participant.getByText("Whether they were counted cannot be told")).toBeVisible();
    await db.delete(leaves).where(eq(leaves.hash, added.hash));
    await db.delete(leaves).where(and(eq(leaves.roundId, roundId), eq(leaves.itemId, "why")));
    await end();
    await participant.goto(receipts());
    await page.goto(receipts());
    for (const looking of [participant, page]) {
      await check(looking);
      await expect(looking.getByText("For one question the leaves are not the ones")).toBeVisible();
      await expect(
        looking.getByText("Print this page, tell the hosts, and ask another participant"),
      ).toBeVisible();
      await expect(looking.getByText("No leaf, and not those of the close.")).toBeVisible();
    }
    await expect(
      participant.getByText("One of your 2 answers was not found among those counted."),
    ).toBeVisible();
    await expect(participant.getByText("Your answer was not found.")).toBeVisible();
    await expectAccessible(participant);
  });
});
