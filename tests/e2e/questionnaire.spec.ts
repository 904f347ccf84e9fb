import { expectAccessible } from "./support/accessible";
import { preparedConsultation } from "./support/consultation";
import { expect, test } from "./support/guarded";

test("[E7] hosts write a questionnaire: what is missing is said, what is not saved is told and outlives a reload", async ({
  page,
}) => {
  const { host, consultationId, roundId } = await preparedConsultation();
  await page.context().addCookies(host.cookies);
  await page.goto(`/consultations/${consultationId}/rounds/${roundId}/questionnaire`);
  await expectAccessible(page);
  await page.getByRole("button", { name: "Add an agenda question" }).click();
  const question = page.getByRole("textbox", { name: "Agenda question" });
  await expect(question).toBeFocused();
  await expectAccessible(page);
  await question.fill("What comes next?");
  await expect(page.getByText("Unsaved changes")).toBeVisible();
  await page.reload();
  await expect(
    page.getByRole("heading", { name: "You left changes here that were not saved" }),
  ).toBeVisible();
  await page.getByRole("button", { name: "Continue with them" }).click();
  await page.getByRole("link", { name: "What comes next?" }).click();
  await expect(question).toHaveValue("What comes next?");
  const items = page.getByRole("group", { name: "Add an item to this question" });
  await items.getByRole("button", { name: "Choice" }).click();
  await page.getByRole("textbox", { name: "What is asked" }).fill("Which step?");
  await page.getByRole("textbox", { name: "Option 1", exact: true }).fill("a review");
  await page.getByRole("textbox", { name: "Option 2", exact: true }).fill("a pause");
  await expect(page.getByText("Nothing: every question can be asked.")).toBeVisible();
  await expectAccessible(page);
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await expect(page.getByRole("status").filter({ hasText: /^Saved$/ })).toBeVisible();
  const { questionnaire } = await host.registry.questionnaires.read.query({ consultationId, roundId });
  const [, , added] = questionnaire.agendaQuestions;
  expect(added).toMatchObject({
    text: "What comes next?",
    items: [{ kind: "choice", prompt: "Which step?" }],
  });
});

test("[E8] of two hosts who save over each other the later is told, and keeps what was written", async ({
  page,
}) => {
  const { host, consultationId, roundId } = await preparedConsultation();
  await page.context().addCookies(host.cookies);
  await page.goto(`/consultations/${consultationId}/rounds/${roundId}/questionnaire`);
  const asked = page.getByRole("textbox", { name: "What is asked" });
  await asked.fill("Asked by the one.");
  const read = await host.registry.questionnaires.read.query({ consultationId, roundId });
  await host.registry.questionnaires.save.mutate({ consultationId, roundId, ...read });
  await page.getByRole("button", { name: "Save", exact: true }).click();
  const sentence = "Another host has saved this questionnaire since you opened it.";
  await expect(page.getByRole("alert").filter({ hasText: sentence })).toBeVisible();
  await expect(asked).toHaveValue("Asked by the one.");
  await page.getByRole("button", { name: "Save mine over it" }).click();
  await expect(page.getByRole("status").filter({ hasText: /^Saved$/ })).toBeVisible();
});
