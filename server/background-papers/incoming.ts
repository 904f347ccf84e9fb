import "server-only";
import { MOST_FILE_BYTES } from "@/domain/background-papers/background-paper";
import { Refusal } from "@/domain/refusal";

/** A file on its way: its bytes, and how many of them whoever sends it says that there are. */
export type IncomingFile = { readonly length: number; readonly stream: ReadableStream<Uint8Array> };

/**
 * The whole file, in one piece of memory of the size that was announced: nothing is taken for a larger one, and no more is
 * read than was announced. Throws `background_file_too_large`, `background_file_empty`, `background_file_cut_off` for
 * fewer or more bytes.
 */
export async function received({ length, stream }: IncomingFile): Promise<Uint8Array<ArrayBuffer>> {
  if (length > MOST_FILE_BYTES) throw new Refusal("background_file_too_large");
  if (length === 0) throw new Refusal("background_file_empty");
  const file = new Uint8Array(length);
  let at = 0;
  const reader = stream.getReader();
  try {
    for (let piece = await next(reader); piece !== null; piece = await next(reader)) {
      if (at + piece.byteLength > length) throw new Refusal("background_file_cut_off");
      file.set(piece, at);
      at += piece.byteLength;
    }
  } finally {
    // Whoever still sends is told to stop; one that has ended already has nothing to cancel.
    await reader.cancel().catch(() => undefined);
  }
  if (at < length) throw new Refusal("background_file_cut_off");
  return file;
}

/** The next piece; null at the end, and where the sender was lost, who then reads nothing that could be said. */
async function next(reader: ReadableStreamDefaultReader<Uint8Array>): Promise<Uint8Array | null> {
  const piece = await reader.read().catch(() => null);
  return piece?.value ?? null;
}
