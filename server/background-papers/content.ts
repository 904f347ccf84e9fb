import "server-only";
import { fileTypeFromBuffer } from "file-type";
import type { FileFormat } from "@/domain/background-papers/background-paper";
import { Refusal } from "@/domain/refusal";
import { checkWordFile } from "./word-file";

/** Bytes at the end of a PDF within which it says that it ends; what mail and scanners add stays below. */
const TAIL = 4_096;

/** What a library may take a Word document for, one with macros included: they are all archives. */
const OF_WORD = /^application\/(zip|vnd\.openxmlformats-officedocument\.|vnd\.ms-word\.)/i;

/** Formats of others that are texts themselves. */
const OTHERS_IN_TEXT = /^(text\/|image\/svg|application\/(rtf|xml|postscript|eps))/i;

/** What the first bytes of other files say; null for a text, which begins with nothing of its own. */
async function announced(file: Uint8Array): Promise<string | null> {
  try {
    return (await fileTypeFromBuffer(file))?.mime ?? null;
  } catch {
    // It begins like something that it is not.
    throw new Refusal("background_file_broken");
  }
}

/** Text in UTF-8 in which nothing controls a device; a sign that opens the file may stand first. */
function isText(file: Uint8Array): boolean {
  try {
    const text = new TextDecoder("utf-8", { fatal: true }).decode(file);
    return !/[^\P{Cc}\t\n\f\r]/u.test(text);
  } catch {
    return false;
  }
}

/**
 * What a file is by its content, whatever its name says. Throws `background_file_of_another_kind` for what is neither PDF,
 * Word document nor text; `background_file_broken` for what is not whole; for Word documents what `checkWordFile` throws.
 */
export async function formatOf(file: Uint8Array): Promise<FileFormat> {
  const type = await announced(file);
  if (type === "application/pdf") {
    const end = Buffer.from(file.subarray(-TAIL)).toString("latin1");
    if (!/startxref\s+\d+\s+%%EOF/.test(end)) throw new Refusal("background_file_broken");
    return "pdf";
  }
  // Which archive it is, its own list of parts tells, and a library that reads its beginning need not have found it.
  if (type !== null && OF_WORD.test(type)) {
    await checkWordFile(file);
    return "docx";
  }
  // A text may begin with the letters of a picture or a programme: “BMD”, “MZ”, “FORM”. None of those is all text.
  if ((type === null || !OTHERS_IN_TEXT.test(type)) && isText(file)) return "markdown";
  throw new Refusal("background_file_of_another_kind");
}
