import { Document, HeadingLevel, Packer, Paragraph, Table, TableCell, TableRow } from "docx";
import { paragraphsOf } from "@/domain/paper/paper";
import { withItem } from "@/domain/questionnaire/editing";
import { itemsOf } from "@/domain/questionnaire/questionnaire";
import { smallQuestionnaire } from "@/tests/support/questionnaire";
import { expectAccessible } from "./support/accessible";
import { closeRound, enrollingConsultation, preparedConsultation } from "./support/consultation";
import { expect, test } from "./support/guarded";
import { enrol } from "./support/participant";
import { publishFindings } from "./support/signing";
import { enrolSilently } from "./support/silent-seats";

const WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
const FIRST =
  "# On reform\n\n## Principles\n\nReform is national first.\n\nThe United Nations gives advice on request.";

async function wordFile(): Promise<Buffer> {
  const cell = new TableCell({ children: [new Paragraph("Year")] });
  return Packer.toBuffer(
    new Document({
      sections: [
        {
          children: [
            new Paragraph({ heading: HeadingLevel.TITLE, text: "On reform" }),
            new Paragraph({ heading: HeadingLevel.HEADING_1, text: "Principles" }),
            new Paragraph("Reform is national first."),
            new Paragraph("The United Nations gives advice on request."),
            new Table({ rows: [new TableRow({ children: [cell] })] }),
          ],
        },
      ],
    }),
  );
}

test("[E210] a paper comes from a Word file, is written on with its numbers beside, circulated and pointed at; another's save loses nothing", async ({
  page,
}) => {
  const { host, consultationId, roundId } = await preparedConsultation();
  await page.context().addCookies(host.cookies);
  await page.goto(`/consultations/${consultationId}/paper`);
  await page.getByRole("button", { name: "Begin the paper" }).click();
  const text = page.getByLabel("The paper as Markdown");
  await expect(text).toBeVisible();
  await page
    .getByLabel("File", { exact: true })
    .setInputFiles({ name: "paper.docx", mimeType: WORD, buffer: await wordFile() });
  await expect(
    page.getByText("A table was left out: a paper holds text alone. It begins “Year”."),
  ).toBeVisible();
  await expectAccessible(page);
  await page.getByRole("button", { name: "Put it into the editor" }).click();
  await expect(text).toHaveValue(`${FIRST}\n`);
  await text.press("Control+End");
  await text.pressSequentially("\nIt trains no one without a mandate.");
  const preview = page.getByRole("region", { name: "As it is read" }).last();
  await expect(preview.getByText("3.", { exact: true })).toBeVisible();

  const edited = { consultationId, number: 1, version: 1, markdown: "# Theirs\n\nTheir words." };
  await host.registry.papers.save.mutate(edited);
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await expect(page.getByText("Somebody else has changed this paper since you opened it.")).toBeVisible();
  await expect(text).toHaveValue(`${FIRST}\n\nIt trains no one without a mandate.`);
  await expectAccessible(page);
  await page.getByRole("button", { name: "Save mine over it" }).click();
  await expect(page.getByRole("status").filter({ hasText: /^Saved$/ })).toBeVisible();
  const { blocks } = await host.registry.papers.read.query({ consultationId, number: 1 });
  expect(paragraphsOf({ blocks })).toHaveLength(3);

  await page.getByRole("link", { name: "All versions" }).click();
  await page.getByRole("combobox", { name: "Round 1" }).selectOption("Version 1");
  await page.getByRole("button", { name: "Circulate Round 1" }).click();
  await expect(page.getByText("Round 1 circulates version 1.")).toBeVisible();
  await expect(page.getByText("To be circulated with round 1")).toBeVisible();
  await expectAccessible(page);

  await page.goto(`/consultations/${consultationId}/rounds/${roundId}/questionnaire`);
  const pointer = page.getByLabel("Paragraph of the discussion paper");
  await pointer.selectOption("2. The United Nations gives advice on request.");
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await expect(page.getByRole("status").filter({ hasText: /^Saved$/ })).toBeVisible();
  await expectAccessible(page);
  const { questionnaire } = await host.registry.questionnaires.read.query({ consultationId, roundId });
  expect(itemsOf(questionnaire)[0]?.paragraph).toBe(paragraphsOf({ blocks })[1]?.paragraph.id);
});

/** A consultation whose open round circulates a first version, its first item pointing at the second paragraph. */
async function circulating() {
  const prepared = await enrollingConsultation();
  const { host, consultationId, roundId, slug, links } = prepared;
  await host.registry.papers.begin.mutate({ consultationId, after: 0 });
  const edited = { consultationId, number: 1, version: 1, markdown: FIRST };
  const { blocks } = await host.registry.papers.save.mutate(edited);
  await host.registry.papers.circulate.mutate({ consultationId, roundId, number: 1 });
  const [item] = itemsOf(smallQuestionnaire);
  const paragraph = paragraphsOf({ blocks })[1]?.paragraph.id;
  if (item === undefined || paragraph === undefined) throw new Error("there is nothing to point at");
  const { version } = await host.registry.questionnaires.read.query({ consultationId, roundId });
  const questionnaire = withItem(smallQuestionnaire, { ...item, paragraph });
  await host.registry.questionnaires.save.mutate({ consultationId, roundId, version, questionnaire });
  await enrolSilently(slug, links.slice(0, 10));
  await host.registry.conduct.openRound.mutate({ consultationId, roundId });
  return { ...prepared, link: links[10] ?? "" };
}

test("[E211, E212] a participant reads the paragraph beside the question, everybody the whole paper; the next version shows what changed and why", async ({
  page,
}) => {
  const open = await circulating();
  const { host, consultationId, roundId, slug, link } = open;
  const asked: string[] = [];
  page.on("request", (request) => asked.push(new URL(request.url()).pathname));
  await enrol(page, link);
  const beside = page.getByText("Paragraph 2 of the discussion paper");
  await expect(beside).toBeVisible();
  expect(asked.filter((path) => path.endsWith("/papers.ofRound"))).toHaveLength(1);
  asked.length = 0;
  await beside.click();
  await expect(page.getByText("The United Nations gives advice on request.")).toBeVisible();
  await expect(page.getByText("Under “Principles”")).toBeVisible();
  expect(asked).toEqual([]);
  await expectAccessible(page);
  const whole = await page.getByRole("link", { name: "Read the whole paper" }).getAttribute("href");
  await page.goto(whole ?? "");
  await expect(page.getByRole("heading", { level: 1, name: "On reform" })).toBeVisible();
  await expectAccessible(page);

  await closeRound(open);
  await publishFindings(host, consultationId, roundId);
  await page.context().addCookies(host.cookies);
  await page.goto(`/consultations/${consultationId}/paper`);
  await page.getByRole("button", { name: "Make the next version from version 1" }).click();
  const text = page.getByLabel("The paper as Markdown");
  await text.fill(FIRST.replace("gives advice", "may give advice"));
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await expect(page.getByRole("status").filter({ hasText: /^Saved$/ })).toBeVisible();
  await page.getByRole("link", { name: "What changed" }).click();
  await expect(page.locator("del")).toHaveText("Left out: gives (end of change)");
  await expect(page.locator("ins")).toHaveText("Added: may give (end of change)");
  await page.getByText("Why did this change?").click();
  await page.getByRole("checkbox", { name: /Round 1: giving advice/ }).check();
  await page.getByLabel("In a sentence, for the report").fill("Malaysia asked for it.");
  await expect(page.getByText("“Malaysia” names a delegation.")).toBeVisible();
  await page.getByLabel("In a sentence, for the report").fill("Put as a possibility.");
  await page.getByRole("button", { name: "Keep this reason" }).click();
  await expect(page.getByText("Kept.", { exact: true })).toBeVisible();
  await expectAccessible(page);
  const { reasons } = await host.registry.papers.read.query({ consultationId, number: 2 });
  expect(Object.values(reasons)).toEqual([
    { findings: ["finding/1/support/advice"], sentence: "Put as a possibility." },
  ]);
  await page.goto(`/c/${slug}/paper/2`);
  await expect(page.getByRole("heading", { name: "Nothing at this address" })).toBeVisible();
});
