import { expect, it } from "vitest";
import { Refusal } from "@/domain/refusal";
import { formatOf } from "@/server/background-papers/content";
import { wordFileWith } from "@/tests/support/background-files";

const TYPES = "[Content_Types].xml";
const looked = (file: Uint8Array | string) =>
  formatOf(Buffer.from(file)).catch((error: unknown) =>
    error instanceof Refusal ? error.code : String(error),
  );

it("[B37] no Word document is taken whose fields fetch or start something, however their code is cut up; other fields are none of these", async () => {
  const run = (inner: string) => `<w:r>${inner}</w:r>`;
  const begin = run('<w:fldChar w:fldCharType="begin" w:dirty="true"/>');
  const end = run('<w:fldChar w:fldCharType="end"/>');
  const code = (text: string) => run(`<w:instrText xml:space="preserve">${text}</w:instrText>`);
  const inText = (xml: string, part = "word/document.xml") =>
    wordFileWith({
      [part]: (before) => (before || "<w:hdr><w:p></w:p></w:hdr>").replace("</w:p>", `${xml}</w:p>`),
    });
  const picture = "&quot;https://elsewhere.example/x.png&quot; \\d";
  const fetching = [
    begin + code(` INCLUDEPICTURE ${picture} `) + end,
    begin + code(" includ") + code("epicTure ") + code(picture) + end,
    begin + code(` <![CDATA[INCLUDE]]>&#84;EXT ${picture} `) + end,
    begin + code(" IF 1 = 1 ") + begin + code("DDEAUTO c:\\cmd.exe &quot;/k calc&quot;") + end + end,
    `<w:fldSimple w:instr=" DDE cmd x "/>`,
  ];
  for (const xml of fetching) expect(await looked(await inText(xml)), xml).toBe("background_file_fetches");
  expect(await looked(await inText(fetching[0] ?? "", "word/header9.xml"))).toBe("background_file_fetches");
  for (const xml of [
    begin + code(' HYPERLINK "https://example.org/a link to INCLUDEPICTURE" ') + end,
    `${begin + code(" TOC \\o ") + end}<w:r><w:t>LINK is a word.</w:t></w:r>`,
    `<w:fldSimple w:instr=" PAGE "/>`,
  ])
    expect(await looked(await inText(xml)), xml).toBe("docx");
  const wide = await wordFileWith({ "word/document.xml": (before) => Buffer.from(before, "utf16le") });
  expect(await looked(wide)).toBe("background_file_broken");
  const hidden = await wordFileWith({
    [TYPES]: (before) => before.replace("/word/document.xml", "/word/document.dat"),
  });
  expect(await looked(hidden)).toBe("background_file_broken");
  const bomb = await wordFileWith({ "word/styles.xml": (before) => before + " ".repeat(70_000_000) });
  expect(bomb.byteLength).toBeLessThan(200_000);
  expect(await looked(bomb)).toBe("background_file_broken");
});

it("[B38] a text is one also where it begins with the letters of something else, but for formats that are texts themselves", async () => {
  for (const text of ["BMD and its cost", "MZ", "FORM of words", "GIF89a", "MP+ 2", "fLaC"])
    expect(await looked(text), text).toBe("markdown");
  for (const other of ["{\\rtf1 hi}", "%!PS-Adobe-3.0", '<?xml version="1.0"?><a/>', "BEGIN:VCARD\n"])
    expect(await looked(other), other).toBe("background_file_of_another_kind");
});
