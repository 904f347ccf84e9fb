import { randomUUID } from "node:crypto";
import { localTimeOf } from "@/domain/consultation/consultation";
import { expectAccessible } from "./support/accessible";
import { preparedConsultation } from "./support/consultation";
import { expect, test } from "./support/guarded";
import { signedInHost } from "./support/host";
import { localTime } from "./support/plan";
import { setUpPath } from "./support/set-up-path";

const BLANK = /^Blank/;
const titled = () => `Review of practice ${randomUUID().slice(0, 8)}`;

test("[E230] at 360 pixels and by the keyboard each step is arrived at by its heading, named in the window, and left both ways", async ({
  device,
}) => {
  const host = await signedInHost();
  const page = await device({ viewport: { width: 360, height: 740 }, colorScheme: "dark" });
  await page.context().addCookies(host.cookies);
  await page.goto("/consultations/new");
  await expect(page).toHaveTitle("Step 1 of 7: Choose what to start from · Tour de Table");
  await expectAccessible(page);
  const { goOn, fill, tick, press, setUp } = setUpPath(page);
  const title = titled();
  await tick(BLANK);
  await goOn(2, "Title, subject and rule");
  await expectAccessible(page);
  await fill("Title", title);
  await goOn(3, "Co-hosts");
  await press("Add a co-host");
  await expect(page.getByLabel("Mission, as it signs")).toBeFocused();
  await fill("Mission, as it signs", "Permanent Mission of the Netherlands");
  await fill("E-mail address of its first host", `${randomUUID()}@mission.example`);
  await press("Add a co-host");
  await press("Remove co-host 1");
  const back = page.getByRole("button", { name: "Put co-host 1 back" });
  await expect(back).toBeFocused();
  await expectAccessible(page);
  await back.press("Enter");
  await expect(page.getByLabel("Mission, as it signs").first()).toHaveValue(
    "Permanent Mission of the Netherlands",
  );
  await expect(page.getByLabel("Mission, as it signs").first()).toBeFocused();
  await press("Remove co-host 2");
  await goOn(4, "Rounds");
  await expectAccessible(page);
  const second = page.getByRole("group", { name: "Round 2" });
  const closes = await second.getByLabel("Closes").inputValue();
  await press("Remove round 2");
  await page.goBack();
  await expect(page.getByRole("heading", { level: 1, name: "Step 3 of 7 Co-hosts" })).toBeFocused();
  await page.goForward();
  await press("Put round 2 back");
  await expect(second.getByLabel("Closes")).toHaveValue(closes);
  await goOn(5, "Review and set up");
  await expectAccessible(page);
  await setUp(title);
  const steps = page.getByRole("navigation", { name: "Steps of setting up" });
  await steps.getByRole("link", { name: "Step 6: questionnaire" }).press("Enter");
  await expect(steps.getByText("Step 6 of 7: Questionnaire")).toBeVisible();
  await expectAccessible(page);
  await steps.getByRole("link", { name: "Step 7: panel" }).press("Enter");
  await expect(steps.getByText("Step 7 of 7: Panel")).toBeVisible();
  await steps.getByRole("link", { name: "What is still to do" }).press("Enter");
  await page.getByRole("heading", { name: "Still to do before round 1 opens" }).waitFor();
  await steps.getByRole("link", { name: "Back to title and rounds" }).press("Enter");
  await expect(page.getByLabel("Title", { exact: true })).toHaveValue(title);
  await expectAccessible(page);
});

test("[E231] nothing typed is lost by a reload, nor by a session that ends midway and is begun again beside", async ({
  page,
  context,
}) => {
  const host = await signedInHost();
  await context.addCookies(host.cookies);
  await page.goto("/consultations/new");
  const { goOn, fill, press, setUp } = setUpPath(page);
  const title = titled();
  await goOn(2, "Title, subject and rule");
  await fill("Title", title);
  await page.reload();
  await expect(page.getByLabel("Title", { exact: true })).toHaveValue(title);
  await goOn(3, "Co-hosts");
  await goOn(4, "Rounds");
  await context.clearCookies();
  await goOn(5, "Review and set up");
  await press("Set up");
  await expect(page.getByRole("alert").getByText("Sign in to continue.")).toBeVisible();
  await expect(page.getByRole("link", { name: "Sign in in another tab, then come back here" })).toBeVisible();
  await expectAccessible(page);
  // Signed out, a reload leads to sign in; the same tab then still has it.
  await page.reload();
  await page.getByRole("heading", { name: "Sign in" }).waitFor();
  await context.addCookies(host.cookies);
  await page.goto("/consultations/new?step=5");
  await expect(page.getByText(title)).toBeVisible();
  await setUp(title);
  await page.goto("/consultations/new?step=2");
  await expect(page.getByLabel("Title", { exact: true })).not.toHaveValue(title);
});

test("[E232] the paper’s consultation is set up without filling in a field, a blank one by its title alone", async ({
  page,
}) => {
  const host = await signedInHost();
  await page.context().addCookies(host.cookies);
  const paper = setUpPath(page);
  await page.goto("/consultations/new");
  await paper.goOn(2, "Title, subject and rule");
  await paper.goOn(3, "Co-hosts");
  await paper.goOn(4, "Rounds");
  await paper.goOn(5, "Review and set up");
  const consultationId = await paper.setUp("Defence sector reform: the UN’s role");
  expect(paper.done).toEqual({ fields: 0, presses: 5 });
  const { next } = await host.registry.consultations.overview.query({ consultationId });
  expect(next?.stillToDo.map(({ step }) => step)).toEqual(["panel", "enrolment"]);

  const blank = setUpPath(page);
  const title = titled();
  await page.goto("/consultations/new");
  await blank.tick(BLANK);
  await blank.goOn(2, "Title, subject and rule");
  await blank.fill("Title", title);
  await blank.goOn(3, "Co-hosts");
  await blank.goOn(4, "Rounds");
  await blank.goOn(5, "Review and set up");
  await blank.setUp(title);
  expect(blank.done).toEqual({ fields: 1, presses: 6 });
  await page.getByRole("link", { name: "Step 6: questionnaire" }).click();
  await blank.press("Add an agenda question");
  await blank.fill("Agenda question", "What should be reviewed?");
  await blank.press("Text");
  await blank.fill("What is asked", "In your own words");
  await blank.press("Save");
  await expect(page.getByRole("status").filter({ hasText: /^Saved$/ })).toBeVisible();
  // To the last step of filling it: what its panel takes is for the page of seats.
  expect(blank.done).toEqual({ fields: 3, presses: 9 });
});

test("[E233] a copy of a consultation of ours has its words, dates moved on by weeks, and its delegations if asked", async ({
  page,
}) => {
  const { host, title, consultationId: earlier } = await preparedConsultation();
  await page.context().addCookies(host.cookies);
  await page.goto("/consultations/new");
  const { goOn, tick, fill, setUp, done } = setUpPath(page);
  await tick(new RegExp(`^${title}`));
  await page.getByRole("checkbox", { name: /^Take its delegations too/ }).press("Space");
  await expectAccessible(page);
  await goOn(2, "Title, subject and rule");
  await expect(page.getByLabel("Title", { exact: true })).toHaveValue(`${title} (copy)`);
  await fill("Subject, in a sentence or two", "Typed before the start was chosen anew");
  await page.goBack();
  await tick(BLANK);
  await goOn(2, "Title, subject and rule");
  await expect(page.getByLabel("Title", { exact: true })).toHaveValue("");
  await expect(page.getByLabel("Subject, in a sentence or two")).toHaveValue(/^Typed before/);
  await page.goBack();
  await tick(new RegExp(`^${title}`));
  await goOn(2, "Title, subject and rule");
  await goOn(3, "Co-hosts");
  await goOn(4, "Rounds");
  const opens = await page.getByLabel("Opens").inputValue();
  expect(opens > localTime(7)).toBe(true);
  await goOn(5, "Review and set up");
  await expect(page.getByText(`Copy of “${title}” With its 11 seats, without links.`)).toBeVisible();
  await expectAccessible(page);
  const copied = await setUp(`${title} (copy)`);
  expect(done.fields).toBe(1);
  const was = await host.registry.consultations.overview.query({ consultationId: earlier });
  const is = await host.registry.consultations.overview.query({ consultationId: copied });
  expect(is.panel).toEqual({ seats: 11, enrolled: 0 });
  const clock = (at: string) => localTimeOf(new Date(at), "America/New_York").slice(10);
  expect(is.rounds.map(({ opensAt, closesAt }) => [clock(opensAt), clock(closesAt)])).toEqual(
    was.rounds.map(({ opensAt, closesAt }) => [clock(opensAt), clock(closesAt)]),
  );
  expect(is.next?.stillToDo.map(({ code }) => code)).toEqual(["enrolment_to_open"]);
});

test("[E234] before enrolment a consultation is deleted by its title, and its host is told where they arrive", async ({
  page,
}) => {
  const { host, title, consultationId } = await preparedConsultation();
  await page.context().addCookies(host.cookies);
  await page.goto(`/consultations/${consultationId}/settings`);
  const deletion = page.getByRole("button", { name: `Delete “${title}” for good` });
  await deletion.click();
  const typed = page.getByLabel("To confirm, type its title");
  await expect(typed).toBeFocused();
  await expect(typed).toHaveAccessibleDescription(/^That is not the title\./);
  await expectAccessible(page);
  await typed.fill(title);
  await deletion.click();
  await expect(page.getByText("The consultation is deleted.")).toBeVisible();
  await expect(page.getByRole("link", { name: title })).toHaveCount(0);
  await expectAccessible(page);
  await page.goto(`/consultations/${consultationId}`);
  await page.getByRole("heading", { name: "Nothing at this address" }).waitFor();
});
