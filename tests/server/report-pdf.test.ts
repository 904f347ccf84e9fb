import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Block } from "@/domain/report/document";
import { reportOf } from "@/domain/report/report";
import { slopeOf } from "@/domain/report/slope";
import { worded } from "@/domain/report/wording";
import { reportPdf } from "@/server/render/pdf/report-pdf";
import { settable } from "@/server/render/pdf/settable";
import { readPdf } from "../support/pdf";
import { facts, language } from "../support/report-facts";
import { editionOf, reportWith } from "../support/set-editions";

const read = (changes: Parameters<typeof editionOf>[0] = {}) =>
  readPdf(reportPdf(editionOf(changes), language));
const whole = read();
const ofBlocks = (...blocks: Block[]) => read({ report: reportWith(blocks) });
const paragraph = (text: string): Block => ({
  kind: "paragraph",
  sentences: [{ key: "report.mandate.rule", values: { rule: text } }],
});

const LANGUAGES = {
  Arabic: "عُقدت المشاورات وفقاً لقاعدة تشاتام هاوس.",
  Chinese: "磋商按照查塔姆大厦规则进行，未点名任何代表团。",
  English: "The consultations were held under the Chatham House Rule.",
  French:
    "Les consultations ont été menées selon la règle de Chatham House, c’est-à-dire sans nommer — où qu’il siège — aucun « œuvrant ».",
  Russian: "Консультации проводились по правилу Чатем-Хауса; объём — № 1.",
  Spanish: "¿Se celebraron las consultas según la regla de Chatham House? Así fue, señor.",
};
const withoutMarks = (text: string) => text.normalize("NFKC").replaceAll(/[\s\p{Mn}]/gu, "");

describe("the report as PDF", () => {
  it("[R40] says in its metadata that it is PDF/UA-1, its language, title, authors, subject and date", async () => {
    const { metadata } = await whole;
    expect(metadata).toMatchObject({
      "pdfuaid:part": "1",
      Language: "en-GB",
      "dc:language": "en-GB",
      "dc:title": facts.title,
      "dc:creator": ["Malaysia, the Netherlands"],
      "dc:description": facts.subject,
      CreationDate: "D:20110119000000Z",
    });
  });

  it("[R41] has a bookmark for every heading of the report, and none skips a level", async () => {
    const { bookmarks, tagged } = await whole;
    const headings = tagged.filter(({ role }) => /^H\d$/.test(role)).slice(1);
    expect(headings.map(({ text }) => text)).toEqual(bookmarks.map(({ title }) => title));
    const levels = tagged.flatMap(({ role }) => (/^H\d$/.test(role) ? [Number(role.slice(1))] : []));
    expect(levels[0]).toBe(1);
    expect(levels.every((level, index) => level <= (levels[index - 1] ?? 0) + 1)).toBe(true);
    for (const { heading } of reportOf(facts).sections)
      expect(bookmarks.map(({ title }) => title)).toContain(worded(heading, language));
  });

  it("[R41] leads from its contents to each part", async () => {
    const { tagged } = await whole;
    const entries = tagged.filter(({ role }) => role === "TOCI").map(({ text }) => text);
    expect(entries).toHaveLength(reportOf(facts).sections.length);
  });

  it("[R42] tags the heads of a table's columns and of its rows as such", async () => {
    const table = {
      id: "t",
      of: "figures",
      caption: "Caption",
      columns: ["Option", "Yes", "No"],
      rows: [
        { heading: "one", cells: ["11", "12"] },
        { heading: "two", cells: ["13", "14"] },
        { heading: "all", cells: ["15"], across: true },
      ],
    } as const;
    const { tagged } = await ofBlocks({ kind: "table", table });
    const texts = (role: string) => tagged.filter((one) => one.role === role).map(({ text }) => text);
    expect(texts("TH")).toEqual(["Option", "Yes", "No", "one", "two", "all"]);
    expect(texts("TD")).toEqual(["11", "12", "13", "14", "15"]);
    expect(texts("Caption")).toEqual(["Table 1. Caption"]);
  });

  it("[R42] tells every released figure of a chart in its alternative text", async () => {
    const { tagged } = await whole;
    const alts = tagged.filter(({ role }) => role === "Figure").map(({ alt }) => alt);
    expect(alts).toHaveLength(1);
    expect(alts[0]).toContain(
      "a, “s 0”: category 0: 6 (14 %); category 1: 3 (7 %); category 3: 10 (24 %); category 4: 20 (48 %); neither: 3; no position: 1; took a position: 42.",
    );
    expect(alts[0]).toContain(
      "b, “s 1”: Opposed, total: one or two; In support, total: 29 or 30 (not shown)",
    );
    expect(alts[0]).toContain("d, “s 3”: too few responses to report");
  });

  it("[R42] tells the shares of a slope chart in its alternative text, and what is not drawn", async () => {
    const share = (count: number) => ({ cell: { kind: "count" as const, count }, n: 40 });
    const row = { key: "shiftedTowards" as const, reworded: false, change: null, dCns: null };
    const rows = [
      { ...row, id: "x", index: 0, text: "Advise", before: share(14), now: share(30) },
      { ...row, id: "y", index: 1, text: "Match", before: { cell: null, n: 40 }, now: share(20) },
    ];
    const slope = slopeOf(rows, { since: 1, now: 2 });
    const { tagged } = await ofBlocks({ kind: "slope", caption: "Movement", slope });
    const [figure] = tagged.filter(({ role }) => role === "Figure");
    expect(figure?.alt).toContain("a, “Advise”: from 35 % to 75 %, a shift.");
    expect(figure?.alt).toContain("b, “Match”: not drawn, as a share is hidden.");
  });

  it("[R43] takes what hosts write as text, whatever Typst would read in it", async () => {
    const typst =
      '#let x = 1; *bold* _em_ $a^2$ @ref <label> `code` = Head + item // no /* no */ \\ "q" ~ --- #panic("no")';
    const { pages, tagged, bookmarks, metadata } = await read({
      report: reportWith(
        [
          paragraph(typst),
          { kind: "agendaQuestion", text: typst, attribution: typst },
          { kind: "item", prompt: typst },
          { kind: "list", entries: [typst] },
          {
            kind: "table",
            table: {
              id: "t",
              of: "words",
              caption: typst,
              columns: [typst, typst],
              rows: [{ heading: typst, cells: [typst] }],
            },
          },
        ],
        { title: typst, subject: typst, coHosts: [typst] },
      ),
      corrigendum: typst,
      withdrawal: { withdrawnAt: "2011-02-01T12:00:00.000Z", reason: typst },
      signatures: [{ mission: typst, signedAt: "2011-01-19T15:00:00.000Z" }],
    });
    expect(metadata["dc:title"]).toBe(typst);
    expect(bookmarks.map(({ title }) => title)).toContain(typst);
    const inPlace = (text: string) => withoutMarks(text).includes(withoutMarks(typst));
    for (const role of ["P", "Note", "H2", "LBody", "TH", "TD", "Caption", "BlockQuote"])
      expect(tagged.some((one) => one.role === role && inPlace(one.text))).toBe(true);
    expect(withoutMarks(pages.join("")).split(withoutMarks(typst)).length).toBeGreaterThan(14);
  });

  it.each(Object.entries(LANGUAGES))(
    "[R44] sets %s, upright, sloped and bold, with every glyph",
    async (_, text) => {
      // PDF/UA-1 allows no missing glyph, so that Typst would not set it.
      const { tagged } = await ofBlocks(
        paragraph(text),
        { kind: "agendaQuestion", text, attribution: null },
        { kind: "item", prompt: text },
      );
      expect(settable(text)).toBe(text);
      // Words that are read from the right stand in the file from the left, and a letter with a mark may be told twice:
      // so it is which letters there are that is compared.
      const letters = (words: string) => [...new Set(withoutMarks(words))].toSorted().join("");
      const [heading] = tagged.filter(({ role }) => role === "H2");
      expect(letters(heading?.text ?? "")).toBe(letters(text));
    },
  );

  it("[R44] tells a character that no font draws by its number", async () => {
    const { pages } = await ofBlocks(paragraph("a \u{1F600} b 你\u0301 c \ue001 \ufeffd"));
    expect(pages.at(-1)).toContain("a [U+1F600] b 你[U+0301] c [U+E001] d");
  });

  it("[R44] sets any text", () => {
    const mixed = fc.string({ unit: fc.constantFrom(..."aЖ你مب \n\u0301\u0651\u200d\ufe0f\u0000\ud800") });
    const text = fc.oneof(fc.string({ unit: "binary" }), fc.string({ unit: "grapheme" }), mixed);
    fc.assert(
      fc.property(fc.array(text, { minLength: 20, maxLength: 40 }), (texts) => {
        reportPdf(
          editionOf({ report: reportWith(texts.map(paragraph), { title: `Of ${texts[0]}` }) }),
          language,
        );
      }),
      { numRuns: 5 },
    );
  });
});
