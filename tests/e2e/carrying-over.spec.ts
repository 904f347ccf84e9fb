import type { Page } from "@playwright/test";
import { MOST } from "@/domain/questionnaire/editing";
import type { AgendaQuestion } from "@/domain/questionnaire/questionnaire";
import { smallQuestionnaire } from "@/tests/support/questionnaire";
import { expectAccessible } from "./support/accessible";
import { preparedConsultation } from "./support/consultation";
import { confirm } from "./support/desk";
import { expect, test } from "./support/guarded";
import { localTime } from "./support/plan";

/** The second round's draft in the editor of its host; it starts as the first round's questionnaire. */
async function editingSecond(page: Page) {
  const { host, consultationId } = await preparedConsultation();
  const plan = { level: "expert", opensAt: localTime(3), closesAt: localTime(5) } as const;
  const timeZone = "America/New_York";
  const { roundId } = await host.registry.rounds.add.mutate({ consultationId, ...plan, timeZone });
  await page.context().addCookies(host.cookies);
  const of = { consultationId, roundId };
  const address = `/consultations/${consultationId}/rounds/${roundId}/questionnaire`;
  await page.goto(address);
  const read = () => host.registry.questionnaires.read.query(of);
  return { host, of, address, read };
}

/** The editor's parts, by what a host reads. */
const editor = (page: Page) => {
  const outline = page.getByRole("navigation", { name: "Agenda questions" });
  return {
    outline,
    turnTo: (name: string | RegExp) => outline.getByRole("link", { name }).click(),
    button: (name: string) => page.getByRole("button", { name, exact: true }),
    box: (name: string) => page.getByRole("textbox", { name, exact: true }),
    head: (name: string) => page.getByRole("heading", { name, exact: true }),
    tag: (text: string) => page.getByRole("status").filter({ hasText: text }),
    summary: page.getByRole("region", { name: "What is carried over" }),
    leftOut: page.getByRole("region", { name: "Asked in the first round, not here" }),
    save: async () => {
      await page.getByRole("button", { name: "Save", exact: true }).click();
      await expect(page.getByRole("status").filter({ hasText: /^Saved$/ })).toBeVisible();
    },
  };
};

test("[E91] from the second round on the editor says what is carried over, reworded, new and left out", async ({
  page,
}) => {
  const { read } = await editingSecond(page);
  const { outline, turnTo, button, box, head, tag, summary, leftOut, save } = editor(page);
  await expect(summary).toContainText("5 items carried over from earlier rounds, none reworded, none new;");
  await expect(head("Item 1a: Scale")).toHaveAccessibleDescription("Carried over from the first round");
  await expectAccessible(page);
  await turnTo(/Which steps would you support/);
  await button("Delete item 2a").click();
  await expect(leftOut).toContainText("Which steps would you support?");
  await turnTo(/Which model/);
  await box("What is asked").fill("Which of these models?");
  await expect(tag("Reworded since the first round")).toBeVisible();
  await expect(box("What is asked")).toHaveAccessibleDescription(
    "Movement will then say that the wording was changed. To ask something else, delete this item and add a new one.",
  );
  await button("Text").click();
  await box("What is asked").fill("What stands in the way?");
  await expect(tag("New in this round")).toBeVisible();
  await expect(outline.getByText("Reworded", { exact: true })).toBeVisible();
  await expect(outline.getByText("New", { exact: true })).toBeVisible();
  await expect(summary).toContainText(
    "3 items carried over from earlier rounds, 1 reworded, 1 new; 1 of the first round is not asked here.",
  );
  await expectAccessible(page);
  await save();
  await page.reload();
  await turnTo(/Which of these models/);
  await expect(tag("Reworded since the first round")).toBeVisible();
  await page.setViewportSize({ width: 360, height: 740 });
  await expectAccessible(page);
  const { questionnaire } = await read();
  expect(questionnaire.agendaQuestions.map(({ items }) => items.map(({ id }) => id))).toEqual([
    ["support", "model", expect.any(String)],
    ["order", "why"],
  ]);
});

test("[E92] what is left out is brought back with the keyboard, and where there is no room that is said", async ({
  page,
}) => {
  const { host, of, address, read } = await editingSecond(page);
  const { turnTo, button, box, head, leftOut, save } = editor(page);
  await turnTo(/Which model/);
  await box("What is asked").fill("Which of these models?");
  await button("Delete option 2").click();
  await button("Delete item 1b").click();
  await turnTo(/^2 /);
  await button("Delete question 2").click();
  await button("Bring back: Which model?").press("Enter");
  await expect(head("Item 1b: Choice")).toBeFocused();
  await expect(page.getByText("Item 1b is back.")).toBeAttached();
  await expect(box("What is asked")).toHaveValue("Which model?");
  await button("Bring back: Why?").press("Space");
  await expect(head("Item 2a: Text")).toBeFocused();
  await expect(page.getByText("Item 2a is back, with its agenda question.")).toBeAttached();
  await expect(leftOut.getByRole("button")).toHaveCount(2);
  await expectAccessible(page);
  await button("Undo: delete the question").click();
  await expect(leftOut).toBeHidden();
  // The item that was brought back whole is not put back a second time.
  await expect(button("Undo: delete the question")).toBeHidden();
  await expect(button("Undo: delete the item")).toBeHidden();
  await expect(button("Undo: delete the line")).toBeHidden();
  await save();
  const { questionnaire, version } = await read();
  const [first, second] = smallQuestionnaire.agendaQuestions as [AgendaQuestion, AgendaQuestion]; // it has two
  const [steps, order, why] = second.items;
  expect(questionnaire.agendaQuestions).toEqual([first, { ...second, items: [why, steps, order] }]);

  const text = { kind: "text", help: null, required: false } as const;
  const items = Array.from({ length: MOST.items }, (_, at) => ({
    ...text,
    id: `i${at}`,
    prompt: `So ${at}?`,
  }));
  const full = { agendaQuestions: [{ ...first, items }, second] };
  await host.registry.questionnaires.save.mutate({ ...of, version, questionnaire: full });
  await page.goto(address);
  const noRoom = button("Bring back: Which model?");
  await expect(noRoom).toHaveAttribute("aria-disabled", "true");
  await expect(noRoom).toHaveAccessibleDescription(/^There is no room for it: a question holds at most 12/);
  // Pressed before the page has come alive, it is drawn anew under the keyboard.
  await expect(async () => {
    await noRoom.press("Enter");
    await expect(noRoom).toBeFocused({ timeout: 1_000 });
  }).toPass();
  await expectAccessible(page);
});

test("[E93] a draft is started again from the first round once that is confirmed, and Undo brings it back whole", async ({
  page,
}) => {
  await editingSecond(page);
  const { turnTo, button, box, head, summary, leftOut } = editor(page);
  const startAgain = button("Start again from the first round");
  await expect(summary).toBeVisible();
  await expect(startAgain).toBeHidden();
  await turnTo(/How far do you support each/);
  await button("Delete item 1a").click();
  await box("What is asked").fill("Which of these models?");
  await startAgain.press("Enter");
  await expect(button("Confirm: Start again from the first round")).toBeFocused();
  await expect(summary).toContainText("Undo brings the draft back.");
  await expectAccessible(page);
  await button("Cancel").press("Enter");
  await expect(startAgain).toBeFocused();
  await confirm(page, "Start again from the first round");
  await expect(head("Item 1b: Choice")).toBeFocused();
  await expect(box("What is asked")).toHaveValue("Which model?");
  await expect(page.getByText("The draft now asks what the first round asks.")).toBeAttached();
  await expect(startAgain).toBeHidden();
  await expect(leftOut).toBeHidden();
  await button("Undo: start again").click();
  await expect(head("Item 1a: Choice")).toBeFocused();
  await expect(box("What is asked")).toHaveValue("Which of these models?");
  await expect(page.getByText("The draft from before is back.")).toBeAttached();
  await button("Undo: delete the item").click();
  await expect(box("What is asked")).toHaveValue("How far do you support each?");
  await expectAccessible(page);
});
