import { execFile } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { assert, integer, nat, property } from "fast-check";
import { describe, expect, it } from "vitest";
import { recoveryCodeOf } from "@/domain/anonymity/recovery-code";
import type { Answers } from "@/domain/questionnaire/questionnaire";
import type { RoundRecord } from "@/server/receipts/queries";
import { ballotDatabase, registryDatabase } from "@/tests/support/databases";
import { someAnswers } from "@/tests/support/questionnaire";
import { publishedRound } from "@/tests/support/record";
import { INPUTS, ROOTS } from "@/tests/support/rfc6962";
import { countTamperings, manifestTamperings } from "@/tests/support/tampering";
import { Unreadable } from "@/verify/record";
import { rootOf } from "@/verify/tree";
import { verified } from "@/verify/verify";

/** The first answers only one item; every other text says something of its own. */
const answersOf = (index: number): Answers =>
  index === 0
    ? { model: { kind: "choice", option: "one" } }
    : {
        ...someAnswers(index % 5),
        why: { kind: "text", text: `“${index}” – naïve\n\t😀`, consent: "mayBeReflected" },
      };

const { play, record } = await publishedRound(await registryDatabase(), await ballotDatabase(), answersOf);
const codeOf = (index: number) => recoveryCodeOf(play.nth(index).code);
const saved = (index: number) =>
  JSON.stringify({ version: 1, roundId: play.roundId, answers: answersOf(index) });

const faultsOf = (changed: object) => verified(JSON.stringify(changed), null).faults;

describe("the program that checks a record", () => {
  it.each(ROOTS.map((root, count) => [count, root] as const))(
    "[A10] makes RFC 6962's root of %i inputs",
    (count, root) => {
      expect(rootOf(INPUTS.slice(0, count).map((input) => Buffer.from(input, "hex"))).toString("hex")).toBe(
        root,
      );
    },
  );

  it("[A148] finds nothing wrong with a genuine record, and prints the fingerprint that everybody was given", async () => {
    const { lines, faults } = verified(JSON.stringify(record), null);
    expect(faults).toEqual([]);
    const { fingerprint } = await play.as(null).consultations.publicPage({ slug: play.slug });
    expect(lines.join("\n")).toContain(fingerprint?.join(" "));
    expect(lines).toContain("10 seats invited, 10 credentials issued, 0 replaced, 10 responses received.");
    expect(lines).toContain("46 leaves of 5 questions.");
  });

  it("[A148] finds each participant's answers from the code and the saved file, and no other's", () => {
    for (const index of play.participants.keys()) {
      const found = verified(JSON.stringify(record), { code: codeOf(index), answers: saved(index) });
      expect(found.faults).toEqual([]);
      const count = Object.keys(answersOf(index)).length;
      expect(found.lines).toContain(`${count} of your ${count} answers are among the leaves.`);
    }
    const other = verified(JSON.stringify(record), { code: codeOf(1), answers: saved(2) });
    expect(other.faults).toEqual([
      "Your answer to “How far do you support each?” (support) is not among the leaves.",
      "Your answer to “Why?” (why) is not among the leaves.",
    ]);
    expect(
      verified(JSON.stringify(record), { code: recoveryCodeOf(new Uint8Array(16)), answers: saved(1) })
        .faults,
    ).toHaveLength(5);
  });

  it("[A149] finds any changed character of any entry", () => {
    assert(
      property(nat(), nat(), integer({ min: 1, max: 60 }), (entry, place, step) => {
        const index = entry % record.manifest.length;
        const { payload = "", signature = "" } = record.manifest[index] ?? {};
        const where = place % payload.length;
        const other = String.fromCharCode(33 + ((payload.charCodeAt(where) - 33 + step) % 94));
        const changed = { payload: payload.slice(0, where) + other + payload.slice(where + 1), signature };
        expect(faultsOf({ ...record, manifest: record.manifest.with(index, changed) })).not.toEqual([]);
      }),
    );
  });
});

describe("a record that was changed", () => {
  it.each([...manifestTamperings(play, record), ...countTamperings(record)])(
    "[A149] %s: is said in a sentence",
    (_, tampered, sentence) => {
      expect(faultsOf(tampered).some((fault) => sentence.test(fault))).toBe(true);
    },
  );

  it("[A149] that is no record is said to be none, whichever part is missing", () => {
    const parts = Object.keys(record) as (keyof RoundRecord)[]; // the members of a plain object
    for (const part of parts) {
      const { [part]: _, ...rest } = record;
      expect(() => verified(JSON.stringify(rest), null)).toThrow(Unreadable);
    }
    for (const text of ["", "[]", "null", "{}"]) expect(() => verified(text, null)).toThrow(Unreadable);
    const own = { code: codeOf(1), answers: saved(1) };
    for (const wrong of [
      { ...own, code: own.code.slice(1) },
      { ...own, code: own.code.replace(/.$/, (last) => (last === "0" ? "1" : "0")) },
      { ...own, answers: "{" },
      { ...own, answers: saved(1).replace(play.roundId, "another") },
    ])
      expect(() => verified(JSON.stringify(record), wrong)).toThrow(Unreadable);
  });
});

describe("npm run verify", () => {
  const home = mkdtempSync(join(tmpdir(), "tour-de-table-verify-"));
  const written = (name: string, text: string) => {
    writeFileSync(join(home, name), text);
    return join(home, name);
  };
  /** Runs the command with this on its standard input. */
  const run = (typed: string, ...args: readonly string[]) =>
    new Promise<{ code: number | null; said: string }>((resolve) => {
      const child = execFile(process.execPath, ["bin/run.mjs", "verify", ...args], (_error, out, err) =>
        resolve({ code: child.exitCode, said: out + err }),
      );
      child.stdin?.end(typed);
    });

  it("[A148, A149] ends with 0 where nothing is wrong, with 1 after its faults, with 2 where it could not check", async () => {
    const genuine = written("record.json", JSON.stringify(record));
    const [, tampered] = countTamperings(record)[0] ?? [];
    const answers = written("answers.json", saved(3));
    const [fine, faulty, lost] = await Promise.all([
      run(`${codeOf(3).toLowerCase()}\n`, "--release", genuine, "--code", "--answers", answers),
      run("", "--release", written("tampered.json", JSON.stringify(tampered))),
      run("", "--release", join(home, "nowhere.json")),
    ]);
    expect(fine).toMatchObject({ code: 0, said: expect.stringContaining("5 of your 5 answers are among") });
    expect(faulty).toMatchObject({ code: 1, said: expect.stringContaining("FAULT: “Which model?” (model)") });
    expect(lost).toMatchObject({ code: 2, said: expect.stringContaining("cannot be read") });
    rmSync(home, { recursive: true });
  });
});
