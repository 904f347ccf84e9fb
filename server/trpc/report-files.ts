import "server-only";
import { LRUCache } from "lru-cache";
import type { Edition } from "@/domain/edition/edition";
import type { Language } from "@/domain/report/wording";
import { type EditionFile, type FileName, fileOf, isFileName } from "@/server/render/files";

type Wanted = { readonly edition: Edition; readonly name: FileName; readonly language: Language };

/**
 * Files made lately, by what they were made from. An edition never changes, so nothing in here grows old; who asks while
 * a file is being made waits for that one.
 */
const made = new LRUCache<string, EditionFile, Wanted>({
  maxSize: 64 * 1024 * 1024,
  sizeCalculation: ({ bytes }) => bytes.byteLength,
  fetchMethod: async (_key, _stale, { context }) =>
    (await fileOf(context.edition, context.name, context.language)) ?? undefined,
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
  const { slug, number, publishedAt, hash, withdrawal, signatures } = edition;
  const key = JSON.stringify([
    slug,
    number,
    publishedAt,
    hash,
    withdrawal,
    signatures,
    language.locale,
    name,
  ]);
  return (await made.fetch(key, { context: { edition, name, language } })) ?? null;
}
