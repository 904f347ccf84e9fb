import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseRecoveryCode, recoveryCodeOf } from "@/domain/anonymity/recovery-code";

const ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
const sixteenBytes = fc.uint8Array({ minLength: 16, maxLength: 16 });
const code = sixteenBytes.map(recoveryCodeOf);

const parsed = (typed: string) => {
  const result = parseRecoveryCode(typed);
  return "bytes" in result ? Buffer.from(result.bytes).toString("hex") : result.problem;
};
const problemOf = (typed: string) => {
  const result = parseRecoveryCode(typed);
  return "problem" in result ? result.problem : null;
};

describe("the recovery code", () => {
  it("[A5] is read back as the bytes it was made of", () => {
    fc.assert(
      fc.property(sixteenBytes, (bytes) => {
        expect(parsed(recoveryCodeOf(bytes))).toBe(Buffer.from(bytes).toString("hex"));
      }),
    );
  });

  it("[A5] is written in seven groups of four, in letters that survive handwriting", () => {
    expect(recoveryCodeOf(new Uint8Array(16))).toBe("0000-0000-0000-0000-0000-0000-0000");
    fc.assert(
      fc.property(code, (written) => /^([0-9A-HJKMNP-TV-Z]{4}-){6}[0-9A-HJKMNP-TV-Z]{4}$/.test(written)),
    );
    expect(() => recoveryCodeOf(new Uint8Array(15))).toThrow(TypeError);
  });

  it("[A6] any one wrong character is found", () => {
    const position = fc.nat({ max: 27 });
    fc.assert(
      fc.property(code, position, fc.constantFrom(...ALPHABET), (written, at, wrong) => {
        const plain = written.replaceAll("-", "");
        fc.pre(plain[at] !== wrong);
        expect(problemOf(plain.slice(0, at) + wrong + plain.slice(at + 1))).toBe("recovery_code_typo");
      }),
      { numRuns: 500 },
    );
  });

  it("[A6] any two neighbours swapped are found", () => {
    fc.assert(
      fc.property(code, fc.nat({ max: 26 }), (written, at) => {
        const plain = written.replaceAll("-", "");
        const [one, other] = [plain.charAt(at), plain.charAt(at + 1)];
        fc.pre(one !== other);
        expect(problemOf(plain.slice(0, at) + other + one + plain.slice(at + 2))).toBe("recovery_code_typo");
      }),
      { numRuns: 500 },
    );
  });

  it("[A7] case, spaces, dashes, O for 0 and I or L for 1 are forgiven", () => {
    const bytes = Uint8Array.from({ length: 16 }, (_, index) => (index === 8 ? 1 : 0));
    const typed = recoveryCodeOf(bytes).replaceAll("0", "o").replaceAll("1", "l").replaceAll("-", " – ");
    expect(parsed(` ${typed}`)).toBe(Buffer.from(bytes).toString("hex"));
  });

  it("[A8] says whether the length, a character or the whole is wrong", () => {
    const written = recoveryCodeOf(new Uint8Array(16));
    expect(parseRecoveryCode(written.slice(0, -1))).toEqual({
      problem: "recovery_code_length",
      values: { count: 27 },
    });
    expect(parseRecoveryCode("")).toEqual({ problem: "recovery_code_length", values: { count: 0 } });
    expect(parseRecoveryCode(`${written.slice(0, -1)}U`)).toEqual({
      problem: "recovery_code_character",
      values: { character: "U" },
    });
    expect(problemOf(`${written.slice(0, -1)}1`)).toBe("recovery_code_typo");
  });

  /** The groups that a typed code is said to be wrong in. */
  const groupsOf = (typed: string) => {
    const result = parseRecoveryCode(typed);
    return "problem" in result ? String(result.values.groups).split(", ").map(Number) : [];
  };
  /** A code as typed with its characters from one place on changed. */
  const mistyped = (written: string, at: number, change: (characters: string) => string) => {
    const plain = written.replaceAll("-", "");
    return plain.slice(0, at) + change(plain.slice(at));
  };

  it("[A150] one wrong character is looked for in its own group, and in few others", () => {
    fc.assert(
      fc.property(code, fc.nat({ max: 27 }), fc.constantFrom(...ALPHABET), (written, at, wrong) => {
        const typed = mistyped(written, at, (rest) => wrong + rest.slice(1));
        fc.pre(typed !== written.replaceAll("-", ""));
        expect(groupsOf(typed)).toContain(Math.floor(at / 4) + 1);
      }),
      { numRuns: 60 },
    );
    const last = `${recoveryCodeOf(new Uint8Array(16)).slice(0, -1)}1`;
    expect(parseRecoveryCode(last)).toMatchObject({ values: { count: 2, groups: "5, 7" } });
  });

  it("[A150] two neighbours that changed places are looked for where the first of them stands", () => {
    fc.assert(
      fc.property(code, fc.nat({ max: 26 }), (written, at) => {
        const typed = mistyped(written, at, (rest) => `${rest.charAt(1)}${rest.charAt(0)}${rest.slice(2)}`);
        fc.pre(typed !== written.replaceAll("-", ""));
        expect(groupsOf(typed)).toContain(Math.floor(at / 4) + 1);
      }),
      { numRuns: 60 },
    );
  });

  it("[A150] where no single mistake explains it, no group is named", () => {
    // Two changes that no one change undoes.
    const typed = "1200-0000-0000-0000-0000-0000-0000";
    expect(parseRecoveryCode(typed)).toEqual({
      problem: "recovery_code_typo",
      values: { count: 0, groups: "" },
    });
  });

  it("[A8] a number of more than 128 bits is no code, even where its check characters fit", () => {
    // 8 in the first of 26 characters stands for 2¹²⁸, and 2¹²⁸ mod 1021 is what the last two say.
    const check = Number((1n << 128n) % 1021n);
    const typed = `8${"0".repeat(25)}${ALPHABET[check >> 5]}${ALPHABET[check & 31]}`;
    expect(problemOf(typed)).toBe("recovery_code_typo");
  });
});
