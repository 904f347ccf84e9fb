import { readFile } from "node:fs/promises";
import { hashOf, pdfFile, wordFileWith } from "@/tests/support/background-files";
import { codesOf } from "@/tests/support/codes-on-page";
import { readPdf } from "@/tests/support/pdf";
import { expectAccessible } from "./support/accessible";
import { enrollingConsultation } from "./support/consultation";
import { expect, test } from "./support/guarded";
import { enrol } from "./support/participant";
import { enrolSilently } from "./support/silent-seats";

const PDF = pdfFile(700_000);
const NOTE = "# Note\n\nReform is national first.\n";
const file = (name: string, buffer: Buffer) => ({ name, mimeType: "application/octet-stream", buffer });

test("[E270] a host sends background papers, is told what is wrong with one and loses nothing typed, puts them in order; once the round is open one is withdrawn with a reason", async ({
  page,
}) => {
  const { host, consultationId, roundId, slug, links } = await enrollingConsultation({ own: 0 });
  await page.context().addCookies(host.cookies);
  await page.goto(`/consultations/${consultationId}`);
  await page.getByRole("link", { name: "Background papers Round 1" }).click();
  await expect(page.getByRole("heading", { name: "Background papers of round 1" })).toBeVisible();
  const send = page.getByRole("button", { name: "Send the paper" });
  const status = (sentence: string) => page.getByRole("status").filter({ hasText: sentence });

  await page.getByLabel("Title").fill("Report of the Secretary-General");
  await page.getByLabel("Language").selectOption("French");
  await send.click();
  await expect(page.getByText("Choose a file first.")).toBeVisible();
  const fetching = await wordFileWith({
    "word/_rels/document.xml.rels": (before) =>
      before.replace(
        "</Relationships>",
        '<Relationship Id="rX" Type="x/image" Target="https://elsewhere.example/" TargetMode="External"/></Relationships>',
      ),
  });
  await page.getByLabel("File", { exact: true }).setInputFiles(file("report.pdf", fetching));
  await send.click();
  await expect(page.getByText("this Word document fetches something from elsewhere")).toBeVisible();
  await expect(page.getByLabel("Title")).toHaveValue("Report of the Secretary-General");
  await expectAccessible(page);
  await page.getByLabel("File", { exact: true }).setInputFiles(file("anything.txt", PDF));
  await send.click();
  await expect(status("“Report of the Secretary-General” has been added.")).toBeVisible();
  await expect(page.getByText("French, PDF, 700 kB")).toBeVisible();
  await expect(page.getByText(hashOf(PDF))).toBeVisible();

  await page.getByLabel("Title").fill("Note");
  await page.getByLabel("File", { exact: true }).setInputFiles(file("note.md", Buffer.from(NOTE)));
  await send.click();
  await expect(status("“Note” has been added.")).toBeVisible();
  await page.getByRole("button", { name: "Move up “Note”" }).click();
  await expect(status("“Note” is now number 1 of 2.")).toBeVisible();
  await page.getByRole("button", { name: "Change “Note”" }).click();
  await page.getByLabel("Title").first().fill("Note by the hosts");
  await expectAccessible(page);
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByRole("heading", { name: "Note by the hosts" })).toBeFocused();

  await enrolSilently(slug, links.slice(0, 10));
  await host.registry.conduct.openRound.mutate({ consultationId, roundId });
  await page.reload();
  await expect(page.getByText("The round has opened: its papers stay as they are.")).toBeVisible();
  await page.getByRole("button", { name: "Withdraw “Note by the hosts”" }).click();
  await page.getByLabel("Why it is withdrawn").fill("It named a delegation.");
  await expectAccessible(page);
  await page.getByRole("button", { name: "Withdraw for good" }).click();
  await expect(status("“Note by the hosts” has been withdrawn.")).toBeVisible();
  await page.goto(`/c/${slug}`);
  await page.getByText("2 background papers").click();
  await expect(page.getByText("Reason: It named a delegation.")).toBeVisible();
  await expectAccessible(page);
});

test("[E271, E272] a participant reads the papers on the first page, before and after enrolling and beside the questions, asks for them as anybody does, and prints the questionnaire", async ({
  page,
  device,
}) => {
  const { host, consultationId, roundId, slug, links } = await enrollingConsultation();
  const title = "Report of the Secretary-General";
  const sent = await fetch(
    `${process.env.BASE_URL}/api/background-papers?${new URLSearchParams({ consultationId, roundId })}`,
    {
      method: "POST",
      headers: {
        cookie: host.cookies.map(({ name, value }) => `${name}=${value}`).join("; "),
        "content-type": "application/octet-stream",
        "x-paper": encodeURIComponent(JSON.stringify({ title, language: "en" })),
      },
      body: Uint8Array.from(PDF),
    },
  );
  expect(sent.status).toBe(200);

  const link = links[10] ?? "";
  await page.goto(link);
  await expect(page.getByRole("heading", { name: "Background papers of round 1" })).toBeVisible();
  await expectAccessible(page);
  const paper = page.getByRole("link", { name: title });
  const [request, download] = await Promise.all([
    page.waitForRequest("**/background/**"),
    page.waitForEvent("download"),
    paper.click(),
  ]);
  expect(download.suggestedFilename()).toBe("Report-of-the-Secretary-General.pdf");
  expect(hashOf(await readFile(await download.path()))).toBe(hashOf(PDF));
  const headers = await request.allHeaders();
  expect(headers).not.toHaveProperty("referer");
  expect(headers).not.toHaveProperty("cookie");
  expect(request.url()).not.toContain(new URL(link).hash.slice(1));
  const answer = await page.request.get(new URL(request.url()).pathname);
  expect(answer.headers()).toMatchObject({
    "content-type": "application/pdf",
    "x-content-type-options": "nosniff",
    "cache-control": "no-store",
  });
  expect(answer.headers()["content-disposition"]).toMatch(/^attachment; /);
  expect(answer.headers()["content-security-policy"]).toContain("sandbox");

  await enrol(page, link);
  await page.getByText("One background paper").click();
  await expect(page.getByRole("link", { name: title })).toBeVisible();
  await enrolSilently(slug, links.slice(0, 10));
  expect((await page.request.get(`/c/${slug}/rounds/1/questionnaire.pdf`)).status()).toBe(404);
  await host.registry.conduct.openRound.mutate({ consultationId, roundId });
  await page.reload();
  await page.getByText("One background paper").click();
  await expect(page.getByRole("link", { name: title })).toBeVisible();
  await expectAccessible(page);

  const reader = await device();
  await reader.goto(`/c/${slug}/rounds/1/questionnaire`);
  await expectAccessible(reader);
  const printing = reader.waitForEvent("download");
  await reader.getByRole("link", { name: "Print as PDF" }).click();
  const { pages } = await readPdf(await readFile(await (await printing).path()));
  expect(pages.join(" ")).toContain("This sheet is not how one answers.");
  expect(pages.join(" ")).toContain(title);
});

test("[E273] a host has cards set for the links just made, and a camera reads each link off the page", async ({
  page,
}) => {
  const { host, consultationId } = await enrollingConsultation({ own: 0 });
  await page.context().addCookies(host.cookies);
  await page.goto(`/consultations/${consultationId}/seats`);
  await page.getByRole("button", { name: "Make 10 links" }).click();
  await expect(page.getByRole("heading", { name: "10 links made" })).toBeVisible();
  const links = await page.locator(".made-links li code").allTextContents();
  const saving = page.waitForEvent("download");
  await page.getByRole("button", { name: "Cards to print (PDF)" }).click();
  const saved = await saving;
  expect(saved.suggestedFilename()).toBe("invitation-cards.pdf");
  await expect(page.getByText("10 cards saved in one file.")).toBeVisible();
  await expectAccessible(page);
  const codes = await codesOf(await readFile(await saved.path()), { columns: 2, rows: 4 });
  expect(codes.flat().filter((code) => code !== null)).toEqual(links);
});
