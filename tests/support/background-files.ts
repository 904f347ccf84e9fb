import { createHash } from "node:crypto";
import { Document, Packer, Paragraph } from "docx";
import JSZip from "jszip";
import type { IncomingFile } from "@/server/background-papers/incoming";

/** A file as it arrives, in pieces of at most so many bytes. */
export function incoming(file: Uint8Array, { length = file.byteLength, piece = 65_536 } = {}): IncomingFile {
  let at = 0;
  const stream = new ReadableStream<Uint8Array>({
    pull(controller) {
      if (at >= file.byteLength) return controller.close();
      controller.enqueue(file.slice(at, at + piece));
      at += piece;
    },
  });
  return { length, stream };
}

export const hashOf = (file: Uint8Array): string => createHash("sha256").update(file).digest("hex");

/** A PDF as far as its beginning and its end tell, of so many bytes. */
export function pdfFile(size = 2_000): Buffer {
  const head = Buffer.from("%PDF-1.7\n%âãÏÓ\n");
  const tail = Buffer.from("\nstartxref\n9\n%%EOF\n");
  const body = Buffer.alloc(size - head.length - tail.length);
  // No two pieces alike, so that none can stand in the place of another.
  for (let at = 0; at + 4 <= body.length; at += 4) body.writeUInt32LE(Math.imul(at, 2_654_435_761) >>> 0, at);
  return Buffer.concat([head, body, tail]);
}

/** A document as a word processor writes it. */
export const wordFile = (): Promise<Buffer> =>
  Packer.toBuffer(new Document({ sections: [{ children: [new Paragraph("Reform is national first.")] }] }));

/** The same with some of its parts changed or added. */
export async function wordFileWith(
  changed: Readonly<Record<string, (before: string) => string | Buffer>>,
): Promise<Buffer> {
  const archive = await JSZip.loadAsync(await wordFile());
  for (const [name, change] of Object.entries(changed))
    archive.file(name, change((await archive.file(name)?.async("string")) ?? ""));
  return archive.generateAsync({ type: "nodebuffer", compression: "DEFLATE" });
}

/** All of a stream. */
export const bytesOf = async (stream: ReadableStream<Uint8Array>): Promise<Buffer> =>
  Buffer.from(await new Response(stream).arrayBuffer());
