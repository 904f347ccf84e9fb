import { closeSync, openSync, readFileSync, readSync } from "node:fs";
import { Readable, Transform, type TransformCallback } from "node:stream";
import type { ReadableStream } from "node:stream/web";
import { createGunzip, createGzip } from "node:zlib";
import { Decrypter, Encrypter, generateX25519Identity, identityToRecipient } from "age-encryption";
import { Obstacle } from "./obstacle";

/** A new key pair: who keeps `identity` reads what was encrypted to `recipient`. */
export async function newKeyPair(): Promise<{ readonly identity: string; readonly recipient: string }> {
  const identity = await generateX25519Identity();
  return { identity, recipient: await identityToRecipient(identity) };
}

function encrypterFor(recipient: string): Encrypter {
  const encrypter = new Encrypter();
  try {
    encrypter.addRecipient(recipient);
  } catch {
    throw new Obstacle("BACKUP_RECIPIENT is no public key of age: it begins with age1. Check it.");
  }
  return encrypter;
}

/** Node's streams and the web's differ in their types alone. */
const asWeb = (stream: Readable) =>
  Readable.toWeb(stream) as unknown as globalThis.ReadableStream<Uint8Array>; // the same object at run time
const asNode = (stream: globalThis.ReadableStream<Uint8Array>) =>
  Readable.fromWeb(stream as unknown as ReadableStream<Uint8Array>); // the same object at run time

/** Compresses and encrypts what flows through (age, https://age-encryption.org/v1). Throws `Obstacle` for no public key. */
export async function sealed(plain: AsyncIterable<Uint8Array>, recipient: string): Promise<Readable> {
  const encrypter = encrypterFor(recipient);
  const source = Readable.from(plain, { objectMode: false });
  const packed = createGzip();
  source.on("error", (error) => packed.destroy(error)).pipe(packed);
  return asNode(await encrypter.encrypt(asWeb(packed)));
}

const BEGINNING = "age-encryption.org/";

/** Whether a file begins as one that was encrypted here. */
export function isSealed(file: string): boolean {
  const begins = Buffer.alloc(BEGINNING.length);
  const handle = openSync(file, "r");
  try {
    readSync(handle, begins);
  } finally {
    closeSync(handle);
  }
  return begins.toString("latin1") === BEGINNING;
}

/** The private keys in a file as `npm run backup -- --new-key` and `age-keygen` write it. Throws `Obstacle`. */
export function identitiesIn(file: string): string[] {
  let text: string;
  try {
    text = readFileSync(file, "utf8");
  } catch {
    throw new Obstacle(`${file} cannot be read. Name the file with the private key: --identity FILE.`);
  }
  const found = text.split(/\r?\n/).filter((line) => line.startsWith("AGE-SECRET-KEY-"));
  if (found.length === 0)
    throw new Obstacle(`${file} has no private key: a line that begins with AGE-SECRET-KEY-.`);
  return found;
}

const CUT_OFF = "This backup is cut off or damaged. Nothing was restored; take another file.";
const WRONG_KEY =
  "This private key does not open this backup. Nothing was restored; take the key that belongs to its BACKUP_RECIPIENT.";

/** Passes on what comes, and says of whatever goes wrong before it that the file is damaged. */
function orCutOff(stream: Readable): Readable {
  const passing = new Transform({
    transform(chunk: Uint8Array, _encoding, done: TransformCallback) {
      done(null, chunk);
    },
  });
  stream.on("error", () => passing.destroy(new Obstacle(CUT_OFF))).pipe(passing);
  return passing;
}

/** Decrypts and unpacks. What it gives is genuine up to there, but only whole once it ends. Throws `Obstacle`. */
export async function opened(encrypted: Readable, identities: readonly string[]): Promise<Readable> {
  const decrypter = new Decrypter();
  try {
    for (const identity of identities) decrypter.addIdentity(identity);
  } catch {
    throw new Obstacle("The private key cannot be read: it was damaged or mistyped. Check the file.");
  }
  const plain = await decrypter.decrypt(asWeb(encrypted)).catch((error: unknown) => {
    const noneFits = error instanceof Error && /no identity matched/.test(error.message);
    throw new Obstacle(noneFits ? WRONG_KEY : CUT_OFF);
  });
  const unpacked = createGunzip();
  asNode(plain)
    .on("error", (error) => unpacked.destroy(error))
    .pipe(unpacked);
  return orCutOff(unpacked);
}
