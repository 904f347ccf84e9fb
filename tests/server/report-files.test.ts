import { createHash } from "node:crypto";
import { strFromU8, unzipSync } from "fflate";
import { beforeAll, describe, expect, it } from "vitest";
import type { Edition } from "@/domain/edition/edition";
import { editionMarkdown } from "@/domain/edition/markdown";
import { unsignedEdition } from "@/domain/edition/unsigned";
import { barsInWords, slopeInWords } from "@/domain/report/chart-words";
import { barsDrawing } from "@/server/render/charts/bars";
import { slopeDrawing } from "@/server/render/charts/slope";
import { letterDocx } from "@/server/render/docx/letter";
import { reportDocx } from "@/server/render/docx/report";
import { fileOf } from "@/server/render/files";
import { annexXlsx } from "@/server/render/xlsx";
import { editionFile } from "@/server/trpc/report-files";
import { language } from "../support/report-facts";
import { letter, richEdition } from "../support/rich-edition";

let edition: Edition;

beforeAll(async () => {
  edition = await richEdition();
}, 60_000);

/** A small edition, which is quick to make: its first round's conduct and one question. */
const smallEdition = (): Edition => ({
  ...edition,
  report: {
    ...edition.report,
    sections: edition.report.sections.filter(({ id }) =>
      /^(mandate|conduct|round-1-question-1|round-2-movement)$/.test(id),
    ),
  },
});

const partsOf = (bytes: Uint8Array): Record<string, string> =>
  Object.fromEntries(Object.entries(unzipSync(bytes)).map(([path, content]) => [path, strFromU8(content)]));

/** Text as XML writes it. */
const inXml = (text: string) =>
  text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");

const textsIn = (xml: string): string[] =>
  [...xml.matchAll(/<w:t(?: [^>]*)?>([^<]*)/g)].map(([, text = ""]) => text);

describe("files of an edition", () => {
  it("[R54] are the same bytes for the same edition, however often and in whichever zone they are made", async () => {
    const small = smallEdition();
    const zone = process.env.TZ;
    try {
      for (const name of [
        "report.docx",
        "letter.docx",
        "data.xlsx",
        "data.csv",
        "codebook.csv",
        "report.md",
      ] as const) {
        process.env.TZ = "Asia/Tokyo";
        const first = await fileOf(small, name, language);
        process.env.TZ = "America/New_York";
        const second = await fileOf(small, name, language);
        expect(second?.bytes.byteLength, name).toBeGreaterThan(500);
        expect(Buffer.from(second?.bytes ?? []).equals(Buffer.from(first?.bytes ?? [])), name).toBe(true);
      }
    } finally {
      if (zone === undefined) delete process.env.TZ;
      else process.env.TZ = zone;
    }
  }, 60_000);

  it("[R55] stand together in an archive, each with its SHA-256, and no letter where there is none", async () => {
    const small = smallEdition();
    for (const of of [small, { ...small, letter: null }]) {
      const archive = unzipSync((await fileOf(of, "everything.zip", language))?.bytes ?? new Uint8Array());
      const folder = "dsr-edition-2/";
      const names = [
        "report.docx",
        ...(of.letter === null ? [] : ["letter.docx"]),
        "report.md",
        "data.csv",
        "codebook.csv",
        "data.xlsx",
      ];
      expect(Object.keys(archive)).toEqual([...names, "SHA256SUMS"].map((name) => folder + name));
      const sums = strFromU8(archive[`${folder}SHA256SUMS`] ?? new Uint8Array());
      const lines = names.map((name) => {
        const sum = createHash("sha256").update(archive[folder + name] ?? new Uint8Array());
        return `${sum.digest("hex")}  ${name}\n`;
      });
      expect(sums).toBe(lines.join(""));
    }
  }, 60_000);

  it("[R59] are given to whoever may read the edition; no other name leads to one", async () => {
    const small = smallEdition();
    expect(await editionFile(small, "data.csv", language)).toEqual(await fileOf(small, "data.csv", language));
    expect((await editionFile(small, "data.csv", language))?.contentType).toBe("text/csv; charset=utf-8");
    for (const name of ["", "report.pdf.exe", "constructor", "../report.md"])
      expect(await editionFile(small, name, language)).toBeNull();
    expect(
      await editionFile(unsignedEdition({ ...small, report: small.report }), "letter.docx", language),
    ).toBeNull();
  });
});

describe("what a file says of its edition", () => {
  const headersOf = async (of: Edition) => {
    const parts = partsOf(await reportDocx(of, language));
    return Object.entries(parts).flatMap(([path, xml]) =>
      /word\/header\d*\.xml/.test(path) ? textsIn(xml) : [],
    );
  };

  it("[R56] each page of one that is signed, real and in force says nothing of it; of others what they are", async () => {
    const small = smallEdition();
    expect(await headersOf(small)).toEqual([]);
    const { report } = small;
    const simulated = { ...small, report: { ...report, simulated: true } };
    expect(await headersOf(simulated)).toEqual(["Demonstration: all answers are simulated"]);
    expect(await headersOf({ ...simulated, signatures: small.signatures.slice(1) })).toEqual([
      "Draft, not signed · Demonstration: all answers are simulated",
    ]);
    expect(await headersOf({ ...small, signatures: [], hash: null })).toEqual(["Not signed"]);
    const withdrawal = { withdrawnAt: "2011-04-02T12:00:00.000Z", reason: "A label was wrong." };
    expect(await headersOf({ ...small, withdrawal })).toEqual(["Withdrawn"]);
    const markdown = editionMarkdown({ ...small, withdrawal }, language);
    expect(markdown).toContain("**Withdrawn by the co-hosts on 2 April 2011. Reason: A label was wrong.**");
  }, 60_000);

  it("[R56] the imprint gives edition, signing missions, what was signed and the corrigendum, alike in every form", async () => {
    const small = smallEdition();
    const said = [
      "Corrigendum. This edition replaces edition 1: In the table of the first round, one label was cut short.",
      "2 (interim: rounds are still to come)",
      "Malaysia, 1 March 2011",
      "the Netherlands, 1 March 2011",
      small.hash,
      "This report is compiled under the sole responsibility of the co-hosts.",
      small.address,
    ];
    const word = textsIn(partsOf(await reportDocx(small, language))["word/document.xml"] ?? "").join("\n");
    const markdown = editionMarkdown(small, language);
    const workbook = Object.values(partsOf(await annexXlsx(small, language))).join("\n");
    for (const form of [word, markdown, workbook]) for (const words of said) expect(form).toContain(words);
  }, 60_000);
});

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
    const parts = partsOf(await reportDocx(smallEdition(), language));
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
              words: barsInWords(block.caption, block.bars, language),
              svg: barsDrawing(block.bars, language).svg,
            },
          ];
        if (block.kind === "slope")
          return [
            {
              words: slopeInWords(block.caption, block.slope, language),
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
    const parts = partsOf(await reportDocx(smallEdition(), { ...language, locale: "ar" }));
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
