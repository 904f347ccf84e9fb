import "server-only";
import { buffer } from "node:stream/consumers";
import { Parser } from "htmlparser2";
import JSZip from "jszip";
import { type Entry, fromBufferPromise, type ZipFile } from "yauzl";
import { Refusal } from "@/domain/refusal";

/** Bytes that the texts of a document may have once unpacked: some ten times what a paper needs. */
const MOST_UNPACKED = 8_388_608;
const MOST_ENTRIES = 2_000;

/** Texts and how they belong together; pictures and fonts are never unpacked. */
const IS_TEXT = /\.(?:xml|rels)$/i;
const NEEDED = ["[Content_Types].xml", "word/document.xml"];

const unreadable = () => new Refusal("paper_file_unreadable");

/** Elements within one another: a document has some twenty, and what reads one goes down without an end. */
const MOST_NESTED = 200;

/** Refuses XML that goes deeper than any document does. */
function refuseDeep(xml: string): void {
  let depth = 0;
  const parser = new Parser(
    {
      onopentagname: () => {
        depth += 1;
        if (depth > MOST_NESTED) throw unreadable();
      },
      onclosetag: () => {
        depth -= 1;
      },
    },
    { xmlMode: true },
  );
  parser.end(xml);
}

/** The bytes of an entry. yauzl breaks off as soon as there are more of them than the archive says. */
async function bytesOf(archive: ZipFile, entry: Entry): Promise<Buffer> {
  return buffer(await archive.openReadStreamPromise(entry));
}

/**
 * The texts of a Word document, packed anew without compression, so that whoever reads them next unpacks nothing that was
 * not counted. Throws `paper_file_unreadable` for what is no such document, `paper_file_too_large` where its texts are
 * beyond measure.
 */
export async function textsOfDocument(file: Buffer): Promise<Buffer> {
  const archive = await fromBufferPromise(file, { lazyEntries: true }).catch(() => {
    throw unreadable();
  });
  if (archive.entryCount > MOST_ENTRIES) throw new Refusal("paper_file_too_large");
  const packed = new JSZip();
  let unpacked = 0;
  try {
    for await (const entry of archive.eachEntry()) {
      if (!IS_TEXT.test(entry.fileName)) continue;
      unpacked += entry.uncompressedSize;
      if (unpacked > MOST_UNPACKED) throw new Refusal("paper_file_too_large");
      const bytes = await bytesOf(archive, entry);
      refuseDeep(bytes.toString());
      packed.file(entry.fileName, bytes);
    }
  } catch (error) {
    // What the library says of a broken archive names its inside, and helps nobody who chose the file.
    throw error instanceof Refusal ? error : unreadable();
  }
  if (NEEDED.some((name) => packed.file(name) === null)) throw unreadable();
  return packed.generateAsync({ type: "nodebuffer", compression: "STORE" });
}
