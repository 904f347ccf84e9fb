import { execFile } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterAll, describe, expect, it } from "vitest";
import { backUpOne } from "@/bin/backup/save";
import { newKeyPair } from "@/bin/backup/sealing";
import { refusal } from "@/tests/support/backups";
import { newDatabase } from "@/tests/support/databases";

const folder = mkdtempSync(join(tmpdir(), "tour-de-table-tools-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const url = await newDatabase("registryCluster");
const { recipient } = await newKeyPair();

/** What a command says on standard error, with these variables and no others of ours. */
async function said(command: string, args: readonly string[], variables: Record<string, string>) {
  const { PATH = "" } = process.env;
  const all = ["--conditions=react-server", "--import", "tsx", `bin/${command}.ts`, ...args];
  const ended = await promisify(execFile)(process.execPath, all, {
    env: { NODE_ENV: "test", PATH, ...variables },
  }).catch((error: { stderr: string }) => error);
  return ended.stderr.trim();
}

/** Addresses in the place of the registry's: with another password, of another database, where nobody listens, and none. */
const amiss = (change: Partial<Pick<URL, "password" | "pathname" | "port">>) =>
  Object.assign(new URL(url), change).href;
const ADDRESSES = [
  [amiss({ password: "another" }), /refuses the role or the password/],
  [amiss({ pathname: "/nowhere" }), /no database of the name/],
  [amiss({ port: "9" }), /does not answer\. See that it runs/],
  ["postgres:password@host/registry", /DATABASE_URL must be a postgres:\/\/ address/],
] as const;

describe("what an operator's commands say", () => {
  it("[O63] names in a sentence what is wrong with an address, and shows neither it nor a stack", async () => {
    const commands = [
      ["migrate", []],
      ["backup", ["--registry", join(folder, "none.age")]],
      ["destroy-answers", []],
      ["audit-log", []],
      ["delete-consultation", ["--slug", "a", "--title", "b"]],
    ] as const;
    // Each with one of what can be wrong, and the last with the first again.
    const told = commands.map(async ([command, args], index) => {
      const [address, meaning] = ADDRESSES[index % ADDRESSES.length] ?? ADDRESSES[0];
      const variables = { DATABASE_URL: address, BALLOT_DATABASE_URL: address, BACKUP_RECIPIENT: recipient };
      const words = await said(command, args, variables);
      expect(words, command).toMatch(meaning);
      expect(words.split("\n")).toHaveLength(1);
      expect(words).not.toContain(new URL(url).password);
    });
    await Promise.all(told);
  }, 120_000);

  it("[O64] a backup is written over nothing but an encrypted file, whatever is asked", async () => {
    const key = join(folder, "key.txt");
    writeFileSync(key, "AGE-SECRET-KEY-1…");
    const asked = (file: string) => refusal(backUpOne("registry", url, { file, replace: true, recipient }));
    expect(await asked(key)).toMatch(/is no backup, and is not written over/);
    expect(await asked("/dev/null")).toMatch(/is no backup/);
    expect(readFileSync(key, "utf8")).toBe("AGE-SECRET-KEY-1…");
    const file = join(folder, "backup.age");
    expect(await asked(file)).toBe("done");
    const before = readFileSync(file);
    expect(await asked(file)).toBe("done");
    expect(readFileSync(file).equals(before)).toBe(false);
  });
});
