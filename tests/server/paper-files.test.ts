import {
  Document,
  ExternalHyperlink,
  FootnoteReferenceRun,
  HeadingLevel,
  ImageRun,
  Packer,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
} from "docx";
import JSZip from "jszip";
import { describe, expect, it } from "vitest";
import { Refusal } from "@/domain/refusal";
import { paperInFile } from "@/server/papers/document";

const PIXEL = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==",
  "base64",
);

const words = (text: string) => new TextRun(text);

function wordDocument() {
  return new Document({
    footnotes: { 1: { children: [new Paragraph("See the annex.")] } },
    numbering: {
      config: [{ reference: "paragraphs", levels: [{ level: 0, format: "decimal", text: "%1." }] }],
    },
    sections: [
      {
        children: [
          new Paragraph({ heading: HeadingLevel.TITLE, children: [words("A paper on reform")] }),
          new Paragraph({ heading: HeadingLevel.HEADING_1, children: [words("Background")] }),
          new Paragraph({
            numbering: { reference: "paragraphs", level: 0 },
            children: [
              words("Reform is "),
              new TextRun({ text: "national", bold: true }),
              words(" first"),
              new FootnoteReferenceRun(1),
              words("."),
            ],
          }),
          new Paragraph({
            numbering: { reference: "paragraphs", level: 0 },
            children: [
              words("See "),
              new ExternalHyperlink({ link: "https://www.un.org/", children: [words("the site")] }),
              words(":"),
            ],
          }),
          new Paragraph({ bullet: { level: 0 }, children: [words("advice")] }),
          new Paragraph({
            bullet: { level: 0 },
            children: [new TextRun({ text: "training", italics: true })],
          }),
          new Paragraph({ heading: HeadingLevel.HEADING_2, children: [words("A part of it")] }),
          new Paragraph({
            children: [new ImageRun({ type: "png", data: PIXEL, transformation: { width: 9, height: 9 } })],
          }),
          new Table({
            rows: [
              new TableRow({
                children: ["Year", "Sum"].map((text) => new TableCell({ children: [new Paragraph(text)] })),
              }),
            ],
          }),
          new Paragraph("The <b>last</b> one."),
        ],
      },
    ],
  });
}

const read = (file: Uint8Array) => paperInFile(Buffer.from(file).toString("base64"));
const refusalOf = (asked: Promise<unknown>) =>
  asked.then(
    () => null,
    (error: unknown) => (error instanceof Refusal ? error.code : error),
  );

describe("a paper in a file", () => {
  it("[N11] a Word document gives its title, headings, numbered paragraphs, lists, emphasis, links and footnotes, and says what it could not give", async () => {
    const { markdown, notices } = await read(await Packer.toBuffer(wordDocument()));
    expect(markdown).toBe(
      [
        "# A paper on reform",
        "## Background",
        "Reform is **national** first \\[See the annex.\\].",
        "See [the site](<https://www.un.org/>):",
        "- advice\n- *training*",
        "### A part of it",
        "The \\<b\\>last\\</b\\> one.\n",
      ].join("\n\n"),
    );
    expect(notices).toEqual([
      { code: "pictures", values: { count: 1 } },
      { code: "footnotes", values: { count: 1 } },
      { code: "table", values: { first: "Year Sum" } },
    ]);
  });

  it("[N12] what a file is its bytes tell: another kind, a broken archive and bytes that are no text are refused with what to choose instead", async () => {
    expect(await refusalOf(read(Buffer.from("%PDF-1.7 …")))).toBe("paper_file_of_another_kind");
    expect(await refusalOf(read(Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 1])))).toBe(
      "paper_file_of_another_kind",
    );
    expect(await refusalOf(read(Buffer.from([0xff, 0xfe, 0x41])))).toBe("paper_file_unreadable");
    expect(await refusalOf(read(Buffer.from("PK\u0003\u0004 and then nothing")))).toBe(
      "paper_file_unreadable",
    );
    const spreadsheet = await new JSZip()
      .file("xl/workbook.xml", "<a/>")
      .generateAsync({ type: "nodebuffer" });
    expect(await refusalOf(read(spreadsheet))).toBe("paper_file_unreadable");
    const broken = new JSZip().file("[Content_Types].xml", "<").file("word/document.xml", "<w:document");
    expect(await refusalOf(read(await broken.generateAsync({ type: "nodebuffer" })))).toBe(
      "paper_file_unreadable",
    );
    expect((await read(Buffer.from("# T\n\nOne *two*."))).markdown).toBe("# T\n\nOne *two*.\n");
  });

  it("[N13] a file beyond two megabytes, or that unpacks beyond measure, is refused before it fills the memory", async () => {
    expect(await refusalOf(read(Buffer.alloc(2_200_000, 65)))).toBe("paper_file_too_large");
    expect(await refusalOf(read(Buffer.alloc(100_001, 65)))).toBe("paper_too_long");
    const bomb = new JSZip()
      .file("[Content_Types].xml", "<Types/>")
      .file("word/document.xml", Buffer.alloc(20_000_000, 32));
    const packed = await bomb.generateAsync({ type: "nodebuffer", compression: "DEFLATE" });
    expect(packed.length).toBeLessThan(100_000);
    expect(await refusalOf(read(packed))).toBe("paper_file_too_large");
    // The same, with an archive that lies about it: the size stands in the headers as one byte.
    const lying = Buffer.from(packed);
    const size = Buffer.alloc(4);
    size.writeUInt32LE(20_000_000);
    for (let at = lying.indexOf(size); at >= 0; at = lying.indexOf(size, at + 1)) lying.writeUInt32LE(1, at);
    expect(await refusalOf(read(lying))).toBe("paper_file_unreadable");
  }, 60_000);

  it("[N13] a document nested beyond reading is refused", async () => {
    const deep = `<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>${"<w:ins>".repeat(100_000)}${"</w:ins>".repeat(100_000)}</w:body></w:document>`;
    const nested = new JSZip()
      .file(
        "[Content_Types].xml",
        '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/></Types>',
      )
      .file("word/document.xml", deep);
    const packed = await nested.generateAsync({ type: "nodebuffer", compression: "DEFLATE" });
    expect(await refusalOf(read(packed))).toBe("paper_file_unreadable");
  }, 60_000);
});
