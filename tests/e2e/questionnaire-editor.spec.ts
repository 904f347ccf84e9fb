import type { Page } from "@playwright/test";
import { expectAccessible } from "./support/accessible";
import { openConsultation, preparedConsultation } from "./support/consultation";
import { expect, test } from "./support/guarded";
import { signIn } from "./support/host";

type OfRound = { readonly consultationId: string; readonly roundId: string };

const addressOf = ({ consultationId, roundId }: OfRound) =>
  `/consultations/${consultationId}/rounds/${roundId}/questionnaire`;

/** The small questionnaire in the editor of its host. */
async function editing(page: Page) {
  const prepared = await preparedConsultation();
  await page.context().addCookies(prepared.host.cookies);
  await page.goto(addressOf(prepared));
  return prepared;
}

/** The editor's parts, by what a host reads. */
const editor = (page: Page) => ({
  turnTo: (name: string | RegExp) =>
    page.getByRole("navigation", { name: "Agenda questions" }).getByRole("link", { name }).click(),
  button: (name: string) => page.getByRole("button", { name, exact: true }),
  add: (kind: string) =>
    page
      .getByRole("group", { name: "Add an item to this question" })
      .getByRole("button", { name: kind, exact: true }),
  box: (name: string) => page.getByRole("textbox", { name, exact: true }),
  preview: page.getByRole("complementary", { name: "As a participant sees it" }),
  save: async () => {
    await page.getByRole("button", { name: "Save", exact: true }).click();
    await expect(page.getByRole("status").filter({ hasText: /^Saved$/ })).toBeVisible();
  },
});

test("[Q30] questions, items and lines are moved with the keyboard, which stays with them, and each move is told", async ({
  page,
}) => {
  const { host, consultationId, roundId } = await editing(page);
  const { turnTo, button, box, save } = editor(page);
  await turnTo(/How far do you support each/);
  await button("Move statement 2 up").press("Enter");
  await expect(box("Statement 1")).toHaveValue("training");
  await expect(button("Move statement 1 up")).toBeFocused();
  await expect(page.getByText("“training” is now statement 1 of 2.")).toBeAttached();
  await button("Move step 1 down").press("Space");
  await expect(box("Step 2")).toHaveValue("Strongly oppose");
  await expect(button("Move step 2 down")).toBeFocused();
  await button("Move step 2 up").press("Enter");
  await button("Move item 1a down").press("Enter");
  await expect(button("Move item 1b down")).toBeFocused();
  await expect(page.getByText("Now item 1b of 1b.")).toBeAttached();
  await turnTo(/^2 /);
  await expect(page.getByRole("heading", { name: "Question 2" })).toBeFocused();
  await button("Move question 2 up").press("Enter");
  await expect(button("Move question 1 up")).toBeFocused();
  await save();
  const { questionnaire } = await host.registry.questionnaires.read.query({ consultationId, roundId });
  expect(questionnaire.agendaQuestions.map(({ id, items }) => [id, items.map((item) => item.id)])).toEqual([
    ["q2", ["steps", "order", "why"]],
    ["q1", ["model", "support"]],
  ]);
});

test("[Q31] what is deleted comes back with Undo, and nothing that was typed since goes", async ({
  page,
}) => {
  const { host, consultationId, roundId } = await editing(page);
  const { turnTo, button, box, save } = editor(page);
  const before = await host.registry.questionnaires.read.query({ consultationId, roundId });
  await turnTo(/Which model/);
  await button("Delete option 2").click();
  await expect(box("Option 2")).toBeFocused();
  await expect(box("Option 2")).toHaveValue("three");
  await button("Delete item 1b").click();
  await turnTo(/^2 /);
  await button("Delete question 2").click();
  await box("Agenda question").fill("What should be done now?");
  await button("Undo: delete the question").click();
  await button("Undo: delete the item").click();
  await button("Undo: delete the line").click();
  await expect(box("Option 2")).toHaveValue("two");
  await save();
  const [first, second] = before.questionnaire.agendaQuestions;
  const { questionnaire } = await host.registry.questionnaires.read.query({ consultationId, roundId });
  expect(questionnaire.agendaQuestions).toEqual([{ ...first, text: "What should be done now?" }, second]);
});

test("[Q32] every kind of item is added, seen as a participant sees it, and what it lacks is said beside it", async ({
  page,
}) => {
  await editing(page);
  const { turnTo, button, add, box, preview, save } = editor(page);
  await turnTo(/^2 /);
  for (const kind of ["Scale", "Choice", "Approval", "Ranking", "Text"]) {
    await add(kind).click();
    await expect(box("What is asked")).toBeFocused();
    await expect(box("What is asked")).toHaveAccessibleDescription("Write what this item asks.");
    await box("What is asked").fill(`A question of kind ${kind}`);
    await expect(preview.getByRole("heading", { name: `A question of kind ${kind}` })).toBeVisible();
    await expectAccessible(page);
  }
  await turnTo("A question of kind Scale");
  await box("Statement 1").fill("a review");
  await box("Statement 1").press("Enter");
  await expect(box("Statement 2")).toBeFocused();
  await box("Statement 2").fill("A review");
  await expect(box("Statement 2")).toHaveAccessibleDescription(
    "Two statements or options read the same. Change one of them.",
  );
  await button("Agreement").click();
  await expect(button("Agreement")).toHaveAttribute("aria-pressed", "true");
  await expect(box("Step 5")).toHaveValue("Strongly agree");
  await preview
    .getByRole("group", { name: "a review" })
    .first()
    .getByRole("radio", { name: "Agree", exact: true })
    .check();
  await turnTo("A question of kind Approval");
  await page.getByRole("combobox", { name: "At least" }).selectOption("2 options");
  await page.getByRole("combobox", { name: "At most" }).selectOption("1 option");
  await expect(page.getByRole("combobox", { name: "At most" })).toHaveAccessibleDescription(
    "The minimum and maximum leave nothing to choose, or cannot both be met with these options. Change them.",
  );
  await page.getByRole("link", { name: "Item 2d Two statements or options read the same." }).click();
  await expect(box("Statement 1")).toBeFocused();
  await save();
});

test("[Q33] what was not saved is not put back over a version that another host has saved since", async ({
  page,
}) => {
  const { host, consultationId, roundId } = await editing(page);
  await editor(page).box("What is asked").fill("Asked by the one.");
  const read = await host.registry.questionnaires.read.query({ consultationId, roundId });
  await host.registry.questionnaires.save.mutate({ consultationId, roundId, ...read });
  await page.reload();
  const left = page.getByRole("region", { name: "Changes that were not saved" });
  await expect(left).toContainText("another has been saved since, so they are not put back");
  await expect(editor(page).box("What is asked")).toHaveValue("How far do you support each?");
  await left.getByText("Show them").click();
  await expect(left.getByRole("heading", { name: "Asked by the one." })).toBeVisible();
  await expectAccessible(page);
  await left.getByRole("button", { name: "Discard them" }).click();
  await expect(left).toBeHidden();
});

test("[Q34] rapporteurs read the questionnaire and change nothing", async ({ page, device }) => {
  const prepared = await editing(page);
  const email = `rapporteur-${prepared.slug}@mission.example`;
  const { consultationId } = prepared;
  const person = { name: "", email, role: "rapporteur", mission: "" } as const;
  await prepared.host.registry.consultations.addPerson.mutate({ consultationId, ...person });
  const rapporteur = await device();
  await signIn(rapporteur, email);
  await rapporteur.goto(addressOf(prepared));
  await expect(rapporteur.getByText("Hosts change it until the round opens")).toBeVisible();
  await expect(rapporteur.getByRole("heading", { name: "How far do you support each?" })).toBeVisible();
  await expect(rapporteur.getByRole("button", { name: "Save" })).toBeHidden();
  await expectAccessible(rapporteur);
});

test("[Q34] once its round has opened, hosts read the questionnaire as well, and are told why", async ({
  page,
}) => {
  const opened = await openConsultation();
  await page.context().addCookies(opened.host.cookies);
  await page.goto(addressOf(opened));
  await expect(page.getByText("Fixed since round 1 left draft")).toBeVisible();
  await expect(page.getByRole("heading", { name: "How far do you support each?" })).toBeVisible();
  await expect(page.getByRole("button", { name: "Save" })).toBeHidden();
  await expectAccessible(page);
});
