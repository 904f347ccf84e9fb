import "server-only";
import { buffer } from "node:stream/consumers";
import { Parser } from "htmlparser2";
import { type Entry, fromBufferPromise, type ZipFile } from "yauzl";
import { Refusal } from "@/domain/refusal";
import { fieldReader } from "./word-fields";

/** Bytes that one list of the document's parts may have once unpacked: some hundred times what one has. */
const MOST_UNPACKED = 1_048_576;
const MOST_ENTRIES = 5_000;
/** Bytes that all its parts of text may have together once unpacked: thousands of pages. */
const MOST_TEXT = 67_108_864;

const CONTENT_TYPES = "[Content_Types].xml";
const MAIN_PART = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml";

const broken = () => new Refusal("background_file_broken");

type Attributes = Readonly<Record<string, string>>;

/** The attributes of every element of this name. What is no XML has none. */
function elementsOf(xml: string, name: string): Attributes[] {
  const found: Attributes[] = [];
  const parser = new Parser(
    { onopentag: (tag, attributes) => void (tag.replace(/^.*:/, "") === name && found.push(attributes)) },
    { xmlMode: true },
  );
  parser.end(xml);
  return found;
}

/** Another encoding than UTF-8, which Word reads too, would be looked through without being read. */
const isOfAnotherEncoding = (xml: string) =>
  xml.includes("\0") || /^\s*<\?xml[^>]*encoding\s*=\s*["'](?!utf-8["'])/i.test(xml);

async function textOf(archive: ZipFile, entry: Entry): Promise<string> {
  if (entry.uncompressedSize > MOST_UNPACKED) throw broken();
  // yauzl breaks off as soon as there are more bytes than the archive says.
  const bytes = await buffer(await archive.openReadStreamPromise(entry));
  try {
    const text = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
    if (!isOfAnotherEncoding(text)) return text;
  } catch {
    // Told below.
  }
  throw broken();
}

/** Reads one part of the text for fields that fetch, a piece at a time. Throws `background_file_fetches`. */
async function refuseFetchingFields(archive: ZipFile, entry: Entry): Promise<void> {
  const decoder = new TextDecoder("utf-8", { fatal: true });
  const fields = fieldReader();
  for await (const piece of await archive.openReadStreamPromise(entry)) {
    const xml = decoder.decode(piece, { stream: true });
    if (isOfAnotherEncoding(xml)) throw broken();
    fields.read(xml);
  }
  decoder.decode();
  fields.end();
}

/** What its parts are said to be: its main part a document of Word's, and none of them a programme. */
function refuseOtherThanDocument(contentTypes: string): void {
  const parts = ["Override", "Default"].flatMap((name) => elementsOf(contentTypes, name));
  const types = parts.map(({ ContentType = "" }) => ContentType.toLowerCase());
  if (types.some((type) => /macroenabled|vbaproject/.test(type))) throw new Refusal("background_file_active");
  // What is text is named as text, and so looked through.
  const isNamedSo = ({ PartName = "", Extension = "" }: Attributes) =>
    /(^|\.)xml$/i.test(PartName || Extension);
  if (!parts.every((part) => isNamedSo(part) || !/wordprocessingml/i.test(part.ContentType ?? "")))
    throw broken();
  if (!types.includes(MAIN_PART)) throw new Refusal("background_file_of_another_kind");
}

/**
 * What the document points at. A link is followed by whoever chooses to; a picture, a template or an object that lies
 * elsewhere is fetched as the document is opened, and tells its owner who reads; so does what a page of another kind, taken
 * in as it is opened, points at.
 */
function refuseFetching(relationships: string): void {
  const fetched = elementsOf(relationships, "Relationship").some(
    ({ TargetMode = "", Type = "" }) =>
      (TargetMode.toLowerCase() === "external" && !/\/hyperlink$/i.test(Type)) || /\/aFChunk$/i.test(Type),
  );
  if (fetched) throw new Refusal("background_file_fetches");
}

/**
 * Refuses an archive that is no whole Word document, or one that would do more on a reader's device than be read. Throws
 * `background_file_broken`, `background_file_of_another_kind`, `background_file_active`, `background_file_fetches`.
 */
export async function checkWordFile(file: Uint8Array): Promise<void> {
  try {
    const bytes = Buffer.from(file.buffer, file.byteOffset, file.byteLength);
    const archive = await fromBufferPromise(bytes, { lazyEntries: true });
    if (archive.entryCount > MOST_ENTRIES) throw broken();
    let typed = false;
    let left = MOST_TEXT;
    for await (const entry of archive.eachEntry()) {
      if (/(^|\/)vbaProject\.bin$/i.test(entry.fileName)) throw new Refusal("background_file_active");
      if (/\.rels$/i.test(entry.fileName)) refuseFetching(await textOf(archive, entry));
      if (entry.fileName !== CONTENT_TYPES) {
        if (!/\.xml$/i.test(entry.fileName)) continue;
        left -= entry.uncompressedSize;
        if (left < 0) throw broken();
        await refuseFetchingFields(archive, entry);
        continue;
      }
      refuseOtherThanDocument(await textOf(archive, entry));
      typed = true;
    }
    if (!typed) throw new Refusal("background_file_of_another_kind");
  } catch (error) {
    // What the library says of a broken archive names its inside, and helps nobody who chose the file.
    throw error instanceof Refusal ? error : broken();
  }
}
