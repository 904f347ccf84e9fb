import { createHash } from "node:crypto";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { makeThemeRelease, parseThemeRelease } from "@/domain/disclosure/release";
import { signedBytes } from "@/domain/edition/signed";
import { plain } from "@/domain/findings/message";
import { annexRows } from "@/domain/report/annex";
import { reportOf } from "@/domain/report/report";
import { themeBlocks, themeEvidence } from "@/domain/report/themes";
import { applied, type Change, type Codings, NO_CHANGE } from "@/domain/themes/coding";
import { codingsOf, differenceOf, notedAfter } from "@/domain/themes/floor";
import { countsOf } from "@/domain/themes/progress";
import { english } from "@/tests/support/english";
import { facts, language } from "@/tests/support/report-facts";

const id = (n: number) => `00000000-0000-4000-8000-00000000000${n}`;
const ANSWERS = [
  { id: id(1), wording: "Be open about cost", count: 15 },
  { id: id(2), wording: "Go slowly", count: 6 },
  { id: id(3), wording: "Wait", count: 1 },
];
const item = (release: ReturnType<typeof makeThemeRelease>) => ({
  round: 1,
  agendaQuestionId: "q1",
  itemId: "text",
  prompt: "Why?",
  release,
});
const signedReport = (release: ReturnType<typeof makeThemeRelease>) => {
  const rounds = facts.rounds.map((round) => ({ ...round, themes: [item(release)] }));
  const report = reportOf({ ...facts, rounds });
  const content = { of: "report", kind: "final", report, letter: null, corrigendum: null } as const;
  return { report, hash: createHash("sha256").update(signedBytes(content)).digest("hex") };
};
const noted = (...counts: number[]) =>
  counts.map((count, index) => ({ id: id(index + 4), wording: `Point ${index}`, count }));

describe("coding notes beside answers", () => {
  const ids = Array.from({ length: 8 }, (_, index) => id(index));
  const [themeIds, answers, notes] = [ids.slice(0, 2), new Set(ids.slice(2, 5)), new Set(ids.slice(5))];
  const themes = themeIds.map((of, index) => ({ id: of, number: index + 1, wording: `Theme ${index}` }));
  const coding = fc.record({
    answerId: fc.constantFrom(...answers, ...notes),
    themeId: fc.constantFrom(...themeIds, null),
  });
  const drawn = fc.record({
    codings: fc.uniqueArray(coding, { selector: ({ answerId, themeId }) => `${answerId} ${themeId}` }),
    set: fc.array(coding),
    clear: fc.array(coding),
    removed: fc.subarray(themeIds),
  });

  it("[Z10] no change of notes changes what is counted of answers, nor the other way round", () => {
    fc.assert(
      fc.property(drawn, ({ codings, set, clear }) => {
        const before: Codings = { themes, codings };
        const ofNotes: Change = {
          ...NO_CHANGE,
          set: set.filter(({ answerId }) => notes.has(answerId)),
          clear: clear.filter(({ answerId }) => notes.has(answerId)),
        };
        const after = applied(before, ofNotes);
        expect(countsOf(codingsOf(after, answers))).toEqual(countsOf(codingsOf(before, answers)));
        const ofAnswers = { ...NO_CHANGE, set, clear };
        for (const { answerId } of notedAfter(codingsOf(before, notes), ofAnswers, notes))
          expect(notes.has(answerId)).toBe(true);
      }),
    );
  });

  it("[Z9] what a change took from notes and gave them is its exact inverse", () => {
    fc.assert(
      fc.property(drawn, ({ codings, set, clear, removed }) => {
        const { codings: before } = codingsOf({ themes, codings }, notes);
        const change = { ...NO_CHANGE, set, clear, remove: removed };
        const after = notedAfter({ themes, codings: before }, change, notes);
        const { gone, made } = differenceOf(before, after);
        const back = notedAfter({ themes, codings: after }, { ...NO_CHANGE, set: gone, clear: made }, notes);
        const keys = (all: Codings["codings"]) => all.map((one) => JSON.stringify(one)).toSorted();
        expect(keys(back)).toEqual(keys(before));
      }),
    );
  });
});

describe("what is released and said of notes", () => {
  it("[Z14] is counted from three on; of one and two neither number nor wording is kept, nor how many notes there were", () => {
    const { floor } = makeThemeRelease(ANSWERS, 34, noted(3, 2, 9, 1, 0));
    expect(floor).toEqual({
      themes: [
        { id: id(6), wording: "Point 2", noted: 9 },
        { id: id(4), wording: "Point 0", noted: 3 },
      ],
      pooled: true,
    });
    expect(makeThemeRelease(ANSWERS, 34, noted(2)).floor).toEqual({ themes: [], pooled: true });
    expect(makeThemeRelease(ANSWERS, 34, noted(3, 0)).floor?.pooled).toBe(false);
    // In an order that does not tell which was found first.
    const alike = noted(3, 3, 3);
    expect(makeThemeRelease(ANSWERS, 34, alike.toReversed()).floor).toEqual(
      makeThemeRelease(ANSWERS, 34, alike).floor,
    );
  });

  it("[Z14] a stored count of one or two, or a table of nothing, is read by nobody", () => {
    const release = makeThemeRelease(ANSWERS, 34, noted(3));
    expect(parseThemeRelease(JSON.parse(JSON.stringify(release)))).toEqual(release);
    const [theme] = release.floor?.themes ?? [];
    for (const floor of [
      { themes: [{ ...theme, noted: 2 }], pooled: false },
      { themes: [], pooled: false },
      { themes: [], pooled: true, notes: 5 },
    ])
      expect(() => parseThemeRelease({ ...release, floor })).toThrow();
  });

  it("[Z10] leaves the table of the answers as it is, whatever is noted", () => {
    fc.assert(
      fc.property(fc.array(fc.nat(40), { maxLength: 5 }), fc.nat(60), (counts, answered) => {
        const without = makeThemeRelease(ANSWERS, answered);
        expect(makeThemeRelease(ANSWERS, answered, noted(...counts)).table).toEqual(without.table);
      }),
    );
  });

  it("[Z15] without notes a release, and the report that is signed with it, are byte for byte what they were before there were notes", () => {
    // Both were made by the version before this one.
    const before =
      '{"version":1,"rules":{"disclosure":"disclosure-1","ladder":"ladder-1"},"table":{"kind":"themes","answered":34,"themes":[{"id":"00000000-0000-4000-8000-000000000001","wording":"Be open about cost","raised":{"kind":"count","count":15}},{"id":"00000000-0000-4000-8000-000000000002","wording":"Go slowly","raised":{"kind":"count","count":6}}],"pooled":true}}';
    const hash = "5a4362099d93cbc15abbd34bd06e15c05a06c536f148dca6dc935c1401316b7b";
    for (const made of [
      makeThemeRelease(ANSWERS, 34),
      makeThemeRelease(ANSWERS, 34, noted(0, 0)),
      parseThemeRelease(JSON.parse(before)),
    ]) {
      expect(JSON.stringify(made)).toBe(before);
      expect(signedReport(made).hash).toBe(hash);
    }
    expect(signedReport(makeThemeRelease(ANSWERS, 34, noted(3))).hash).not.toBe(hash);
  });

  it("[Z16] stands after the answers, in a sentence and a table of its own, and no phrase is chosen for it", () => {
    const without = themeBlocks(item(makeThemeRelease(ANSWERS, 34)), []);
    const blocks = themeBlocks(item(makeThemeRelease(ANSWERS, 34, noted(4, 1))), []);
    expect(blocks.slice(0, without.length)).toEqual(without);
    const [said, table, ...more] = blocks.slice(without.length);
    expect(more).toEqual([]);
    expect(said?.kind === "paragraph" && said.sentences.map((one) => plain(one, english))).toEqual([
      "What was said in the room was noted without names, and the notes were grouped under the same themes. They are counted apart: an intervention is no answer, and a delegation may have spoken more than once.",
      "Other points were also noted from the floor.",
    ]);
    expect(table?.kind === "table" && table.table).toMatchObject({
      id: "round-1-text-floor",
      of: "figures",
      rows: [{ heading: "Point 0", cells: [{ key: "findings.cells.count", values: { count: 4 } }] }],
    });
    const evidence = (release: ReturnType<typeof makeThemeRelease>) => themeEvidence([item(release)]);
    expect(evidence(makeThemeRelease(ANSWERS, 34, noted(4)))).toEqual(
      evidence(makeThemeRelease(ANSWERS, 34)),
    );
  });

  it("[Z16] is said where too few answered too, and where every point was rare", () => {
    const few = themeBlocks(item(makeThemeRelease(ANSWERS, 4, noted(3))), []);
    expect(few).toHaveLength(3);
    const rare = themeBlocks(item(makeThemeRelease(ANSWERS, 34, noted(2))), []).at(-1);
    expect(rare?.kind === "paragraph" && plain(rare.sentences[1] ?? { key: "", values: {} }, english)).toBe(
      "Points were noted from the floor once or twice each; they are not listed.",
    );
  });

  it("[Z17] is in the data as a count with its bounds and without an n, and only where there is one", () => {
    const rowsOf = (release: ReturnType<typeof makeThemeRelease>) =>
      annexRows(signedReport(release).report, language).filter(({ column }) => column === "From the floor");
    expect(rowsOf(makeThemeRelease(ANSWERS, 34))).toEqual([]);
    expect(rowsOf(makeThemeRelease(ANSWERS, 34, noted(4)))).toMatchObject([
      { round: 1, row: "Point 0", shown: "4", status: "count", lower: 4, upper: 4, n: null },
    ]);
  });
});
