import "server-only";
import { and, eq } from "drizzle-orm";
import type { RegistryDatabase } from "@/db/registry/client";
import { backgroundPieces } from "@/db/registry/schema";
import { Refusal } from "@/domain/refusal";
import type { ObjectStore } from "./object-store";

/** Bytes of one piece in the database; a round trip for each costs little, and memory holds one. */
const PIECE = 262_144;

export type StoredFile = { readonly fileId: string; readonly place: "database" | "objects" };
/** A file with the bytes that it has. */
export type FileToRead = StoredFile & { readonly size: number };

/** Writes a file into the database, beside the row that names it, in the transaction that makes that row. */
export async function writePieces(tx: RegistryDatabase, fileId: string, file: Uint8Array): Promise<void> {
  for (let position = 0; position * PIECE < file.byteLength; position += 1)
    await tx
      .insert(backgroundPieces)
      .values({ fileId, position, bytes: file.subarray(position * PIECE, (position + 1) * PIECE) });
}

export async function dropPieces(tx: RegistryDatabase, fileId: string): Promise<void> {
  await tx.delete(backgroundPieces).where(eq(backgroundPieces.fileId, fileId));
}

/**
 * A file of the database as it is read: a piece is asked for once the one before it has been taken. Breaks off where the
 * file goes meanwhile, so that nobody takes the part for the whole: no length goes before a stream.
 */
function piecesOf(db: RegistryDatabase, { fileId, size }: FileToRead): ReadableStream<Uint8Array> {
  let position = 0;
  let left = size;
  return new ReadableStream({
    async pull(controller) {
      const [piece] = await db
        .select({ bytes: backgroundPieces.bytes })
        .from(backgroundPieces)
        .where(and(eq(backgroundPieces.fileId, fileId), eq(backgroundPieces.position, position)));
      if (piece === undefined) return controller.error(new Refusal("background_paper_withdrawn"));
      position += 1;
      left -= piece.bytes.byteLength;
      controller.enqueue(new Uint8Array(piece.bytes));
      if (left <= 0) controller.close();
    },
  });
}

/** The bytes of a file, from where it lies. Throws `file_store_unreachable`. */
export async function streamOf(
  db: RegistryDatabase,
  objects: ObjectStore | null,
  file: FileToRead,
): Promise<ReadableStream<Uint8Array>> {
  if (file.place === "database") return piecesOf(db, file);
  if (objects === null) throw new Refusal("file_store_unreachable");
  return objects.read(file.fileId);
}
