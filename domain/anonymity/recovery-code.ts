import type { Bytes } from "./encoding";

/** Crockford's base32: no I, L, O or U, so that a code survives handwriting and telephone. */
const ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
/** 128 bits in 26 characters, then two that check them. */
const BODY = 26;
const LENGTH = 28;
/** Characters that stand together as a person reads them. */
const GROUP = 4;
/** The largest prime below 32²: any one wrong character and any two neighbours swapped change the remainder. */
const MODULUS = 1021n;

const numberIn = (body: string) =>
  [...body].reduce((sum, character) => sum * 32n + BigInt(ALPHABET.indexOf(character)), 0n);

function checkOf(value: bigint): string {
  const remainder = Number(value % MODULUS);
  return `${ALPHABET.charAt(remainder >> 5)}${ALPHABET.charAt(remainder & 31)}`;
}

/** A recovery code as a person keeps it, seven groups of four, from its sixteen bytes. Throws for another length. */
export function recoveryCodeOf(bytes: Uint8Array): string {
  if (bytes.length !== 16) throw new TypeError("a recovery code has sixteen bytes");
  const value = bytes.reduce((sum, byte) => (sum << 8n) | BigInt(byte), 0n);
  let body = "";
  for (let rest = value, left = BODY; left > 0; left -= 1, rest /= 32n)
    body = ALPHABET.charAt(Number(rest % 32n)) + body;
  return (body + checkOf(value)).replace(/(.{4})(?!$)/g, "$1-");
}

type CodeProblem = "recovery_code_length" | "recovery_code_character" | "recovery_code_typo";
export type ParsedCode =
  | { readonly bytes: Bytes }
  | { readonly problem: CodeProblem; readonly values: Record<string, string | number> };

/** What a person typed, with what is easily confused put right: O for 0, I and L for 1, any case, spaces and hyphens. */
function normalised(typed: string): string {
  return typed
    .toUpperCase()
    .replace(/[\s\p{Pd}_.]/gu, "")
    .replaceAll("O", "0")
    .replace(/[IL]/g, "1");
}

/** The number in a code of the right length, or null where its check characters do not fit. */
function valueIn(code: string): bigint | null {
  const value = numberIn(code.slice(0, BODY));
  return checkOf(value) === code.slice(BODY) && value >> 128n === 0n ? value : null;
}

/** The code with other characters from this place on. */
const changed = (code: string, at: number, characters: string) =>
  code.slice(0, at) + characters + code.slice(at + characters.length);

/**
 * The groups, counted from 1, in one of which the mistake lies if it is a single one: there alone another character, or
 * two neighbours changed back, would make the code right. Empty where no single mistake explains it.
 */
function suspectGroups(code: string): number[] {
  const groups = new Set<number>();
  for (const [at, character] of [...code].entries()) {
    const swapped = changed(code, at, `${code.charAt(at + 1)}${character}`);
    const repaired = [...ALPHABET].some((other) => valueIn(changed(code, at, other)) !== null);
    if (repaired || (at + 1 < LENGTH && valueIn(swapped) !== null)) groups.add(Math.floor(at / GROUP) + 1);
  }
  return [...groups];
}

/** The sixteen bytes of a typed code, or what is wrong with it. */
export function parseRecoveryCode(typed: string): ParsedCode {
  const code = normalised(typed);
  const stranger = [...code].find((character) => !ALPHABET.includes(character));
  if (stranger !== undefined) return { problem: "recovery_code_character", values: { character: stranger } };
  if (code.length !== LENGTH) return { problem: "recovery_code_length", values: { count: code.length } };
  const value = valueIn(code);
  if (value === null) {
    const groups = suspectGroups(code);
    return { problem: "recovery_code_typo", values: { count: groups.length, groups: groups.join(", ") } };
  }
  return {
    bytes: Uint8Array.from({ length: 16 }, (_, index) => Number((value >> BigInt(8 * (15 - index))) & 255n)),
  };
}
