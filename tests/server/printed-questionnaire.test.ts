import { eq } from "drizzle-orm";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { backgroundPapers, issuance, seats } from "@/db/registry/schema";
import { itemsOf } from "@/domain/questionnaire/questionnaire";
import { questionnairePdf } from "@/server/render/pdf/questionnaire-pdf";
import { ballotDatabase, registryDatabase } from "@/tests/support/databases";
import { drawnOnFirst, readPdf } from "@/tests/support/pdf";
import { smallQuestionnaire } from "@/tests/support/questionnaire";
import { language } from "@/tests/support/report-facts";
import { scene } from "@/tests/support/scene";
import { questionnaireSheet } from "@/tests/support/sheets";

const read = (changes: Parameters<typeof questionnaireSheet>[0] = {}) =>
  readPdf(questionnairePdf(questionnaireSheet(changes), language));
const whole = read();
const wordsOf = async (asked: typeof whole) => (await asked).pages.join(" ").replaceAll(/\s+/g, " ");

describe("the questionnaire as a sheet to print", () => {
  it("[B25] is PDF/UA-1 with its language, title, hosts and headings, and says on each page that it is no answer", async () => {
    const { metadata, bookmarks, pages } = await whole;
    expect(metadata).toMatchObject({
      "pdfuaid:part": "1",
      Language: "en-GB",
      "dc:title": "On defence sector reform: questionnaire of round 1",
      "dc:creator": ["Permanent Mission of Malaysia, Permanent Mission of the Netherlands"],
    });
    const { agendaQuestions } = questionnaireSheet().questionnaire;
    expect(bookmarks.filter(({ depth }) => depth === 1).map(({ title }) => title)).toEqual(
      agendaQuestions.map(({ text }, index) => `${index + 1}. ${text}`),
    );
    expect(bookmarks.filter(({ depth }) => depth === 2)).toHaveLength(
      itemsOf(questionnaireSheet().questionnaire).length,
    );
    for (const page of pages) expect(page).toContain("Not an answer: for instructions only");
  });

  it("[B26] says whose it is, until when in its own zone and in UTC, under which rule, and that it is not how one answers", async () => {
    const said = await wordsOf(whole);
    for (const sentence of [
      "This sheet is not how one answers.",
      "Permanent Mission of Malaysia",
      "Round 1 of 3, expert level",
      "Thursday 17 December 2026, 18:00 in New York (UTC−5) (23:00 UTC)",
      "Chatham House Rule",
      "abandon ability able about above absent",
      "https://consult.example.org/c/on-defence-sector-reform",
      "Report of the Secretary-General (French, PDF). SHA-256:",
      "ab".repeat(32),
      "h".repeat(43),
    ])
      expect(said.replaceAll(/\s/g, "")).toContain(sentence.replaceAll(/\s/g, ""));
    const draft = await wordsOf(
      read({ questionnaireHash: null, round: { ...questionnaireSheet().round, stage: "draft" } }),
    );
    expect(draft).toContain("Draft: may still change");
    expect(draft).toContain("The questionnaire may still change until it does.");
    expect(await wordsOf(read({ simulated: true }))).toContain(
      "all answers in this consultation are simulated",
    );
  });

  it("[B39] sets a text in Arabic from right to left as a whole, also with Latin letters in it", async () => {
    const asked = "هل ينبغي للأمم المتحدة (UN) أن تضطلع بدور أكبر؟";
    const [question] = smallQuestionnaire.agendaQuestions;
    if (question === undefined) throw new Error("it asks nothing");
    const places = async (text: string) => {
      const questionnaire = { agendaQuestions: [{ ...question, text }] };
      const shown = await drawnOnFirst(questionnairePdf(questionnaireSheet({ questionnaire }), language));
      const at = (part: string) => shown.find(({ text: line }) => line.includes(part))?.x ?? Number.NaN;
      return { first: at("هل"), latin: at("UN"), last: at("أكبر") };
    };
    const { first, latin, last } = await places(asked);
    expect(first).toBeGreaterThan(latin);
    expect(latin).toBeGreaterThan(last);
  });

  it("[B27] asks every item with all that can be answered, “no position” with it, and a scale as a table with tagged heads", async () => {
    const { tagged } = await whole;
    const texts = (role: string) => tagged.filter((one) => one.role === role).map(({ text }) => text);
    const items = itemsOf(questionnaireSheet().questionnaire);
    const options = items.flatMap((item) => ("options" in item ? item.options : []));
    const listed = texts("LBody");
    for (const { text } of options) expect(listed).toContain(text);
    const ticked = items.filter((item) => "options" in item).length;
    expect(listed.filter((text) => text === "No position")).toHaveLength(ticked);
    // Heads of narrow columns may be hyphenated.
    const unbroken = (words: string) => words.replaceAll(/[\s\u00ad-]/g, "");
    const heads = texts("TH").map(unbroken);
    for (const item of items.filter(({ kind }) => kind === "scale")) {
      const { statements, categories } = item as Extract<typeof item, { kind: "scale" }>; // filtered so
      for (const head of ["Statement", ...categories, "No position", ...statements.map(({ text }) => text)])
        expect(heads).toContain(unbroken(head));
    }
    expect((await wordsOf(whole)).split("Notes").length - 1).toBe(
      questionnaireSheet().questionnaire.agendaQuestions.length,
    );
  });

  it("[B27] says how many boxes an approval takes, and that an answer is needed where one is", async () => {
    const approval = (minimum: number | null, maximum: number | null) => ({
      agendaQuestions: [
        {
          ...{ id: "q", text: "Which?", attribution: null, background: null },
          items: [
            {
              ...{
                id: "i",
                kind: "approval" as const,
                prompt: "Which of these?",
                help: null,
                required: true,
              },
              ...{
                options: [
                  { id: "a", text: "one" },
                  { id: "b", text: "two" },
                ],
                minimum,
                maximum,
              },
            },
          ],
        },
      ],
    });
    const said = async (minimum: number | null, maximum: number | null) =>
      wordsOf(read({ questionnaire: approval(minimum, maximum), paper: null }));
    expect(await said(null, null)).toContain("An answer is needed. Any number of boxes.");
    expect(await said(1, 2)).toContain("Between 1 and 2 boxes.");
    expect(await said(1, null)).toContain("At least one box.");
    expect(await said(null, 2)).toContain("At most 2 boxes.");
  });

  it("[B28] prints the paragraph of the discussion paper that an item points at, with its number, heading and list", async () => {
    const said = await wordsOf(whole);
    expect(said).toContain("Paragraph 1 of the discussion paper, under “Principles”");
    expect(said).toContain("Reform is national first.");
    expect(said).toContain("owned by States");
    expect(await wordsOf(read({ paper: null }))).not.toContain("of the discussion paper");
  });

  it("[B29] sets whatever hosts write, in six languages, as text; the same sheet gives the same bytes", () => {
    const text = fc.oneof(
      fc.string({ unit: "binary", minLength: 1, maxLength: 80 }),
      fc.constantFrom(
        "عُقدت المشاورات",
        "磋商按照规则进行",
        "Консультации",
        "#panic() *x* $a$ @r <l>",
        "l’État",
      ),
    );
    fc.assert(
      fc.property(fc.array(text, { minLength: 12, maxLength: 12 }), (texts) => {
        const [a = "", b = "", c = ""] = texts;
        const option = (said: string, index: number) => ({ id: `o-${index}`, text: said });
        const base = { prompt: a, help: b, required: false };
        const items = [
          { ...base, id: "s", kind: "scale" as const, statements: texts.map(option), categories: [a, b, c] },
          { ...base, id: "r", kind: "ranking" as const, options: texts.map(option) },
          { ...base, id: "t", kind: "text" as const },
        ];
        const background = { title: a, source: b, columns: [a, b], rows: [[c], [a, b]] };
        const question = { id: "q", text: c, attribution: a, background, items };
        const sheet = questionnaireSheet({
          ...{ title: `Of ${a}`, subject: b, rule: c, paper: null },
          questionnaire: {
            agendaQuestions: [question, { ...question, background: { ...background, columns: [] } }],
          },
        });
        expect(hashed(questionnairePdf(sheet, language))).toBe(hashed(questionnairePdf(sheet, language)));
      }),
      { numRuns: 4 },
    );
  });
});

describe("who is given the sheet", () => {
  it("[B30] everybody, of a round that has opened; of a draft those alone who work on it", async () => {
    const registry = await registryDatabase();
    const play = await scene(registry, await ballotDatabase(), 12);
    const { slug, consultationId, roundId, host } = play;
    await registry.insert(backgroundPapers).values({
      ...{ roundId, position: 0, title: "Note", language: "en", format: "pdf" as const, size: 9 },
      ...{ sha256: "cd".repeat(32), fileId: crypto.randomUUID(), place: "database" as const },
    });
    const nobody = play.as(null).sheets;
    await expect(nobody.ofRound({ slug, number: 1 })).rejects.toThrow("There is nothing at this address.");
    const draft = await play.as(host).sheets.inPreparation({ consultationId, roundId });
    expect(draft).toMatchObject({
      questionnaireHash: null,
      fingerprint: null,
      round: { stage: "draft", of: 1 },
    });
    await play.as(host).conduct.openEnrolment({ consultationId });
    const panel = await registry.select().from(seats).where(eq(seats.consultationId, consultationId));
    await registry.insert(issuance).values(panel.map(({ id }) => ({ seatId: id, roundId, generation: 0 })));
    await play.as(host).conduct.openRound({ consultationId, roundId });
    const opened = await nobody.ofRound({ slug, number: 1 });
    expect(opened).toMatchObject({
      questionnaire: smallQuestionnaire,
      address: `https://tour-de-table.example/c/${slug}`,
      round: { number: 1, stage: "open", timeZone: "America/New_York" },
      background: [{ title: "Note" }],
    });
    expect(opened.fingerprint).toHaveLength(6);
    expect(opened.questionnaireHash).toMatch(/^[\w-]{43}$/);
    expect(await play.as(host).sheets.inPreparation({ consultationId, roundId })).toEqual(opened);
    await expect(nobody.ofRound({ slug, number: 2 })).rejects.toThrow("There is nothing at this address.");
  });
});

const hashed = (pdf: Uint8Array): string => Buffer.from(pdf).toString("base64");
