import { sql } from "drizzle-orm";
import { connectBallot } from "@/db/connect";
import { makeRelease } from "@/domain/disclosure/release";
import { findingsOf } from "@/domain/findings/finding";
import { tallyOf } from "@/server/releases/responses";
import { countingQuestionnaire } from "./counting-questionnaire";

// A process of its own that counts one stored round, so that its peak of memory is that of the count.
export type RoundCounted = {
  readonly rows: number;
  readonly tallySeconds: number;
  readonly disclosureSeconds: number;
  readonly findingsSeconds: number;
  /** The most that this process held at once, in bytes. */
  readonly peakBytes: number;
};

const [url, roundId] = process.argv.slice(2);
if (url === undefined || roundId === undefined) throw new Error("name the ballot database and the round");
const { db, end } = connectBallot(url);
await db.execute(sql`SELECT 1`); // connects before the clock runs
const started = performance.now();
const tally = await tallyOf(db, roundId, countingQuestionnaire);
const tallied = performance.now();
if (tally === null) throw new Error("the round has been dropped");
const seats = tally.responses;
const release = makeRelease(countingQuestionnaire, tally, { invited: seats, issued: seats, replaced: 0 }, {});
const released = performance.now();
findingsOf(countingQuestionnaire, release);
const found = performance.now();
const counted: RoundCounted = {
  rows: tally.responses,
  tallySeconds: (tallied - started) / 1_000,
  disclosureSeconds: (released - tallied) / 1_000,
  findingsSeconds: (found - released) / 1_000,
  peakBytes: process.resourceUsage().maxRSS * 1_024, // given in kibibytes
};
console.log(JSON.stringify(counted));
await end();
