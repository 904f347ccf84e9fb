import { hkdfSync } from "node:crypto";
import { canonical, isObject, labelled, sha256 } from "./bytes";
import { type RoundRecord, Unreadable } from "./record";

/** Crockford's base32: no I, L, O or U. */
const ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

/** The sixteen bytes of a recovery code as it was written down. Throws `Unreadable` where it cannot be one. */
export function codeIn(typed: string): Buffer {
  const code = typed
    .toUpperCase()
    .replace(/[^0-9A-Z]/g, "")
    .replaceAll("O", "0")
    .replace(/[IL]/g, "1");
  if (!new RegExp(`^[${ALPHABET}]{28}$`).test(code))
    throw new Unreadable("This is no recovery code: one has 28 letters and digits, in seven groups of four.");
  const number = (digits: string) =>
    [...digits].reduce((sum, digit) => sum * 32n + BigInt(ALPHABET.indexOf(digit)), 0n);
  const value = number(code.slice(0, 26));
  if (value >> 128n !== 0n || value % 1021n !== number(code.slice(26)))
    throw new Unreadable("One character of this recovery code is wrong, or two have changed places.");
  return Buffer.from(value.toString(16).padStart(32, "0"), "hex");
}

/** The answers in a file that a participant saved. Throws `Unreadable` where they are not of this round. */
export function answersIn(json: string, { round }: RoundRecord): Readonly<Record<string, unknown>> {
  let saved: unknown;
  try {
    saved = JSON.parse(json);
  } catch {
    throw new Unreadable("The file of answers is not JSON.");
  }
  if (!isObject(saved) || saved.version !== 1 || !isObject(saved.answers) || saved.roundId !== round.id)
    throw new Unreadable("The file of answers is not one of this round.");
  return saved.answers;
}

/** The leaf that an answer left, base64url: its salt comes from the code alone. */
function leafOf(code: Uint8Array, roundId: string, itemId: string, answer: unknown): string {
  const info = Buffer.concat([
    Buffer.from("tour-de-table/item-salt/1\0", "utf8"),
    Buffer.from(roundId.replaceAll("-", ""), "hex"),
    Buffer.from(itemId, "utf8"),
  ]);
  const salt = Buffer.from(hkdfSync("sha256", code, Buffer.alloc(0), info, 16)).toString("base64url");
  return sha256(labelled("leaf", canonical([itemId, salt, answer]))).toString("base64url");
}

/** A sentence for each of these answers whose leaf is not in the record. */
export function missingAnswers(
  { round, asked, leaves }: RoundRecord,
  code: Uint8Array,
  answers: Readonly<Record<string, unknown>>,
): string[] {
  return Object.entries(answers)
    .filter(([itemId, answer]) => !leaves[itemId]?.includes(leafOf(code, round.id, itemId, answer)))
    .map(([itemId]) => {
      const prompt = asked.find(({ id }) => id === itemId)?.prompt ?? itemId;
      return `Your answer to “${prompt}” (${itemId}) is not among the leaves.`;
    });
}
