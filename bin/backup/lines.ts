import { once } from "node:events";
import type { Readable, Writable } from "node:stream";
import { Obstacle } from "./obstacle";

const NEWLINE = 10;
const CUT_OFF = "This backup is cut off or damaged. Nothing was restored; take another file.";

/** Reads a stream by lines, or passes lines on as they come, without holding more than one. */
export class Lines {
  readonly #chunks: AsyncIterator<Uint8Array>;
  #rest: Buffer = Buffer.alloc(0);

  constructor(stream: Readable) {
    this.#chunks = stream[Symbol.asyncIterator]() as AsyncIterator<Uint8Array>; // of a stream of bytes
  }

  /** The next line with its newline. Throws `Obstacle` where the stream ends before. */
  async #next(): Promise<Buffer> {
    const parts: Buffer[] = [];
    for (;;) {
      const end = this.#rest.indexOf(NEWLINE);
      if (end !== -1) {
        parts.push(this.#rest.subarray(0, end + 1));
        this.#rest = this.#rest.subarray(end + 1);
        return parts.length === 1 ? (parts[0] ?? Buffer.alloc(0)) : Buffer.concat(parts);
      }
      parts.push(this.#rest);
      const { value, done } = await this.#chunks.next();
      if (done === true) throw new Obstacle(CUT_OFF);
      this.#rest = Buffer.from(value.buffer, value.byteOffset, value.byteLength);
    }
  }

  /** The next line as a text, without its newline. */
  async text(): Promise<string> {
    return (await this.#next()).toString("utf8").slice(0, -1);
  }

  /** Writes every line up to the one that reads `end`, and ends the target. Gives how many there were. */
  async into(target: Writable, end: string): Promise<number> {
    const last = Buffer.from(`${end}\n`);
    for (let count = 0; ; count += 1) {
      const line = await this.#next();
      if (line.equals(last)) {
        target.end();
        return count;
      }
      if (!target.write(line)) await once(target, "drain");
    }
  }

  /** Throws `Obstacle` unless the stream ends here. */
  async ended(): Promise<void> {
    const { done } = await this.#chunks.next();
    if (done !== true || this.#rest.length > 0) throw new Obstacle(CUT_OFF);
  }
}
