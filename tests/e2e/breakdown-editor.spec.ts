import type { Page } from "@playwright/test";
import { brokenDownQuestionnaire } from "@/tests/support/questionnaire";
import { expectAccessible } from "./support/accessible";
import { openConsultation, preparedConsultation } from "./support/consultation";
import { confirm } from "./support/desk";
import { expect, test } from "./support/guarded";
import { localTime } from "./support/plan";

type OfRound = { readonly consultationId: string; readonly roundId: string };

const addressOf = ({ consultationId, roundId }: OfRound) =>
  `/consultations/${consultationId}/rounds/${roundId}/questionnaire`;

/** The parts of the editor that a group is asked with, by what a host reads. */
const editor = (page: Page) => ({
  asked: page.getByRole("region", { name: "Group asked", exact: true }),
  button: (name: string) => page.getByRole("button", { name, exact: true }),
  box: (name: string) => page.getByRole("textbox", { name, exact: true }),
  head: page.getByRole("heading", { name: "Group asked", exact: true }),
  toMend: page.getByRole("region", { name: "To put right before the round opens" }),
  preview: page.getByRole("complementary", { name: "As a participant sees it" }),
  save: async () => {
    await page.getByRole("button", { name: "Save", exact: true }).click();
    await expect(page.getByRole("status").filter({ hasText: /^Saved$/ })).toBeVisible();
  },
});

test("[E102] hosts ask for a group, change it and take it back with Undo, reading what the panel allows of it", async ({
  page,
}) => {
  const prepared = await preparedConsultation({ own: 14 });
  const { host, ...of } = prepared;
  const read = () => host.registry.questionnaires.read.query(of);
  await page.context().addCookies(host.cookies);
  await page.goto(addressOf(of));
  const { asked, button, box, toMend, preview, save } = editor(page);
  // A press does nothing until the page has woken up.
  await expect(async () => {
    await button("Ask participants for their group").press("Enter", { timeout: 1_000 });
    await expect(page.locator("#edit-head")).toBeFocused({ timeout: 1_000 });
  }).toPass();
  await expect(box("What is asked")).toHaveValue("To which regional group does your delegation belong?");
  await expect(toMend).toContainText("Name the empty group, or remove it.");
  await expect(asked.getByText("To put right")).toBeVisible();
  await expect(page.getByText("No breakdown is likely: it takes two groups")).toBeVisible();
  await expectAccessible(page);

  await box("Group 1").fill("North");
  await box("Group 1").press("Enter");
  await expect(box("Group 2")).toBeFocused();
  await box("Group 2").fill("Islands");
  await box("Group 3").fill("South");
  await button("Move group 3 up").press("Space");
  await expect(page.getByText("“South” is now group 2 of 3.")).toBeAttached();
  await expect(button("Move group 2 up")).toBeFocused();
  await button("UN regional groups").click();
  await expect(box("Group 5")).toHaveValue("Western European and other States");
  await expect(button("UN regional groups")).toHaveAttribute("aria-pressed", "true");
  await button("Undo: change the groups").click();
  await expect(box("Group 2")).toHaveValue("South");
  await button("Delete group 3").click();
  await expect(box("Group 3")).toBeHidden();
  await button("Delete the group question").click();
  await expect(asked.getByRole("link")).toBeHidden();
  await button("Undo: delete the group question").click();
  await expect(page.locator("#edit-head")).toBeFocused();
  await button("Undo: delete the group").click();
  await expect(box("Group 3")).toHaveValue("Islands");
  await box("What is asked").fill("Which group is yours?");
  await preview.getByRole("radio", { name: "Prefer not to say" }).check();
  await expect(toMend).toContainText("Nothing: every question can be asked.");
  await expectAccessible(page);
  await save();
  expect((await read()).questionnaire.breakdown).toEqual({
    question: "Which group is yours?",
    groups: ["North", "South", "Islands"].map((name) => ({ id: expect.any(String), name })),
  });
  await page.setViewportSize({ width: 360, height: 740 });
  await expectAccessible(page);
});

test("[E103] one round alone asks for a group: another says which, and once open it is only to be read", async ({
  page,
}) => {
  const prepared = await openConsultation({ questionnaire: brokenDownQuestionnaire });
  const { host, consultationId, roundId } = prepared;
  await page.context().addCookies(host.cookies);
  await page.goto(addressOf({ consultationId, roundId }));
  await expect(page.getByRole("heading", { name: "Which group is yours?" })).toBeVisible();
  await expect(page.getByText("One of these, or: Prefer not to say.")).toBeVisible();
  await expect(page.getByRole("button", { name: "Ask participants for their group" })).toBeHidden();
  await expectAccessible(page);

  const plan = { level: "expert", opensAt: localTime(3), closesAt: localTime(5) } as const;
  const timeZone = "America/New_York";
  const second = await host.registry.rounds.add.mutate({ consultationId, ...plan, timeZone });
  await page.goto(addressOf({ consultationId, roundId: second.roundId }));
  const { button, head } = editor(page);
  const ask = button("Ask participants for their group");
  await expect(ask).toHaveAttribute("aria-disabled", "true");
  await expect(ask).toHaveAccessibleDescription(
    "Round 1 asks for groups already, and only one round of a consultation can.",
  );
  await ask.press("Enter");
  await expect(head).toHaveCount(1);
  await expectAccessible(page);
});

test("[E104] before a round opens, beside its opening, hosts read what the panel allows to be shown", async ({
  page,
}) => {
  const groups = ["African States", "Asia-Pacific States", "Friends of the review"];
  const breakdown = {
    question: "Which group is yours?",
    groups: groups.map((name, at) => ({ id: `g${at}`, name })),
  };
  const questionnaire = { ...brokenDownQuestionnaire, breakdown };
  const { host, consultationId } = await preparedConsultation({ questionnaire, own: 2 });
  const african =
    "Algeria,Angola,Benin,Botswana,Burkina Faso,Burundi,Cabo Verde,Cameroon,Chad,Comoros,Egypt,Gabon";
  await host.registry.panel.import.mutate({ consultationId, text: african.replaceAll(",", "\n") });
  await page.context().addCookies(host.cookies);
  await page.goto(`/consultations/${consultationId}`);
  const allows = page.getByRole("region", { name: "What this panel allows to be shown" });
  await expect(allows).toContainText("If all 24 invited seats enrol and answer:");
  await expect(allows).toContainText("no longer reported once more than 14 of them take no position");
  await expect(allows).toContainText("Where 22 or more are on one side, readers see “all or nearly all”");
  await expect(allows).toContainText("No breakdown is likely");
  await expect(allows).toContainText("Of its 3 groups at most 2 can be shown.");
  await expect(allows).toContainText(
    "African States, 12 seats: reaches 10 only if nearly all take a position.",
  );
  await expect(allows).toContainText("Asia-Pacific States, no seat: reaches 10 only if others name it too.");
  await expectAccessible(page);
  await confirm(page, "Open enrolment");
  await page.setViewportSize({ width: 360, height: 740 });
  await expect(allows).toBeVisible();
  await expectAccessible(page);
});
