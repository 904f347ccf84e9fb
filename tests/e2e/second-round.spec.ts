import type { Page } from "@playwright/test";
import { expectAccessible } from "./support/accessible";
import { enrollingConsultation } from "./support/consultation";
import { expect, test } from "./support/guarded";
import { answering, enrol, restore, submit } from "./support/participant";
import { localTime } from "./support/plan";
import { publishFindings, publishReport } from "./support/signing";
import { simulateAnswers, simulateEnrolment } from "./support/simulation";

const FOUND = "What the first round found here";

/** The part of an item that tells of the round before, by the item's prompt. */
const earlierOf = (page: Page, prompt: string) =>
  page.getByRole("region", { name: prompt }).locator("details.earlier");

test("[E96] a second round shows each participant what the first found, and movement to everybody", async ({
  page: one,
  device,
}) => {
  const { host, consultationId, roundId, slug, links } = await enrollingConsultation({ own: 8 });
  const { registry, closing } = host;
  const sheet = answering(one);

  const { code, codeOfAnother, truth } =
    await test.step("a first round is answered, closed and published", async () => {
      const [own = "", another = "", ...others] = links;
      const code = await enrol(one, own);
      const codeOfAnother = await enrol(await device(), another);
      const truth = await simulateEnrolment(slug, others);
      await registry.conduct.openRound.mutate({ consultationId, roundId });
      await one.reload();
      await expect(one.getByText(FOUND)).toHaveCount(0);
      await sheet.advice("Support").check();
      await sheet.next();
      await sheet.review();
      await submit(one);
      expect(await simulateAnswers(slug, truth)).toBeGreaterThanOrEqual(10);
      await closing.releases.close.mutate({ consultationId, roundId });
      await publishFindings(host, consultationId, roundId);
      return { code, codeOfAnother, truth };
    });

  const second =
    await test.step("a second round carries its questions over, one of them reworded", async () => {
      const times = { opensAt: localTime(-1), closesAt: localTime(2), timeZone: "America/New_York" };
      const added = await registry.rounds.add.mutate({ consultationId, level: "expert", ...times });
      const { version, questionnaire } = await registry.questionnaires.read.query({
        consultationId,
        ...added,
      });
      const [question, ...rest] = questionnaire.agendaQuestions;
      if (question === undefined) throw new Error("the questionnaire was carried over");
      const items = question.items.map((item) =>
        item.kind === "choice" ? { ...item, prompt: "Which model would suit?" } : item,
      );
      const reworded = { agendaQuestions: [{ ...question, items }, ...rest] };
      await registry.questionnaires.save.mutate({
        consultationId,
        ...added,
        version,
        questionnaire: reworded,
      });
      await registry.conduct.openRound.mutate({ consultationId, ...added });
      return added.roundId;
    });

  await test.step("it does not lead: it opens on request, or once the item is answered", async () => {
    await one.goto(`/c/${slug}/answer`);
    const scale = earlierOf(one, "How far do you support each?");
    await expect(scale.getByText(FOUND)).toBeVisible();
    await expect(scale.getByText("Your own answer then")).toBeHidden();
    await sheet.advice("Oppose").check();
    await expect(scale.getByText("Your own answer then")).toBeHidden();
    const training = one.getByRole("group", { name: "training" });
    await training.getByRole("radio", { name: "Neither", exact: true }).check();
    // Arrow keys go through the options one by one: the answer stands once the focus has left it.
    await expect(scale.getByText("Your own answer then")).toBeHidden();
    await one.keyboard.press("ArrowRight");
    await expect(scale.getByText("Your own answer then")).toBeHidden();
    await scale.getByText(FOUND).focus();
    await expect(scale.getByText("Your own answer then")).toBeVisible();
    await expect(scale.getByRole("definition").first()).toHaveText("Support");
    await expect(scale.getByText("On “giving advice”")).toBeVisible();
    const model = earlierOf(one, "Which model would suit?");
    await model.getByText(FOUND).press("Enter");
    await expect(model.getByText("This was worded otherwise in the first round.")).toBeVisible();
    // Nothing was answered here in the first round, so that there is nothing of one’s own to see.
    await expect(model.getByText("Your own answer then")).toHaveCount(0);
    await expectAccessible(one);
  });

  await test.step("another device knows the finding, and nobody’s earlier answer", async () => {
    const elsewhere = await device();
    await restore(elsewhere, slug, code);
    const scale = earlierOf(elsewhere, "How far do you support each?");
    await scale.getByText(FOUND).click();
    await expect(scale.getByText("On “giving advice”")).toBeVisible();
    await expect(scale.getByText("Your own answer then")).toHaveCount(0);
  });

  await test.step("whoever else uses this browser does not see it either", async () => {
    await one.goto(`/c/${slug}/restore`);
    await one.getByLabel("Recovery code").fill(codeOfAnother);
    await one.getByRole("checkbox", { name: "This is a shared computer" }).check();
    await one.getByRole("button", { name: "Continue" }).click();
    await one.waitForURL("**/answer");
    const scale = earlierOf(one, "How far do you support each?");
    await scale.getByText(FOUND).click();
    await expect(scale.getByText("On “giving advice”")).toBeVisible();
    await expect(scale.getByText("Your own answer then")).toHaveCount(0);
  });

  await test.step("movement is read on the second round’s page and in the report", async () => {
    expect(await simulateAnswers(slug, truth, 2)).toBeGreaterThanOrEqual(10);
    await closing.releases.close.mutate({ consultationId, roundId: second });
    const reader = await device();
    await reader.goto(`/c/${slug}/rounds/2`);
    await expect(reader.getByRole("heading", { name: "No findings here yet" })).toBeVisible();
    await publishFindings(host, consultationId, second);
    await publishReport(host, consultationId);
    await reader.reload();
    const movement = reader.locator("#movement");
    await expect(movement.getByRole("heading", { name: "Movement since earlier rounds" })).toBeVisible();
    await expect(
      movement.getByText("Nobody’s answers can be followed from one round to the next."),
    ).toBeVisible();
    await expect(reader.getByText(/since the first round/).first()).toBeVisible();
    for (const details of await reader.locator("#movement details > summary").all()) await details.click();
    await expectAccessible(reader);
    await reader.goto(`/reports/${slug}`);
    await expect(reader.getByRole("heading", { name: "Movement since earlier rounds" })).toBeVisible();
    await expectAccessible(reader);
  });
});
