/** Letters and digits that nobody takes for one another when they are read from a wall. */
export const CODE_ALPHABET = "23456789ABCDEFGHJKMNPQRSTUVWXYZ";
const CODE_LENGTH = 6;

/** A room code of random bytes, one per character; a byte of 248 or more is passed over, so that all are as likely. */
export function codeFrom(bytes: Uint8Array): string | null {
  const most = 256 - (256 % CODE_ALPHABET.length);
  const letters = [...bytes]
    .filter((byte) => byte < most)
    .map((byte) => CODE_ALPHABET[byte % CODE_ALPHABET.length]);
  return letters.length < CODE_LENGTH ? null : letters.slice(0, CODE_LENGTH).join("");
}

/** A code as it was typed: without spaces and hyphens, in capitals; null where it cannot be one. */
export function codeTyped(typed: string): string | null {
  const code = typed.replaceAll(/[\s-]/g, "").toUpperCase();
  const possible = code.length === CODE_LENGTH && [...code].every((letter) => CODE_ALPHABET.includes(letter));
  return possible ? code : null;
}

/** A code as it is read aloud: two groups of three. */
export const codeShown = (code: string): string => `${code.slice(0, 3)} ${code.slice(3)}`;
