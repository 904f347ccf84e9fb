import { randomUUID } from "node:crypto";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { agreed, agreementOf, differing } from "@/domain/themes/agreement";
import { added, merged, setAside, split, toggled } from "@/domain/themes/changes";
import { closenessAmong } from "@/domain/themes/closeness";
import { applied, type Codings, freeNumber } from "@/domain/themes/coding";
import { daysLeft, destructionOf, isDue } from "@/domain/themes/destruction";
import { counted, countsOf, overlap, standings } from "@/domain/themes/progress";

const EMPTY: Codings = { themes: [], codings: [] };
const twoThemes = applied(applied(EMPTY, added("cost", "Be open about cost", EMPTY, ["a", "b", "c"])), {
  ...added("owner", "Put ownership first", EMPTY, ["c", "d"]),
});

describe("coding", () => {
  it("[C11] an answer may raise several themes, and pressing a theme again takes it off", () => {
    const more = applied(twoThemes, toggled(twoThemes, "a", "owner"));
    expect(more.codings.filter(({ answerId }) => answerId === "a")).toHaveLength(2);
    expect(applied(more, toggled(more, "a", "owner")).codings).toEqual(twoThemes.codings);
  });

  it("[C12] an answer is set aside without its themes, and a theme takes it back", () => {
    const aside = applied(twoThemes, setAside(twoThemes, "c"));
    expect(aside.codings.filter(({ answerId }) => answerId === "c")).toEqual([
      { answerId: "c", themeId: null },
    ]);
    const back = applied(aside, toggled(aside, "c", "cost"));
    expect(back.codings.filter(({ answerId }) => answerId === "c")).toEqual([
      { answerId: "c", themeId: "cost" },
    ]);
    expect(applied(aside, setAside(aside, "c")).codings.some(({ answerId }) => answerId === "c")).toBe(false);
  });

  it("[C13] the preview of a merge is what the merge then gives", () => {
    expect(overlap(twoThemes, ["cost", "owner"])).toEqual({ each: [3, 2], several: 1, together: 4 });
    const after = applied(twoThemes, merged(twoThemes, ["owner", "cost"], "Be open, and let owners lead"));
    expect(after.themes).toEqual([{ id: "cost", number: 1, wording: "Be open, and let owners lead" }]);
    expect(countsOf(after).get("cost")).toBe(4);
  });

  it("[C13] and so for any codings", () => {
    const pairs = fc.array(fc.tuple(fc.nat(8), fc.nat(3)), { maxLength: 40 });
    fc.assert(
      fc.property(pairs, fc.subarray([0, 1, 2, 3], { minLength: 2 }), (coded, chosen) => {
        const themes = [0, 1, 2, 3].map((n) => ({ id: `t${n}`, number: n + 1, wording: `${n}` }));
        const codings = coded.map(([answer, theme]) => ({ answerId: `a${answer}`, themeId: `t${theme}` }));
        const before = { themes, codings };
        const ids = chosen.map((n) => `t${n}`);
        const after = applied(before, merged(before, ids, "Both"));
        expect(countsOf(after).get(ids[0] ?? "")).toBe(overlap(before, ids).together);
      }),
    );
  });

  it("[C14] a split takes the chosen answers into a new theme and leaves the others", () => {
    const after = applied(twoThemes, split("cost", "early", "Say early what it costs", ["a", "c"]));
    expect([countsOf(after).get("cost"), countsOf(after).get("early"), countsOf(after).get("owner")]).toEqual(
      [1, 2, 2],
    );
  });

  it("[C15] a new theme has the smallest number that is free, which codes with it", () => {
    expect([freeNumber([]), freeNumber([1, 3]), freeNumber([2, 1])]).toEqual([1, 2, 3]);
  });

  it("[C16] every answer that may be reflected is to code, coded or set aside, and the others only read", () => {
    const answers = ["a", "b", "c", "d", "e"].map((id) => ({ id, mayBeReflected: id !== "e" }));
    const aside = applied(twoThemes, setAside(twoThemes, "d"));
    const also = { ...aside, codings: [...aside.codings, { answerId: "a", themeId: null }] };
    expect(counted(standings(answers, also))).toEqual({
      toCode: 0,
      coded: 3,
      setAside: 1,
      notToBeReflected: 1,
    });
  });
});

describe("the search and what looks close", () => {
  const answers = [
    { id: "a", text: "Les coûts doivent être connus avant toute décision." },
    { id: "b", text: "Costed options would help capitals to take a decision soon." },
    { id: "c", text: "Costed options would help capitals to decide sooner, we believe." },
    { id: "d", text: "National authorities should set the priorities from the start." },
  ];
  const closeness = closenessAmong(answers);

  it("[C17] finds answers by the beginnings of words, whatever their accents and capitals", () => {
    expect([...(closeness.search("COUTS décis") ?? [])]).toEqual(["a"]);
    expect([...(closeness.search("cost") ?? [])].toSorted()).toEqual(["b", "c"]);
    expect(closeness.search(" ")).toBeNull();
  });

  it("[C18] an answer looks close to the themes of answers like it, and nothing is coded by that", () => {
    const codings = applied(EMPTY, added("cost", "Be clear about means", EMPTY, ["b"]));
    const [, , c, d] = answers;
    if (c === undefined || d === undefined) throw new Error("four answers");
    expect(closeness.suggested(c, codings)).toEqual(["cost"]);
    expect(closeness.suggested(d, codings)).toEqual([]);
    expect(codings.codings).toEqual([{ answerId: "b", themeId: "cost" }]);
  });
});

describe("two coders", () => {
  const themes = [{ id: "cost", number: 1, wording: "Be open about cost" }];
  const coding = (answerId: string) => ({ answerId, themeId: "cost" });

  it("[C19] are compared on each pair of an answer and a theme, by four measures", () => {
    // Of ten answers both find the theme in four, neither in four, and each alone in one.
    const ids = Array.from({ length: 10 }, (_, index) => `${index}`);
    const first = ids.slice(0, 5).map(coding);
    const second = [...ids.slice(0, 4), "5"].map(coding);
    const { overall, byTheme } = agreementOf({ themes, first, second }, ids);
    expect(overall).toMatchObject({ units: 10, share: 0.8 });
    expect(overall.kappa).toBeCloseTo(0.6, 10);
    expect(overall.ac1).toBeCloseTo(0.6, 10);
    expect(overall.alpha).toBeCloseTo(1 - 0.2 / (100 / 190), 10);
    expect(byTheme).toEqual([{ themeId: "cost", ...overall }]);
    const two = [...themes, { id: "rare", number: 2, wording: "Rare" }];
    expect(agreementOf({ themes: two, first, second }, ids).overall).toMatchObject({ units: 10, share: 0.9 });
  });

  it("[C20] have settled what both say, and differ on every other answer that one of them coded", () => {
    const first = [coding("a"), coding("b")];
    const second = [coding("a"), { answerId: "c", themeId: null }];
    expect(agreed(first, second)).toEqual([coding("a")]);
    expect(differing(first, second)).toEqual(["b", "c"]);
  });

  it("[C19] agree wholly with themselves, where both categories were used", () => {
    const ids = [randomUUID(), randomUUID()];
    const first = ids.slice(1).map(coding);
    expect(agreementOf({ themes, first, second: first }, ids).overall).toEqual({
      units: 2,
      share: 1,
      kappa: 1,
      ac1: 1,
      alpha: 1,
    });
  });
});

describe("the destruction of open answers", () => {
  const closed = { closesAt: "2026-03-04T15:00:00.000Z", closedAt: "2026-03-04T15:00:00.000Z" };
  const open = { closesAt: "2026-05-01T15:00:00.000Z", closedAt: null };

  it("[C21] is due so many days after the last round closed, and not while a round may still close later", () => {
    const day = destructionOf([closed], 60);
    expect(day).toEqual({ at: "2026-05-03T15:00:00.000Z", certain: true, keptDays: 60 });
    expect(isDue(day, new Date("2026-05-03T14:59:59Z"))).toBe(false);
    expect(isDue(day, new Date("2026-05-03T15:00:00Z"))).toBe(true);
    const planned = destructionOf([closed, open], 60);
    expect(planned).toEqual({ at: "2026-06-30T15:00:00.000Z", certain: false, keptDays: 60 });
    expect(isDue(planned, new Date("2027-01-01T00:00:00Z"))).toBe(false);
    expect([destructionOf([], 60), isDue(null, new Date())]).toEqual([null, false]);
  });

  it("[C22] is counted down in whole days, the last begun one counted", () => {
    const at = "2026-05-03T15:00:00.000Z";
    const left = (now: string) => daysLeft(at, new Date(now));
    expect([
      left("2026-05-01T14:00:00Z"),
      left("2026-05-03T10:00:00Z"),
      left("2026-05-04T00:00:00Z"),
    ]).toEqual([3, 1, 0]);
  });
});
