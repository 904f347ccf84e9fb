import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  type Arrangement,
  arrangementSchema,
  entriesOf,
  entryId,
  SUMMARY_PLACES,
} from "@/domain/summary/arrangement";
import { movedBeside, movedTo, withoutText, withText } from "@/domain/summary/arranging";
import { arranged, draftArrangement } from "@/domain/summary/draft";
import { barredFrom, type SummaryBasis } from "@/domain/summary/placing";
import { act, acted } from "../support/summary-acts";
import { basisOf, drawnBasis, keysIn, keysOf, roundOf, themeOf } from "../support/summary-basis";

const wanted = ({ evidence }: SummaryBasis) => evidence.map(({ key }) => key).toSorted();

const one = basisOf([roundOf(1)], [themeOf(1, "q1", "cost"), themeOf(1, "q2", "briefing")]);
const drafted = draftArrangement(one);

describe("the draft of a summary", () => {
  it("[R80] places each finding by the words in which it is said, and themes under concerns", () => {
    expect(keysIn(drafted, "convergence")).toEqual([
      "finding/1/scale/s0",
      "finding/1/scale/s1",
      "finding/1/scale/s2",
    ]);
    expect(keysIn(drafted, "concerns")).toEqual(["theme/1/text/cost"]);
    expect(keysIn(drafted, "roles")).toEqual(["finding/1/choice", "finding/1/approval"]);
  });

  it("[R80] places what answers the last of several agenda questions under the steps proposed", () => {
    expect(keysIn(drafted, "steps")).toEqual(["theme/1/text/briefing"]);
  });

  it("[R80] goes by the chair’s words where the chair chose others", () => {
    const evidence = one.evidence.map((each) =>
      each.key === "finding/1/scale/s1" && each.block.kind === "finding"
        ? {
            ...each,
            block: { ...each.block, sentences: [{ key: "findings.scale.noCommonView", values: {} }] },
          }
        : each,
    );
    expect(keysIn(draftArrangement({ ...one, evidence }), "divergence")).toContain("finding/1/scale/s1");
  });

  it("[R81] leaves too few responses, bare counts of open answers and what was asked again to the detail", () => {
    expect(keysIn(drafted, "annex")).toEqual(["finding/1/scale/s3", "finding/1/ranking", "finding/1/text"]);
    const two = draftArrangement(basisOf([roundOf(1), roundOf(2)]));
    const first = keysOf(two).filter((key) => key.startsWith("finding/1/"));
    for (const key of first) expect(keysIn(two, "annex")).toContain(key);
  });
});

describe("arranging", () => {
  it("[R82] never loses evidence and never repeats it, whatever is moved, written or deleted", () => {
    fc.assert(
      fc.property(drawnBasis, fc.array(act, { maxLength: 30 }), (basis, acts) => {
        const result = acts.reduce((now, each, nth) => acted(now, nth, each), draftArrangement(basis));
        expect(keysOf(result).toSorted()).toEqual(wanted(basis));
        expect(arrangementSchema.safeParse(result).success).toBe(true);
      }),
      { numRuns: 200 },
    );
  });

  it("[R82] keeps texts out of the annex, and texts alone can be deleted", () => {
    const text = { kind: "text", id: "0123456789", text: "Many points came together." } as const;
    const written = withText(drafted, text, "convergence", 1);
    expect(keysIn(written, "convergence")[1]).toBe("0123456789");
    expect(movedTo(written, text.id, "annex", 0)).toEqual(written);
    expect(withoutText(written, text.id)).toEqual(drafted);
    expect(withoutText(drafted, "finding/1/choice")).toEqual(drafted);
  });

  it("[R82] several go together before or after another, in their order", () => {
    const moved = movedBeside(drafted, ["finding/1/choice", "finding/1/approval"], "convergence", {
      id: "finding/1/scale/s0",
      side: "after",
    });
    expect(keysIn(moved, "convergence").slice(0, 3)).toEqual([
      "finding/1/scale/s0",
      "finding/1/choice",
      "finding/1/approval",
    ]);
    expect(keysIn(moved, "roles")).toEqual([]);
  });

  it("[R83] brings what is new to its default place, names it, and drops what is gone", () => {
    const before = movedTo(drafted, "theme/1/text/cost", "roles", 0);
    const later = basisOf([roundOf(1)], [themeOf(1, "q1", "cost"), themeOf(1, "q1", "time")]);
    const { arrangement, toPlace } = arranged(before, later);
    expect(toPlace).toEqual(["theme/1/text/time"]);
    expect(keysIn(arrangement, "concerns")).toEqual(["theme/1/text/time"]);
    expect(keysIn(arrangement, "roles")[0]).toBe("theme/1/text/cost");
    expect(keysIn(arrangement, "steps")).toEqual([]);
  });

  it("[R83] brings any stored arrangement up to all the evidence, each piece once and none where it is barred", () => {
    const entry = fc.oneof(
      fc.constantFrom(...wanted(one), "finding/9/gone").map((key) => ({ kind: "evidence" as const, key })),
      fc.constant({ kind: "text" as const, id: "0123456789", text: "And." }),
    );
    const stored = fc.record(
      Object.fromEntries(SUMMARY_PLACES.map((place) => [place, fc.array(entry, { maxLength: 6 })])),
    ) as fc.Arbitrary<Arrangement>; // a list for every place
    fc.assert(
      fc.property(stored, (before) => {
        const { arrangement } = arranged(before, one);
        expect(keysOf(arrangement).toSorted()).toEqual(wanted(one));
        for (const { entry: each, place } of entriesOf(arrangement)) {
          const found = one.evidence.find(({ key }) => key === entryId(each));
          if (found !== undefined) expect(barredFrom(found, place, one)).toBeNull();
        }
      }),
    );
  });
});
