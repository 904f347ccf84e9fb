import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { eq } from "drizzle-orm";
import fc from "fast-check";
import JSZip from "jszip";
import { describe, expect, it } from "vitest";
import { backgroundPapers, backgroundPieces } from "@/db/registry/schema";
import { fileNameOf, MOST_FILE_BYTES } from "@/domain/background-papers/background-paper";
import { Refusal } from "@/domain/refusal";
import { formatOf } from "@/server/background-papers/content";
import { streamOf, writePieces } from "@/server/background-papers/files";
import { received } from "@/server/background-papers/incoming";
import { bytesOf, hashOf, incoming, pdfFile, wordFile, wordFileWith } from "@/tests/support/background-files";
import { ballotDatabase, registryDatabase } from "@/tests/support/databases";
import { scene } from "@/tests/support/scene";

const registry = await registryDatabase();
const play = await scene(registry, await ballotDatabase(), 0);

// What nothing holds any more is gone at once, so that what is measured is what is held.
setFlagsFromString("--expose-gc");
const collect: () => void = runInNewContext("gc");

const codeOf = (asked: Promise<unknown>): Promise<string> =>
  asked.then(
    () => "taken",
    (error: unknown) => (error instanceof Refusal ? error.code : String(error)),
  );
const looked = (file: Uint8Array | string) =>
  formatOf(typeof file === "string" ? Buffer.from(file) : file).catch((error: unknown) =>
    error instanceof Refusal ? error.code : String(error),
  );

const RELS = "word/_rels/document.xml.rels";
const TYPES = "[Content_Types].xml";
const relationship = (type: string, target: string, mode = "External") =>
  `<Relationship Id="rX" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/${type}" Target="${target}" TargetMode="${mode}"/></Relationships>`;
const pointingAt = (type: string, mode?: string) =>
  wordFileWith({
    [RELS]: (before) =>
      before.replace("</Relationships>", relationship(type, "https://elsewhere.example/x.png", mode)),
  });

describe("what a file is", () => {
  it("[B1] is told by its content: PDF, Word document or text, in whatever script", async () => {
    expect(await looked(pdfFile())).toBe("pdf");
    expect(await looked(await wordFile())).toBe("docx");
    expect(await looked("# A paper\r\n\n1. Reform\t*first*\n\f")).toBe("markdown");
    expect(await looked("\ufeffРеформа — 改革 — إصلاح 🙂")).toBe("markdown");
  });

  it("[B2] nothing else is taken, whatever it is called", async () => {
    const png = Buffer.from(
      "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==",
      "base64",
    );
    const sheet = await wordFileWith({
      [TYPES]: (before) => before.replaceAll("wordprocessingml.document.main", "spreadsheetml.sheet.main"),
    });
    const archive = await new JSZip().file("a.txt", "text").generateAsync({ type: "nodebuffer" });
    for (const other of [
      png,
      sheet,
      archive,
      Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, 0, 0, 0, 0]),
      Buffer.from("MZ\u0090\0\u0003\0\0\0", "latin1"),
      Buffer.from("Réforme", "latin1"),
      Buffer.from("text with a NUL\0in it"),
      Buffer.from("a bell \u0007 or an escape \u001b[2J"),
    ])
      expect(await looked(other)).toBe("background_file_of_another_kind");
  });

  it("[B3] what is not whole is refused", async () => {
    const pdf = pdfFile(9_000);
    const word = await wordFile();
    expect(await looked(pdf.subarray(0, 6_000))).toBe("background_file_broken");
    expect(await looked(word.subarray(0, word.length - 200))).toBe("background_file_broken");
  });

  it("[B4] a Word document with macros, or one that fetches anything as it is opened, is refused; a link is none of these", async () => {
    const macros = await wordFileWith({
      [TYPES]: (before) =>
        before
          .replace("wordprocessingml.document.main+xml", "x")
          .replace(
            "</Types>",
            `<Override PartName="/word/document.xml" ContentType="application/vnd.ms-word.document.macroEnabled.main+xml"/></Types>`,
          ),
    });
    expect(await looked(macros)).toBe("background_file_active");
    expect(await looked(await wordFileWith({ "word/vbaProject.bin": () => "x" }))).toBe(
      "background_file_active",
    );
    for (const type of ["image", "attachedTemplate", "oleObject", "frame", "subDocument"])
      expect(await looked(await pointingAt(type)), type).toBe("background_file_fetches");
    expect(await looked(await pointingAt("image", "EXTERNAL"))).toBe("background_file_fetches");
    expect(await looked(await pointingAt("aFChunk", "Internal"))).toBe("background_file_fetches");
    expect(await looked(await pointingAt("hyperlink"))).toBe("docx");
    const other = await wordFileWith({ [RELS]: (before) => Buffer.from(`\ufeff${before}`, "utf16le") });
    expect(await looked(other), "an encoding that is not read").toBe("background_file_broken");
  });

  it("[B4] lists of parts that unpack beyond measure are refused before they are read", async () => {
    const bomb = await wordFileWith({ [RELS]: (before) => before + " ".repeat(4_000_000) });
    expect(bomb.byteLength).toBeLessThan(100_000);
    expect(await looked(bomb)).toBe("background_file_broken");
  });
});

describe("a file on its way", () => {
  it("[B5] may have twenty megabytes and not a byte more; of a larger one nothing is read", async () => {
    let asked = 0;
    const stream = new ReadableStream<Uint8Array>(
      {
        pull: (controller) => {
          asked += 1;
          controller.enqueue(new Uint8Array(1_000));
        },
      },
      { highWaterMark: 0 },
    );
    expect(await codeOf(received({ length: MOST_FILE_BYTES + 1, stream }))).toBe("background_file_too_large");
    expect(asked).toBe(0);
    const file = pdfFile(MOST_FILE_BYTES);
    expect((await received(incoming(file))).byteLength).toBe(MOST_FILE_BYTES);
  });

  it("[B5] is refused with more or fewer bytes than it announced, and reading stops at the first too many", async () => {
    const file = pdfFile(100_000);
    expect(await codeOf(received(incoming(file, { length: 100_001 })))).toBe("background_file_cut_off");
    const long = incoming(file, { length: 10_000, piece: 1_000 });
    expect(await codeOf(received(long))).toBe("background_file_cut_off");
    expect(await codeOf(received(incoming(new Uint8Array(0))))).toBe("background_file_empty");
  });

  it("[B6] comes out of the database as it went in, whatever its length", async () => {
    const size = fc.oneof(
      fc.integer({ min: 40, max: 3_000 }),
      fc.constantFrom(262_143, 262_144, 262_145, 524_288, 1_000_003),
    );
    await fc.assert(
      fc.asyncProperty(size, async (bytes) => {
        const file = pdfFile(bytes);
        const fileId = await storedAs(file);
        const read = await bytesOf(
          await streamOf(registry, null, { fileId, place: "database", size: bytes }),
        );
        expect(hashOf(read)).toBe(hashOf(file));
      }),
      { numRuns: 12 },
    );
  });

  it("[B6] is handed out a piece at a time, and breaks off where it is deleted meanwhile", async () => {
    const size = 4_000_000;
    const fileId = await storedAs(pdfFile(size));
    const reader = (await streamOf(registry, null, { fileId, place: "database", size })).getReader();
    await reader.read();
    await registry.delete(backgroundPieces).where(eq(backgroundPieces.fileId, fileId));
    let left = 0;
    const rest = async () => {
      for (let piece = await reader.read(); !piece.done; piece = await reader.read()) left += 1;
    };
    await expect(rest()).rejects.toMatchObject({ code: "background_paper_withdrawn" });
    // One may be on its way already, as streams ask for the next before it is wanted.
    expect(left).toBeLessThanOrEqual(2);
  });

  it("[B7] receiving, checking and storing the largest file keeps its own size in memory and little more", async () => {
    const held = () => {
      collect();
      return process.memoryUsage().arrayBuffers;
    };
    const file = pdfFile(MOST_FILE_BYTES);
    const before = held();
    let most = 0;
    const measure = () => {
      most = Math.max(most, held() - before);
    };
    const look = setInterval(measure, 20);
    const bytes = await received(incoming(file));
    expect(await formatOf(bytes)).toBe("pdf");
    await storedAs(bytes);
    clearInterval(look);
    measure();
    expect(bytes.buffer.byteLength).toBe(MOST_FILE_BYTES);
    expect(most).toBeGreaterThanOrEqual(MOST_FILE_BYTES);
    expect(most).toBeLessThan(1.5 * MOST_FILE_BYTES);
  }, 120_000);
});

it("[B8] a file is named by its title and its content, with nothing that a header or a folder would take for its own", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme", maxLength: 200 }), (title) => {
      const name = fileNameOf({ title, format: "docx" });
      expect(name).toMatch(/^[\p{L}\p{M}\p{N}][\p{L}\p{M}\p{N}-]*\.docx$/u);
    }),
  );
  expect(fileNameOf({ title: "Note verbale: l’état / “2026”", format: "pdf" })).toBe(
    "Note-verbale-l-état-2026.pdf",
  );
  expect(fileNameOf({ title: "…", format: "markdown" })).toBe("background-paper.md");
});

/** Puts a file beside a row that names it. */
async function storedAs(file: Uint8Array): Promise<string> {
  const fileId = crypto.randomUUID();
  await registry.insert(backgroundPapers).values({
    ...{ roundId: play.roundId, position: 0, title: "A paper", language: "en", format: "pdf" as const },
    ...{ size: file.byteLength, sha256: hashOf(file), fileId, place: "database" as const },
  });
  await registry.transaction((tx) => writePieces(tx, fileId, file));
  return fileId;
}
