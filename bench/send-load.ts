import { execFile } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import type { Load, LoadResult } from "./load";

/** Sends a load from a process of its own. Throws where a request was refused. */
export async function sendLoad(load: Load): Promise<LoadResult> {
  const directory = mkdtempSync(join(tmpdir(), "tour-de-table-load-"));
  const file = join(directory, "load.json");
  writeFileSync(file, JSON.stringify(load));
  try {
    const { stdout } = await promisify(execFile)(
      process.execPath,
      ["--import", "tsx", "bench/load.ts", file],
      {
        maxBuffer: 1 << 28,
      },
    );
    const result = JSON.parse(stdout) as LoadResult; // printed by load.ts
    if (result.failed > 0) throw new Error(`${result.failed} requests were refused.`);
    return result;
  } finally {
    rmSync(directory, { recursive: true, force: true });
  }
}

/** The value below which a share of the numbers lie. */
export function percentile(numbers: readonly number[], share: number): number {
  const sorted = [...numbers].sort((one, other) => one - other);
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0;
}

/** One decimal is more than these machines repeat. */
export const rounded = (number: number): number => Math.round(number * 10) / 10;
