import type { Request } from "@playwright/test";
import { expectAccessible } from "./support/accessible";
import { closeRound, openConsultation } from "./support/consultation";
import { confirm } from "./support/desk";
import { expect, test } from "./support/guarded";
import { enrol, restore, submit } from "./support/participant";
import { localTime } from "./support/plan";
import { publishFindings } from "./support/signing";

const ASKED = "What does the draft report leave out?";

test("[E200, E201, E202] a host circulates the draft, participants say what it leaves out, and the co-hosts reply", async ({
  page,
  device,
}) => {
  const consultation = await openConsultation({ own: 1 });
  const { host, consultationId, roundId, slug, links } = consultation;
  const participant = await device();
  const code = await enrol(participant, links[0] ?? "");
  await closeRound(consultation);
  await page.context().addCookies(host.cookies);
  const desk = `/consultations/${consultationId}`;
  const title = page.getByRole("heading", { name: "Not reflected?" });

  await test.step("the host reads what would be circulated, chooses until when, and opens the window", async () => {
    await page.goto(desk);
    await expect(page.getByRole("heading", { name: "Rounds", exact: true })).toBeVisible();
    await expect(title).toHaveCount(0);
    await publishFindings(host, consultationId, roundId);
    await page.reload();
    const opening = page.getByRole("button", { name: "Open the window" });
    await expect(opening).toHaveAccessibleDescription("Read what would be circulated first.");
    await page.getByRole("link", { name: "Read what would be circulated" }).click();
    await expect(page.getByText("Draft, not signed. Not circulated yet.")).toBeVisible();
    await expectAccessible(page);
    await page.getByRole("link", { name: "Back to the overview" }).click();
    await expect(opening).toHaveAccessibleDescription("Choose the closing time first.");
    await page.getByLabel("The window closes at (America/New_York)").fill(localTime(7));
    await confirm(page, "Open the window");
    await expect(page.getByRole("heading", { name: "Window 1 is open" })).toBeVisible();
    await expect(page.getByText("is not counted while the window is open")).toBeVisible();
    await expectAccessible(page);
  });

  const receipt = await test.step("an enrolled device is asked, and led to the draft", async () => {
    await participant.goto(`/c/${slug}`);
    await expectAccessible(participant);
    await participant.getByRole("link", { name: "Read the draft" }).click();
    await expect(participant.getByText("No co-host has signed it")).toBeVisible();
    const mark = participant.getByRole("banner").getByText("Draft, not signed");
    await participant.getByText("The hash of this draft").scrollIntoViewIfNeeded();
    await expect(mark).toBeInViewport();
    await expectAccessible(participant);
    await participant.getByRole("link", { name: "Say what is not reflected" }).click();
    await expect(participant.getByRole("heading", { name: ASKED })).toBeFocused();
    await expect(participant.getByText("If you have nothing to add, do nothing")).toBeVisible();
    const text = participant.getByRole("textbox", { name: "What is not reflected" });
    await text.fill("Malaysia asked for a mandate for training.");
    await expect(participant.getByText("“Malaysia” names a delegation.")).toBeVisible();
    await expectAccessible(participant);
    await text.fill("A mandate for training was asked for.");
    await expect(participant.getByText("Saved on this device")).toBeVisible();
    await participant.getByRole("button", { name: "Review" }).click();
    await expectAccessible(participant);
    const first = await submit(participant);
    await expect(participant.getByText("until the window closes. The last version counts.")).toBeVisible();
    await expectAccessible(participant);
    return first;
  });

  await test.step("a telephone with the code alone shows what was sent, and changes it", async () => {
    const telephone = await device({ viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true });
    await restore(telephone, slug, code);
    await expect(telephone.getByTestId("receipt")).toHaveText(receipt);
    await expectAccessible(telephone);
    await telephone.getByRole("button", { name: "Change my answers" }).click();
    const text = telephone.getByRole("textbox", { name: "What is not reflected" });
    await expect(text).toHaveValue("A mandate for training was asked for.");
    await text.fill("A mandate for training was asked for, by several.");
    await expectAccessible(telephone);
    await telephone.getByRole("button", { name: "Review" }).click();
    expect(await submit(telephone)).not.toBe(receipt);
    await telephone.goto(`/c/${slug}/windows/1`);
    await expectAccessible(telephone);

    await page.reload();
    await confirm(page, "Close window 1");
    await expect(page.getByText("One response received.")).toBeVisible();
    await telephone.goto(`/c/${slug}/answer`);
    await expect(telephone.getByRole("heading", { name: /window 1 has closed/ })).toBeVisible();
    await expect(telephone.getByText("received before the close")).toBeVisible();
    await telephone.getByRole("link", { name: "Check that my answers were counted" }).click();
    await telephone.getByRole("button", { name: "Check the receipts" }).click();
    await expect(telephone.getByText("Your one answer is among those counted.")).toBeVisible();
    await expectAccessible(telephone);
  });

  await test.step("the co-hosts reply, and name nobody", async () => {
    await page.getByRole("link", { name: "See window 1" }).click();
    const reply = page.getByLabel("Answer in the report");
    // The page reads once more after each save, refused or not; until then it could read what the other saves next.
    // The framework often ends such a reading itself once it has what it needs, which the browser calls a failure.
    const saved = async () => {
      const ofThePage = (request: Request) => {
        const headers = request.headers();
        return headers.rsc !== undefined && headers["next-router-prefetch"] === undefined;
      };
      const readAgain = Promise.race([
        page.waitForEvent("requestfinished", ofThePage),
        page.waitForEvent("requestfailed", ofThePage),
      ]);
      await page.getByRole("button", { name: "Save the answer" }).click();
      await readAgain;
    };
    await reply.fill("As Malaysia asked, the mandate is added.");
    await saved();
    await expect(page.getByText("It names “Malaysia”")).toBeVisible();
    await expect(reply).toHaveValue("As Malaysia asked, the mandate is added.");
    await expectAccessible(page);
    await reply.fill("The mandate for training is added.");
    await saved();
    await expect(page.getByText("Saved. The report will have it.")).toBeVisible();

    await host.registry.windows.reply.mutate({ consultationId, number: 1, version: 1, text: "Theirs." });
    await reply.fill("The mandate for training is added, and that for advice.");
    await page.getByRole("button", { name: "Save the answer" }).click();
    await expect(page.getByText("Theirs.", { exact: true })).toBeVisible();
    await expect(reply).toHaveValue("The mandate for training is added, and that for advice.");
    await expectAccessible(page);
    await page.getByRole("button", { name: "Save the answer" }).click();
    await expect(page.getByText("Theirs.", { exact: true })).toBeHidden();
    await expect(page.getByText("Saved. The report will have it.")).toBeVisible();
    await page.setViewportSize({ width: 360, height: 740 });
    await expectAccessible(page);
    await page.goto(desk);
    await expect(page.getByText("1 of 2 opened")).toBeVisible();
    await expectAccessible(page);
  });
});
