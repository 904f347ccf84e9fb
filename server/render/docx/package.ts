import "server-only";
import { type Document, Packer } from "docx";
import { restamped } from "../stable-zip";
import { withTableStyles } from "./styles";

/**
 * The document as a file, the same bytes whenever it is made. The library gives links random names, counts bookmarks
 * through the life of the process, and takes the clock for the time of creation; all of these are given anew here.
 */
export async function packed(document: Document, at: string): Promise<Uint8Array> {
  const created = new Date(at).toISOString().replace(/\.\d+Z$/, "Z");
  const links = new Map<string, string>();
  const bookmarks = new Map<string, string>();
  const named = (name: string, names: Map<string, string>, prefix: string) => {
    const known = names.get(name) ?? `${prefix}${names.size + 1}`;
    names.set(name, known);
    return known;
  };
  return restamped(await Packer.toBuffer(document), at, (text, path) => {
    if (path === "docProps/core.xml")
      return text.replaceAll(/(<dcterms:(?:created|modified)[^>]*>)[^<]*/g, `$1${created}`);
    if (path === "word/styles.xml") return withTableStyles(text);
    return text
      .replaceAll(/\brId[a-z0-9_-]{21}\b/g, (name) => named(name, links, "rIdLink"))
      .replaceAll(
        /(<w:bookmark(?:Start|End)[^>]*w:id=")([^"]+)/g,
        (_, before: string, id: string) => `${before}${named(id, bookmarks, "")}`,
      );
  });
}
