import "server-only";
import { createHash, randomUUID } from "node:crypto";
import type { FileFormat } from "@/domain/background-papers/background-paper";
import { formatOf } from "./content";
import type { StoredFile } from "./files";
import { type IncomingFile, received } from "./incoming";
import type { ObjectStore } from "./object-store";

/** A file that may be kept, with what is told of it. */
export type CheckedFile = {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly format: FileFormat;
  readonly size: number;
  /** In hexadecimal. */
  readonly sha256: string;
};

/** Receives a file and looks at what it is. Throws what `received` and `formatOf` do. */
export async function checkedFile(incoming: IncomingFile): Promise<CheckedFile> {
  const bytes = await received(incoming);
  const format = await formatOf(bytes);
  const sha256 = createHash("sha256").update(bytes).digest("hex");
  return { bytes, format, size: bytes.byteLength, sha256 };
}

/**
 * Keeps a file under a name of its own while `named` makes the row that names it. An object store has no part in the
 * transaction: the file is there before, and goes again where nothing came to name it.
 */
export async function withFileKept<Made>(
  objects: ObjectStore | null,
  { bytes, sha256 }: CheckedFile,
  named: (file: StoredFile) => Promise<Made>,
): Promise<Made> {
  const fileId = randomUUID();
  if (objects === null) return named({ fileId, place: "database" });
  await objects.put(fileId, bytes, sha256);
  try {
    return await named({ fileId, place: "objects" });
  } catch (error) {
    // What keeps it from going is less than what is to be told; a file that nothing names is found by its name.
    await objects.remove(fileId).catch(() => undefined);
    throw error;
  }
}
