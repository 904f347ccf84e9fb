import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { connectBallot } from "@/db/connect";
import { dropPartitions } from "@/server/ballots/partitions";
import type { RoundCounted } from "./count-round";
import { storedRound } from "./stored-round";

/** Responses in the round, from the fewest. The last needs about three gigabytes of disk. */
const SIZES = [1_000, 10_000, 100_000, 1_000_000];

/** Counts a round from a process of its own. */
async function countRound(url: string, roundId: string): Promise<RoundCounted> {
  const { stdout } = await promisify(execFile)(process.execPath, [
    "--conditions=react-server",
    "--import",
    "tsx",
    "bench/count-round.ts",
    url,
    roundId,
  ]);
  return JSON.parse(stdout) as RoundCounted; // printed by count-round.ts
}

const thousandths = (seconds: number) => Math.round(seconds * 1_000) / 1_000;

/**
 * Seconds of tally (stored rows read and counted), disclosure and findings of one round of twenty items, with the peak
 * memory of the process that counts, for each size; and how many times the seconds of the size before it takes.
 */
export async function measuredCounting(ballotUrl: string, say: (what: string) => void) {
  const { db, end } = connectBallot(ballotUrl);
  try {
    const { roundId, growTo } = await storedRound(db);
    const results = [];
    let before: number | null = null;
    for (const size of SIZES) {
      say(`Counting ${size} responses …`);
      await growTo(size);
      const { rows, tallySeconds, disclosureSeconds, findingsSeconds, peakBytes } = await countRound(
        ballotUrl,
        roundId,
      );
      if (rows !== size) throw new Error(`${rows} of ${size} responses were counted.`);
      const seconds = tallySeconds + disclosureSeconds + findingsSeconds;
      results.push({
        rows,
        tallySeconds: thousandths(tallySeconds),
        disclosureSeconds: thousandths(disclosureSeconds),
        findingsSeconds: thousandths(findingsSeconds),
        rowsPerSecond: Math.round(rows / seconds),
        peakMegabytes: Math.round(peakBytes / 1e6),
        timesTheSizeBefore: before === null ? null : Math.round((seconds / before) * 10) / 10,
      });
      before = seconds;
    }
    await dropPartitions(db, roundId);
    return results;
  } finally {
    await end();
  }
}
