import { randomBytes } from "node:crypto";
import { responses } from "@/db/ballot/schema";
import { connectBallot } from "@/db/connect";
import { someAnswers } from "@/tests/support/questionnaire";
import { expectAccessible } from "./support/accessible";
import { closeRound, openConsultation } from "./support/consultation";
import { confirm } from "./support/desk";
import { expect, test } from "./support/guarded";
import { linkMailedTo } from "./support/mail";
import { answering, answerSome, enrol, submit, told } from "./support/participant";
import { localTime } from "./support/plan";

test.describe("a round that is open, and then closes", () => {
  let consultation: Awaited<ReturnType<typeof openConsultation>>;
  test.beforeAll(async () => {
    consultation = await openConsultation({ own: 5 });
  });
  const invitation = () => consultation.links.pop() ?? "";

  test("[E19] hosts add people and extend the round; a rapporteur follows, and is offered none of it", async ({
    page,
    device,
  }) => {
    const { host, consultationId, slug } = consultation;
    await page.context().addCookies(host.cookies);
    await page.goto(`/consultations/${consultationId}/people`);
    await page.getByRole("radio", { name: /^Rapporteur/ }).check();
    const email = `rapporteur-${slug}@mission.example`;
    await page.getByLabel("E-mail address").fill(email);
    await page.getByRole("button", { name: "Add, and mail a sign-in link" }).click();
    await expect(page.getByText(`${email} has been added, and a sign-in link is on its way.`)).toBeVisible();
    await expectAccessible(page);
    const rapporteur = await device();
    await rapporteur.goto(await linkMailedTo(email));
    await rapporteur.getByRole("button", { name: "Sign in now" }).click();
    await rapporteur.getByRole("heading", { name: "Consultations" }).waitFor();
    await rapporteur.goto(`/consultations/${consultationId}`);
    await expect(rapporteur.getByRole("heading", { name: "Round 1 is open" })).toBeVisible();
    await expect(rapporteur.getByRole("button", { name: /Close|Extend/ })).toHaveCount(0);

    await page.goto(`/consultations/${consultationId}/settings`);
    await expect(page.getByText("Fixed since enrolment opened.").first()).toBeVisible();
    await expectAccessible(page);
    await page.goto(`/consultations/${consultationId}`);
    const until = page.getByLabel("New closing time (America/New_York)");
    await expect(page.getByRole("button", { name: "Extend the round" })).toHaveAccessibleDescription(
      "Choose the new closing time first.",
    );
    await until.fill(localTime(1));
    await confirm(page, "Extend the round");
    const refused = page.getByText("Only an open round can be extended, and only to a later time.");
    await expect(refused).toBeVisible();
    await until.fill(localTime(5));
    await confirm(page, "Extend the round");
    await expect(refused).toHaveCount(0);
  });

  test("[E30] while it is open nobody sees any figure, its hosts included", async ({ page, device }) => {
    const { host, consultationId, roundId, slug } = consultation;
    const participant = await device();
    await enrol(participant, invitation());
    await answerSome(participant, "Said early.");
    await submit(participant);
    await page.goto(`/c/${slug}/rounds/1`);
    await expect(page.getByRole("heading", { name: "No findings here yet" })).toBeVisible();
    await page.context().addCookies(host.cookies);
    await page.goto(`/consultations/${consultationId}`);
    await expect(
      page.getByText("How many have answered is not counted while the round is open"),
    ).toBeVisible();
    await page.goto(`/consultations/${consultationId}/rounds/${roundId}/findings`);
    await expect(page.getByText("until then nobody sees any, hosts included.")).toBeVisible();
    await page.goto(`/consultations/${consultationId}/report`);
    await expect(page.getByText("No report yet")).toBeVisible();
    const asked = host.registry.publication.drafts.query({ consultationId, roundId });
    await expect(asked).rejects.toThrow("Nothing of this round is counted yet.");
  });

  test("[E31] once closed it takes no more, says what was taken and what is not known, and lets people copy", async ({
    page,
    device,
  }) => {
    const [writing, sent, edited, lost] = [page, await device(), await device(), await device()];
    for (const participant of [writing, sent, edited, lost]) {
      await enrol(participant, invitation());
      await answerSome(participant, "As it stood.");
    }
    await submit(sent);
    await submit(edited);
    await edited.getByRole("button", { name: "Change my answers" }).click();
    await answering(edited).advice("Oppose").check();
    await answering(edited).next();
    await answering(edited).review();
    await lost.route("**/api/ballot/submit", async (route) => {
      await route.fetch();
      await route.abort("connectionreset");
    });
    await answering(lost).submit();
    await told(lost, "No reply came. Your answers are safe");
    await lost.unroute("**/api/ballot/submit");

    await closeRound(consultation);
    await answering(writing).submit();
    await expect(writing.getByRole("heading", { name: "Round 1 has closed" })).toBeVisible();
    await expect(writing.getByText("What stands here was not taken. You can copy it.")).toBeVisible();
    await writing.getByRole("button", { name: "Copy what I wrote" }).click();
    await expect(writing.getByRole("button", { name: "Copied" })).toBeVisible();
    const copied = await writing.evaluate(() => navigator.clipboard.readText());
    for (const part of ["giving advice", "Support", "As it stood."]) expect(copied).toContain(part);
    await writing.reload();
    await expect(writing.getByText("As it stood.")).toBeVisible();

    await sent.reload();
    await expect(sent.getByText("Your answers were received before the close.")).toBeVisible();
    await answering(edited).submit();
    await expect(edited.getByText("Your last received version counts.")).toBeVisible();
    await lost.getByRole("button", { name: "Submit again" }).click();
    await expect(lost.getByText("no reply came before the close")).toBeVisible();
  });
});

test("[E118] more responses than credentials refuse the release, and the host is told what to do", async ({
  page,
}) => {
  const { host, consultationId, roundId, slug } = await openConsultation({ own: 0 });
  const { db, end } = connectBallot(process.env.BALLOT_DATABASE_URL ?? "");
  // What whoever holds a round's signing key could put in.
  const added = Array.from({ length: 11 }, () => ({
    roundId,
    key: randomBytes(32),
    revision: 1,
    answers: someAnswers(),
    salts: Object.fromEntries(
      Object.keys(someAnswers()).map((id) => [id, randomBytes(16).toString("base64url")]),
    ),
  }));
  await db.insert(responses).values(added);
  await end();
  await page.context().addCookies(host.cookies);
  await page.goto(`/consultations/${consultationId}`);
  await confirm(page, "Close round 1");
  await expect(
    page.getByText("Nothing is released: 11 responses were received, but only 10 credentials were issued."),
  ).toBeVisible();
  await expectAccessible(page);
  await page.goto(`/c/${slug}/rounds/1/receipts`);
  await expect(page.getByText("Once this round has closed and been counted")).toBeVisible();
});
