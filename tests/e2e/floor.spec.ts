import type { Page } from "@playwright/test";
import type { Answers } from "@/domain/questionnaire/questionnaire";
import { expectAccessible } from "./support/accessible";
import { sendChosen } from "./support/chosen-answers";
import { closingTimeHasCome } from "./support/closing-time";
import { enrollingConsultation, preparedConsultation } from "./support/consultation";
import { confirm } from "./support/desk";
import { expect, test } from "./support/guarded";
import type { Host } from "./support/host";
import { sessionOf } from "./support/host";
import { simulateEnrolment } from "./support/simulation";

/** Cookies of a rapporteur whom the host adds. */
async function rapporteurOf(host: Host, consultationId: string) {
  const email = `rapporteur-${crypto.randomUUID().slice(0, 8)}@mission.example`;
  const person = { name: "Bea", email, role: "rapporteur", mission: "" } as const;
  await host.registry.consultations.addPerson.mutate({ consultationId, ...person });
  return sessionOf(email);
}

const field = (page: Page) => page.getByLabel("What was said").first();
const notes = (page: Page) => page.getByRole("region", { name: "Notes" }).getByRole("listitem");

test("[E300, Z4] two rapporteurs note what is said, on a laptop and a phone, and neither overwrites the other", async ({
  page,
  device,
}) => {
  const { host, consultationId, roundId } = await preparedConsultation();
  await host.registry.conduct.openEnrolment.mutate({ consultationId });
  const address = `/consultations/${consultationId}/rounds/${roundId}/floor`;
  await page.context().addCookies(await rapporteurOf(host, consultationId));
  await page.goto(`/consultations/${consultationId}`);
  await page.getByRole("link", { name: "Floor", exact: true }).click();
  await expect(page.getByRole("heading", { name: "What was said: first round" })).toBeVisible();
  await expect(page.getByText("Nothing is noted under this question yet.")).toBeVisible();
  await expectAccessible(page);

  // What is typed outlives a reload, and the field is ready for the next as soon as one is saved.
  await field(page).fill("Start from what the missions do today.");
  await expect(page.getByText("Not saved yet; kept on this device.")).toBeVisible();
  await page.reload();
  await expect(field(page)).toHaveValue("Start from what the missions do today.");
  await field(page).focus();
  await page.route(
    "**/api/trpc/floor.add**",
    async (route) => {
      const response = await route.fetch();
      // The reply is slow, and who writes is not.
      await page.keyboard.type("Costs come first.");
      await route.fulfill({ response });
    },
    { times: 1 },
  );
  await page.keyboard.press("Control+Enter");
  await expect(notes(page)).toHaveText([/Start from what/]);
  await expect(field(page)).toBeFocused();
  await expect(field(page)).toHaveValue("Costs come first.");
  await page.keyboard.press("Control+Enter");
  await expect(notes(page)).toHaveText([/Costs come first/, /Start from what/]);

  // Who spoke is asked about before anything is kept.
  await page.keyboard.type("The delegation of Malaysia would go slowly.");
  const warning = page.getByRole("region", { name: "2 passages could tell who spoke" });
  await expect(warning).toContainText("“Malaysia” names a delegation.");
  await page.keyboard.press("Control+Enter");
  await expect(warning.getByText("Decide before it is saved.")).toBeVisible();
  await expect(warning.getByRole("button", { name: "Change the note" })).toBeFocused();
  await expectAccessible(page);
  await page.keyboard.press("Enter");
  await expect(field(page)).toBeFocused();
  await field(page).fill("Our delegation would go slowly.");
  await page.keyboard.press("Control+Enter");
  await page.getByRole("button", { name: "Save it as it is written" }).click();
  await expect(notes(page)).toHaveCount(3);

  const phone = await device();
  await phone.setViewportSize({ width: 360, height: 740 });
  await phone.context().addCookies(await rapporteurOf(host, consultationId));
  await phone.goto(address);
  await expect(notes(phone)).toHaveText([/Costs come first/, /Our delegation/, /Start from what/]);
  await expectAccessible(phone);

  // Both edit the same note: the second is shown what the first saved, and saves over it knowingly.
  await page.getByRole("button", { name: "Edit: Costs come first." }).click();
  await phone.getByRole("button", { name: "Edit: Costs come first." }).click();
  const edited = (of: Page) => notes(of).getByLabel("What was said");
  await edited(page).fill("Costs come before all else.");
  await edited(phone).fill("Costs come early.");
  await page.keyboard.press("Control+Enter");
  await expect(notes(page).first()).toContainText("Costs come before all else.");
  await notes(phone).getByRole("button", { name: "Save the note" }).click();
  await expect(phone.getByText("Somebody else has changed or removed this note")).toBeVisible();
  await expect(phone.getByText("It now reads:")).toBeVisible();
  await expect(edited(phone)).toHaveValue("Costs come early.");
  await expectAccessible(phone);
  await notes(phone).getByRole("button", { name: "Save the note" }).click();
  await expect(notes(phone).first()).toContainText("Costs come early.");
  await expect(notes(page).first()).toContainText("Costs come early.", { timeout: 15_000 });

  // What is removed comes back, once, though the replies to both are lost.
  const undo = phone.getByRole("button", { name: "Undo" });
  const unanswered = async (act: string, press: () => Promise<void>) => {
    const calls = `**/api/trpc/floor.${act}**`;
    await phone.route(calls, async (route) => {
      await route.fetch();
      await route.abort();
    });
    await press();
    return () => phone.unroute(calls);
  };
  const removed = await unanswered("remove", () =>
    phone.getByRole("button", { name: "Remove: Costs come early." }).click(),
  );
  await expect(undo).toBeFocused();
  await expect(notes(phone)).toHaveCount(2);
  await removed();
  const givenBack = await unanswered("add", () => phone.keyboard.press("Enter"));
  await expect(phone.getByText("No reply came.")).toBeVisible();
  await expect(notes(phone)).toHaveCount(3);
  await givenBack();
  await undo.click();
  await expect(undo).toHaveCount(0);
  await expect(notes(phone)).toHaveCount(3);
  await phone.getByRole("link", { name: /Which steps/ }).click();
  await expect(phone.getByText("Nothing is noted under this question yet.")).toBeVisible();
});

const said = (text: string): Answers => ({ why: { kind: "text", text, consent: "mayBeReflected" } });

test("[E301] notes are coded at the bench by the same keys, marked and counted apart, and released beside the answers", async ({
  page,
}) => {
  const { host, consultationId, roundId, slug, links } = await enrollingConsultation({ own: 8 });
  const truth = await simulateEnrolment(slug, links);
  await host.registry.conduct.openRound.mutate({ consultationId, roundId });
  const note = (text: string) =>
    host.registry.floor.add.mutate({
      consultationId,
      roundId,
      noteId: crypto.randomUUID(),
      agendaQuestionId: "q2",
      text,
      asWritten: false,
    });
  for (const nth of ["once", "twice", "three times"])
    await note(`Costs should be clear, it was said ${nth}.`);
  const answers = Array.from({ length: 10 }, (_, index) => said(`Costs first, for reason number ${index}.`));
  await sendChosen({ slug, roundId, truth }, answers);
  await closingTimeHasCome(roundId);
  await host.closing.releases.close.mutate({ consultationId, roundId });
  await note("Let us go slowly.");

  await page.context().addCookies(host.cookies);
  await page.goto(`/consultations/${consultationId}/rounds/${roundId}/themes`);
  await expect(page.getByText("0 of 10 coded").first()).toBeVisible();
  await page.getByRole("button", { name: "From the floor, 4" }).click();
  const list = page.getByRole("grid", { name: "Notes from the floor" });
  const row = (text: string) => list.getByRole("row").filter({ hasText: text });
  await expect(row("it was said once")).toContainText("from the floor");
  await expectAccessible(page);
  await row("it was said once").focus();
  await page.keyboard.press("n");
  await page.getByLabel("Wording of the theme, in your own words").fill("Be open about cost");
  await page.getByRole("button", { name: "Add theme and code the note" }).click();
  const theme = page.getByRole("grid", { name: "Themes" }).getByRole("row");
  await expect(theme).toContainText("From the floor: one or two");
  await expect(theme).toContainText("0 of 10");
  for (const nth of ["twice", "three times"]) {
    await row(`it was said ${nth}`).focus();
    await page.keyboard.press("1");
  }
  await expect(theme).toContainText("From the floor: 3");
  await expect(page.getByText("From the floor: 3 of 4 coded")).toBeVisible();
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(page.getByText("From the floor: 2 of 4 coded")).toBeVisible();
  await row("three times").focus();
  await page.keyboard.press("1");
  await row("go slowly").focus();
  await page.keyboard.press("0");
  await expect(page.getByText("From the floor: 4 of 4 coded")).toBeVisible();

  await page.getByRole("button", { name: "Answers, 10" }).click();
  const answer = page.getByRole("grid", { name: "Answers" }).getByRole("row");
  for (let index = 0; index < 10; index += 1) {
    await answer.filter({ hasText: `number ${index}.` }).focus();
    await page.keyboard.press(index < 5 ? "1" : "0");
    await expect(page.getByText(`${index + 1} of 10 coded`).first()).toBeVisible();
  }
  await expect(theme).toContainText("5 of 10");
  await expect(theme).toContainText("From the floor: 3");
  await confirm(page, "Release the themes of this item");
  const released = page.getByRole("region", { name: "What is released" });
  await expect(released.getByRole("listitem")).toHaveText([
    /Be open about cost5 of 10/,
    /Be open about costFrom the floor: 3/,
  ]);
  await expectAccessible(page);
  await page.setViewportSize({ width: 360, height: 740 });
  await expectAccessible(page);
});
