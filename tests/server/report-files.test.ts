import { createHash } from "node:crypto";
import { strFromU8, unzipSync } from "fflate";
import { beforeAll, describe, expect, it } from "vitest";
import type { Edition } from "@/domain/edition/edition";
import { editionMarkdown } from "@/domain/edition/markdown";
import { reportDocx } from "@/server/render/docx/report";
import { fileOf } from "@/server/render/files";
import { annexXlsx } from "@/server/render/xlsx";
import { editionFile } from "@/server/trpc/report-files";
import { partsOf, textsIn } from "../support/office-parts";
import { language } from "../support/report-facts";
import { richEdition, smallOf } from "../support/rich-edition";

let small: Edition;

beforeAll(async () => {
  small = smallOf(await richEdition());
}, 60_000);

describe("files of an edition", () => {
  it("[R54] are the same bytes for the same edition, however often and in whichever zone they are made", async () => {
    const zone = process.env.TZ;
    try {
      for (const name of [
        "report.pdf",
        "letter.pdf",
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
    for (const of of [small, { ...small, letter: null }]) {
      const archive = unzipSync((await fileOf(of, "everything.zip", language))?.bytes ?? new Uint8Array());
      const folder = "dsr-edition-2/";
      const names = [
        "report.pdf",
        ...(of.letter === null ? [] : ["letter.pdf"]),
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
    expect(await editionFile(small, "data.csv", language)).toEqual(await fileOf(small, "data.csv", language));
    expect((await editionFile(small, "data.csv", language))?.contentType).toBe("text/csv; charset=utf-8");
    for (const name of ["", "report.pdf.exe", "constructor", "../report.md"])
      expect(await editionFile(small, name, language)).toBeNull();
    expect(await editionFile({ ...small, letter: null }, "letter.docx", language)).toBeNull();
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
    expect(await headersOf(small)).toEqual([]);
    const { report } = small;
    const simulated = { ...small, report: { ...report, simulated: true } };
    expect(await headersOf(simulated)).toEqual(["Demonstration: all answers are simulated"]);
    expect(await headersOf({ ...simulated, signatures: small.signatures.slice(1) })).toEqual([
      "Draft, not signed · Demonstration: all answers are simulated",
    ]);
    expect(await headersOf({ ...small, signatures: [], hash: null })).toEqual(["Not signed"]);
    const withdrawal = { withdrawnAt: "2011-04-02T12:00:00.000Z", reason: "A label was wrong." };
    expect(await headersOf({ ...small, withdrawal })).toEqual(["Withdrawn on 2 April 2011"]);
    const markdown = editionMarkdown({ ...small, withdrawal }, language);
    expect(markdown).toContain("**Withdrawn by the co-hosts on 2 April 2011. Reason: A label was wrong.**");
  }, 60_000);

  it("[R56] the imprint gives edition, signing missions, what was signed and the corrigendum, alike in every form", async () => {
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
