import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import type { Account } from "./account";

const OTHERS_MAY_PASS = 0o001;
/** Where another account finds what it cannot reach in the working copy. */
const ELSEWHERE = "/var/tmp";

/** Whether another account reaches this path: every folder above lets others pass. */
export function isReachable(path: string, account: Account): boolean {
  if (account === null) return true;
  for (let folder = dirname(resolve(path)); ; folder = dirname(folder)) {
    if (existsSync(folder) && (statSync(folder).mode & OTHERS_MAY_PASS) === 0) return false;
    if (folder === dirname(folder)) return true;
  }
}

/** A folder's place outside the working copy, the same for the same content. */
export function placeElsewhere(content: string): string {
  const name = createHash("sha256").update(content).digest("hex").slice(0, 16);
  return join(ELSEWHERE, `tour-de-table-${name}`);
}

/**
 * This folder, made if missing, where the account reaches it. Where a folder above bars it (root's home, say), one
 * outside, named in a note that stands where it would have been: without the note a new one is made.
 */
export function reachableFolder(directory: string, account: Account): string {
  const wanted = resolve(directory);
  mkdirSync(wanted, { recursive: true });
  if (isReachable(join(wanted, "file"), account)) return wanted;
  const note = join(wanted, "elsewhere.txt");
  if (!existsSync(note)) writeFileSync(note, placeElsewhere(`${wanted} ${process.pid} ${Date.now()}`));
  const elsewhere = readFileSync(note, "utf8");
  mkdirSync(elsewhere, { recursive: true, mode: 0o755 });
  return elsewhere;
}
