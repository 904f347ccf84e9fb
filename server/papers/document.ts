import "server-only";
import mammoth from "mammoth";
import type { DraftPaper } from "@/domain/paper/drafting";
import { paperFromHtml } from "@/domain/paper/from-html";
import { paperFromMarkdown } from "@/domain/paper/from-markdown";
import type { Notice } from "@/domain/paper/notice";
import { MOST } from "@/domain/paper/shapes";
import { paperMarkdown } from "@/domain/paper/to-markdown";
import { Refusal } from "@/domain/refusal";
import { textsOfDocument } from "./unpacked";

/** Bytes of a file that is read. */
const MOST_BYTES = 2_097_152;

const isArchive = (file: Buffer) => file.subarray(0, 4).equals(Buffer.from([0x50, 0x4b, 3, 4]));
/** Word before 2007, and whatever else was kept in that form. */
const isOldWord = (file: Buffer) => file.subarray(0, 4).equals(Buffer.from([0xd0, 0xcf, 0x11, 0xe0]));
const isPdf = (file: Buffer) => file.subarray(0, 5).toString("latin1") === "%PDF-";

/** A picture is counted and never opened. */
const withoutPictures = mammoth.images.imgElement(async () => ({ src: "" }));

async function htmlOf(file: Buffer): Promise<string> {
  const document = await textsOfDocument(file);
  try {
    const { value } = await mammoth.convertToHtml(
      { buffer: document },
      {
        convertImage: withoutPictures,
        styleMap: ["p[style-name='Title'] => h1:fresh"],
        externalFileAccess: false,
      },
    );
    return value;
  } catch {
    // Whatever its XML lacks: the file is not one that a word processor wrote.
    throw new Refusal("paper_file_unreadable");
  }
}

/** The text of a file that is none of another kind. Throws `paper_file_unreadable` where its bytes are no UTF-8. */
function textOf(file: Buffer): string {
  try {
    const text = new TextDecoder("utf-8", { fatal: true }).decode(file);
    if (!text.includes("\0")) return text;
  } catch {
    // Said below.
  }
  throw new Refusal("paper_file_unreadable");
}

async function read(file: Buffer): Promise<DraftPaper> {
  if (isArchive(file)) return paperFromHtml(await htmlOf(file));
  if (isOldWord(file) || isPdf(file)) throw new Refusal("paper_file_of_another_kind");
  const text = textOf(file);
  if (text.length > MOST.characters) throw new Refusal("paper_too_long", { most: MOST.characters });
  return paperFromMarkdown(text);
}

/**
 * What a Word document or a Markdown file says, as Markdown, and what of it could not be taken. Which of the two it is its
 * bytes tell, whatever its name. Nothing is kept. Throws `paper_file_too_large`, `paper_file_unreadable`,
 * `paper_file_of_another_kind` and `paper_too_long`.
 */
export async function paperInFile(base64: string): Promise<{ markdown: string; notices: readonly Notice[] }> {
  const file = Buffer.from(base64, "base64");
  if (file.length > MOST_BYTES) throw new Refusal("paper_file_too_large");
  const draft = await read(file);
  const markdown = paperMarkdown(draft, false);
  if (markdown.length > MOST.characters) throw new Refusal("paper_too_long", { most: MOST.characters });
  return { markdown, notices: draft.notices };
}
