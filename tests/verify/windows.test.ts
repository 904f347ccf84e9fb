import { describe, expect, it } from "vitest";
import type { ManifestAct } from "@/domain/anonymity/manifest";
import { ballotDatabase, registryDatabase } from "@/tests/support/databases";
import { actsOf, logOfActs } from "@/tests/support/record";
import { afterARound } from "@/tests/support/windows";
import { verified } from "@/verify/verify";

const play = await afterARound(await registryDatabase(), await ballotDatabase(), 1);
await play.open();
await play.close();
const record = await play.as(null).receipts.record({ slug: play.slug, number: 1 });
const acts = actsOf(record.manifest);
const [enrolment, round, roundClosed, window, windowClosed] = acts;
if (
  enrolment === undefined ||
  round?.kind !== "roundOpened" ||
  roundClosed?.kind !== "roundClosed" ||
  window?.kind !== "windowOpened" ||
  windowClosed?.kind !== "windowClosed"
)
  throw new Error("the manifest has other entries");
const before = [enrolment, round, roundClosed];

const faultsOf = (...all: ManifestAct[]) =>
  verified(JSON.stringify({ ...record, manifest: logOfActs(play, all) }), null).faults;

describe("the program that checks a record", () => {
  it("[W30] reads a manifest in which windows were opened and closed", () => {
    expect(verified(JSON.stringify(record), null).faults).toEqual([]);
  });

  it.each<[string, ManifestAct[], RegExp]>([
    ["opened again", [window, window], /opens a round a second time/],
    ["opened with the key of a round", [{ ...window, roundId: play.roundId }], /second time/],
    ["closed again", [window, windowClosed, windowClosed], /has closed/],
    ["closed before it opened", [windowClosed], /not opened/],
    ["closed as a round", [window, { ...windowClosed, kind: "roundClosed" }], /what no entry does/],
    ["opened as a round", [{ ...round, roundId: window.roundId, number: 2 }], /with the key of a window/],
  ])("[W30] finds a window that was %s", (_, added, sentence) => {
    expect(faultsOf(...before, ...added).join("\n")).toMatch(sentence);
  });

  it("[W30] takes no window for the record's round", () => {
    const asRound = { ...record, round: { id: window.roundId, number: 1 } };
    expect(verified(JSON.stringify(asRound), null).faults).toContain("The manifest never opened this round.");
  });
});
