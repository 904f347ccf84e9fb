import { expectAccessible } from "./support/accessible";
import { closeRound, openConsultation } from "./support/consultation";
import { expect, test } from "./support/guarded";
import { publishFindings, publishReport } from "./support/signing";
import { simulateAnswers, simulateEnrolment } from "./support/simulation";

const ZIP = "PK";
/** By the words of its link: what a file's address ends in, its type, and its first characters. */
const FILES = [
  ["PDF", ".pdf", "application/pdf", "%PDF-1.7"],
  ["Word (DOCX)", ".docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document", ZIP],
  ["Markdown", ".md", "text/markdown; charset=utf-8", "Chair’s summary"],
  ["Data (XLSX)", ".xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", ZIP],
  ["Data (CSV)", ".csv", "text/csv; charset=utf-8", '\uFEFF"round","section"'],
  ["Codebook (CSV)", "/codebook.csv", "text/csv; charset=utf-8", '\uFEFF"kind","name"'],
  ["Everything (ZIP)", ".zip", "application/zip", ZIP],
] as const;

test("[E160] a reader finds a report’s files on its page, each of the kind that its address says, and a sentence where there is none", async ({
  page,
}) => {
  const consultation = await openConsultation({ own: 12 });
  const { host, consultationId, roundId, slug, links } = consultation;
  const before = await page.request.get(`/reports/${slug}.docx`);
  expect(before.status()).toBe(404);
  expect(await before.text()).toBe(
    "There is nothing at this address. Check the link, or ask whoever sent it to you.\n",
  );
  await simulateAnswers(slug, await simulateEnrolment(slug, links));
  await closeRound(consultation);
  await publishFindings(host, consultationId, roundId);
  await publishReport(host, consultationId);

  await page.goto(`/reports/${slug}`);
  await page.getByText("Files", { exact: true }).click();
  await expectAccessible(page);
  for (const [name, address, type, first] of FILES) {
    const link = page.getByRole("link", { name, exact: true });
    await expect(link).toHaveAttribute("href", `/reports/${slug}${address}`);
    const response = await page.request.get(`/reports/${slug}${address}`);
    expect(response.status(), address).toBe(200);
    expect(response.headers()["content-type"]).toBe(type);
    expect((await response.body()).toString("utf8").startsWith(first), address).toBe(true);
    if (address !== ".md") expect(response.headers()["content-disposition"]).toContain(`filename="${slug}-`);
  }
  for (const address of ["/letter.docx", "/files/nothing.docx"]) {
    const response = await page.request.get(`/reports/${slug}${address}`);
    expect(response.status(), address).toBe(404);
    expect(response.headers()["content-type"]).toBe("text/plain; charset=utf-8");
  }
});
