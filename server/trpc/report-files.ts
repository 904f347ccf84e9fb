import "server-only";
import { LRUCache } from "lru-cache";
import type { Edition } from "@/domain/edition/edition";
import type { Language } from "@/domain/report/wording";
import { type EditionFile, fileOf, isFileName } from "@/server/render/files";

/** Files made lately, by what they were made from. An edition never changes, so nothing in here grows old. */
const made = new LRUCache<string, EditionFile>({
  maxSize: 64 * 1024 * 1024,
  sizeCalculation: ({ bytes }) => bytes.byteLength,
});

/**
 * A file of an edition that its reader was given by a procedure: whoever may read the edition may have its files. They do
 * not pass through a procedure themselves, which would write their bytes as JSON. Null where there is none of this name.
 */
export async function editionFile(
  edition: Edition,
  name: string,
  language: Language,
): Promise<EditionFile | null> {
  if (!isFileName(name)) return null;
  const { slug, number, publishedAt, hash, withdrawal } = edition;
  const key = JSON.stringify([slug, number, publishedAt, hash, withdrawal, language.locale, name]);
  const known = made.get(key);
  if (known !== undefined) return known;
  const file = await fileOf(edition, name, language);
  if (file !== null) made.set(key, file);
  return file;
}
