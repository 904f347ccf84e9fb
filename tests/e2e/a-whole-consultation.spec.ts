import { randomUUID } from "node:crypto";
import { type Page, request } from "@playwright/test";
import { expectAccessible } from "./support/accessible";
import { confirm, signInWatched } from "./support/desk";
import { expect, test } from "./support/guarded";
import { inviteHost, sessionOf } from "./support/host";
import { answering, enrol, restore, submit, told } from "./support/participant";
import { localTime } from "./support/plan";
import { setUpPath } from "./support/set-up-path";
import { simulateAnswers, simulateEnrolment } from "./support/simulation";

const TITLE = "Defence sector reform: the UN’s role";
const DELEGATIONS = [
  ...["Brazil", "Canada", "Egypt", "Fiji", "Ghana", "India", "Jordan"],
  ...["Kenya", "Mexico", "Nepal", "Norway", "Poland", "Senegal", "Uruguay"],
];

async function setUp(host: Page, coHost: string) {
  await host.getByRole("link", { name: "Set up a consultation" }).click();
  await host.waitForURL("**/consultations/new");
  await expectAccessible(host);
  const { goOn, press } = setUpPath(host);
  await goOn(2, "Title, subject and rule");
  await expect(host.getByLabel("Title")).toHaveValue(TITLE);
  await goOn(3, "Co-hosts");
  await press("Add a co-host");
  await host.getByLabel("Mission, as it signs").fill("Permanent Mission of the Netherlands");
  await host.getByLabel("E-mail address of its first host").fill(coHost);
  await goOn(4, "Rounds");
  for (const number of [1, 2, 3]) {
    const round = host.getByRole("group", { name: `Round ${number}` });
    await round.getByLabel("Opens").fill(localTime(30 * number - 31));
    await round.getByLabel("Closes").fill(localTime(30 * number - 20));
  }
  await goOn(5, "Review and set up");
  await press("Set up");
  await host.getByRole("heading", { name: TITLE }).waitFor();
  await expectAccessible(host);
}

/** Adds the seats by CSV and makes their links; gives the links as the downloaded file has them. */
async function invite(host: Page): Promise<string[]> {
  await host.getByRole("link", { name: "Seats", exact: true }).click();
  await host.getByRole("radio", { name: "Pasted names, or a CSV file" }).check();
  await expectAccessible(host);
  const file = {
    name: "seats.csv",
    mimeType: "text/csv",
    buffer: Buffer.from(["delegation", ...DELEGATIONS].join("\r\n")),
  };
  await host.getByLabel("Or choose a CSV file").setInputFiles(file);
  await expect(host.getByText("14 seats to add; every row can be read.")).toBeVisible();
  await expectAccessible(host);
  await host.getByRole("button", { name: "Add 14 seats" }).click();
  await host.getByRole("button", { name: "Make 14 links" }).click();
  await expect(host.getByRole("heading", { name: "14 links made" })).toBeFocused();
  await expectAccessible(host);
  const downloading = host.waitForEvent("download");
  await host.getByRole("button", { name: "Download CSV" }).click();
  const chunks = await (await (await downloading).createReadStream()).toArray();
  const links =
    Buffer.concat(chunks)
      .toString("utf8")
      .match(/http[^"]+/g) ?? [];
  expect(links).toHaveLength(DELEGATIONS.length);
  return links;
}

/** Answers what stands on the first page, goes on to the review, and submits unless told otherwise. */
async function answer(page: Page, role: string) {
  await page
    .getByRole("group", { name: "The UN’s role overall" })
    .getByRole("radio", { name: role, exact: true })
    .check();
  for (const next of ["Question 2", "Question 3", "Question 4", "Review"])
    await page.getByRole("button", { name: next, exact: true }).click();
}

test("[E1] from an empty database to a report that anybody reads", async ({ page: host, device }) => {
  await signInWatched(host, await inviteHost("Permanent Mission of Malaysia"));
  await expect(host.getByText("You have no consultation yet.")).toBeVisible();
  // Its own each time: of two links mailed to one address, a test would take the first.
  const coHostEmail = `netherlands-${randomUUID().slice(0, 8)}@mission.example`;
  await setUp(host, coHostEmail);
  const overview = host.url();
  const links = await invite(host);
  const slug = new URL(links[0] ?? "").pathname.split("/")[2] ?? "";
  const [one, two, three] = [await device(), await device(), await device()];
  await one.goto(links[0] ?? "");
  await expect(one.getByText("Enrolment has not opened yet.")).toBeVisible();
  await host.goto(overview);
  await confirm(host, "Open enrolment");
  await expect(host.getByRole("heading", { name: "Fingerprint" })).toBeVisible();

  await one.reload();
  await expect(one.getByRole("button", { name: "Enrol this seat" })).toHaveAttribute(
    "aria-disabled",
    "false",
  );
  await expectAccessible(one);
  const codes = [];
  for (const [index, participant] of [one, two, three].entries())
    codes.push(await enrol(participant, links[index] ?? ""));
  await expectAccessible(one);
  const truth = await simulateEnrolment(slug, links.slice(3));
  await host.reload();
  await expect(
    host.getByText("14 of 14 seats have enrolled. Who has answered is known to nobody."),
  ).toBeVisible();
  await confirm(host, "Open round 1");
  await expect(host.getByRole("heading", { name: "Round 1 is open" })).toBeVisible();
  await expectAccessible(host);

  await one.reload();
  await expectAccessible(one);
  await answer(one, "keep it as it is");
  await expectAccessible(one);
  await submit(one);
  await expectAccessible(one);
  await one.getByRole("button", { name: "Change my answers" }).click();
  await answer(one, "increase it somewhat");
  await submit(one);

  const elsewhere = await device();
  await restore(elsewhere, slug, codes[1] ?? "");
  await answer(elsewhere, "increase it somewhat");
  await submit(elsewhere);

  await three.reload();
  await answer(three, "reduce it");
  await three.context().setOffline(true);
  await answering(three).submit();
  await told(three, "No reply came. Your answers are safe");
  await three.context().setOffline(false);
  await submit(three);

  const received = 3 + (await simulateAnswers(slug, truth));
  expect(received).toBeGreaterThanOrEqual(13);
  await confirm(host, "Close round 1");
  await host.getByRole("link", { name: "Go to findings" }).click();
  await host.waitForURL("**/findings");
  await expectAccessible(host);
  const coHost = await device();
  await coHost.context().addCookies(await sessionOf(coHostEmail));
  const bothPublish = async (published: string) => {
    await confirm(host, "Sign for Permanent Mission of Malaysia");
    await expect(host.getByText("Awaiting sign-off of 1 of 2")).toBeVisible();
    await coHost.goto(host.url());
    await confirm(coHost, "Sign and publish");
    await expect(coHost.getByRole("link", { name: published })).toBeVisible();
  };
  await bothPublish("Open the public page");
  await host.getByRole("link", { name: "Report", exact: true }).click();
  await host.waitForURL("**/report");
  await expectAccessible(host);
  await bothPublish("Open the public report");

  const reader = await device();
  for (const place of ["/", `/c/${slug}`]) {
    await reader.goto(place);
    await expectAccessible(reader);
  }
  await reader.getByRole("link", { name: "Findings of round 1" }).click();
  await expect(reader.getByText(`${received} responses from 14 invited seats.`)).toBeVisible();
  await expectAccessible(reader);
  await reader.getByRole("link", { name: "The consultation" }).click();
  await reader.getByRole("link", { name: "Read the report" }).click();
  await expect(reader.getByRole("heading", { level: 1, name: TITLE })).toBeVisible();
  await expectAccessible(reader);
  await reader.getByText("Files", { exact: true }).click();
  const href = await reader.getByRole("link", { name: "Markdown" }).getAttribute("href");
  const asking = await request.newContext({ baseURL: new URL(reader.url()).origin });
  const markdown = await asking.get(href ?? "");
  expect(markdown.headers()["content-type"]).toContain("text/markdown");
  expect(await markdown.text()).toContain(TITLE);
  await asking.dispose();
});
