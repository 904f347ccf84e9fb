import { beforeAll, describe, expect, it } from "vitest";
import type { Edition } from "@/domain/edition/edition";
import { barsWords, slopeWords } from "@/domain/report/chart-words";
import { barsDrawing } from "@/server/render/charts/bars";
import { slopeDrawing } from "@/server/render/charts/slope";
import { letterDocx } from "@/server/render/docx/letter";
import { reportDocx } from "@/server/render/docx/report";
import { inXml, partsOf, textsIn } from "../support/office-parts";
import { language } from "../support/report-facts";
import { letter, richEdition, smallOf } from "../support/rich-edition";

let edition: Edition;

beforeAll(async () => {
  edition = await richEdition();
}, 60_000);

describe("the Word document", () => {
  it("[R57] is made of styles, numbered paragraphs, footnotes and tables whose heads repeat, in its language", async () => {
    const parts = partsOf(await reportDocx(edition, language));
    const xml = parts["word/document.xml"] ?? "";
    const count = (found: string) => xml.split(found).length - 1;
    const styled = (name: string) => count(`<w:pStyle w:val="${name}"/>`);
    const { sections } = edition.report;
    const blocks = sections.flatMap((section) => section.blocks);
    const countOf = (...kinds: string[]) => blocks.filter(({ kind }) => kinds.includes(kind)).length;
    expect(styled("Title")).toBe(1);
    expect(styled("Heading1")).toBe(1 + sections.filter(({ level }) => level === 2).length);
    expect(styled("Heading2")).toBe(sections.filter(({ level }) => level === 3).length);
    expect(styled("Heading3")).toBe(countOf("item"));
    expect(styled("NumberedParagraph")).toBe(countOf("paragraph", "finding"));
    expect(styled("Quote")).toBe(countOf("agendaQuestion"));
    expect(count("<w:tbl>")).toBe(countOf("table"));
    expect(count("<w:tblHeader/>")).toBe(countOf("table"));
    expect(count("<w:footnoteReference ")).toBe(countOf("agendaQuestion"));
    expect(parts["word/footnotes.xml"]).toContain("section V; annexed to the letter of 14 June 2011");
    expect(parts["word/styles.xml"]).toContain('w:lang w:val="en-GB"');
    expect(parts["word/footer1.xml"]).toContain("NUMPAGES");
    expect(parts["docProps/core.xml"]).toContain("<dc:creator>Malaysia, the Netherlands</dc:creator>");
    expect(parts["docProps/core.xml"]).toContain(">2011-01-20T02:00:00Z</dcterms:created>");
    for (const [, anchor] of xml.matchAll(/w:anchor="([^"]+)"/g)) expect(count(`w:name="${anchor}"`)).toBe(1);
  }, 60_000);

  it("[R57] emphasises the words of the ladder, and nothing else of a finding", async () => {
    const parts = partsOf(await reportDocx(smallOf(edition), language));
    expect(parts["word/document.xml"]).toMatch(
      /<w:rStyle w:val="Emphasis"\/><\/w:rPr><w:t[^>]*>participants widely agreed<\/w:t>/,
    );
  }, 60_000);

  it("[R57] gives each picture the words of all that it draws, and draws no number beside them", async () => {
    const { "word/document.xml": xml = "" } = partsOf(await reportDocx(edition, language));
    const described = [...xml.matchAll(/<wp:docPr [^>]*descr="([^"]*)"/g)].map(([, words = ""]) => words);
    const figures = edition.report.sections.flatMap(({ blocks }) =>
      blocks.flatMap((block) => {
        if (block.kind === "figure")
          return [
            {
              words: barsWords(block.bars, language),
              svg: barsDrawing(block.bars, language).svg,
            },
          ];
        if (block.kind === "slope")
          return [
            {
              words: slopeWords(block.slope, language),
              svg: slopeDrawing(block.slope, language).svg,
            },
          ];
        return [];
      }),
    );
    expect(figures.length).toBeGreaterThan(8);
    expect(described).toEqual(figures.map(({ words }) => inXml(words)));
    for (const { words, svg } of figures) {
      const drawn = [...svg.matchAll(/<text[^>]*>([^<]*)/g)].flatMap(
        ([, text = ""]) => text.match(/\d+/g) ?? [],
      );
      const said = new Set(words.match(/\d+/g));
      expect(drawn.filter((number) => !said.has(number))).toEqual([]);
    }
  }, 60_000);

  it("[R57] is set from right to left in a language that is written so", async () => {
    const parts = partsOf(await reportDocx(smallOf(edition), { ...language, locale: "ar" }));
    const xml = parts["word/document.xml"] ?? "";
    expect(xml.match(/<w:p>/g)?.length).toBe(xml.match(/<w:bidi\/>/g)?.length);
    expect(xml.match(/<w:tbl>/g)?.length).toBe(xml.match(/<w:bidiVisual\/>/g)?.length);
  }, 60_000);
});

describe("the letter of transmittal", () => {
  it("[R58] says what the co-hosts wrote, in the order of a letter, and bears no emblem", async () => {
    const parts = partsOf(await letterDocx(letter, edition, language));
    expect(textsIn(parts["word/document.xml"] ?? "")).toEqual([
      "New York, 14 June 2011",
      "Reference: DSR/2011/7",
      ...letter.addressee,
      `Subject: ${letter.subject}`,
      `Agenda item: ${letter.agendaItem}`,
      letter.salutation,
      ...letter.paragraphs,
      letter.closing,
      ...letter.signatories.flatMap(({ name, title, mission }) => [name, title, mission]),
      `Annex: ${letter.annex}`,
    ]);
    expect(Object.keys(parts).filter((path) => path.includes("media"))).toEqual([]);
    const bare = await letterDocx({ ...letter, reference: "", agendaItem: "" }, edition, language);
    expect(textsIn(partsOf(bare)["word/document.xml"] ?? "").join()).not.toMatch(/Reference|Agenda item/);
  });
});
