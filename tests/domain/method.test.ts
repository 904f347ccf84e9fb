import { readdirSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { LADDER_KINDS, workedRows } from "@/domain/method/ladders";
import { measureGroups } from "@/domain/method/measures";
import { methodSections } from "@/domain/method/method";
import type { Block, Wording } from "@/domain/report/document";
import { LADDERS } from "@/domain/report/ladder";
import { DISCLOSURE_RULES } from "@/domain/report/report";
import { worded } from "@/domain/report/wording";
import { english } from "../support/english";

const sections = methodSections();
const blocks = sections.flatMap((section) => section.blocks);
const tables = blocks.flatMap((block) => (block.kind === "table" ? [block.table] : []));

/** As it reads, wherever lines may break. A missing sentence or value throws. */
const words = (wording: Wording) =>
  worded(wording, { translate: english, locale: "en" }).replaceAll("\u00a0", " ");

function wordingsOf(block: Block): readonly Wording[] {
  if (block.kind === "paragraph") return block.sentences;
  if (block.kind === "list") return block.entries;
  if (block.kind !== "table") throw new Error(`the method page holds a ${block.kind}`);
  const { caption, columns, rows } = block.table;
  return [caption, ...columns, ...rows.flatMap(({ heading, cells }) => [heading, ...cells])];
}

const printed = [...sections.map(({ heading }) => heading), ...blocks.flatMap(wordingsOf)].map(words);

/** The rows of a table as they are printed, headings first. */
const rowsOf = (id: string): string[][] =>
  (tables.find((table) => table.id === id)?.rows ?? []).map(({ heading, cells }) =>
    [heading, ...cells].map(words),
  );

describe("ladders on the method page", () => {
  it.each(LADDER_KINDS)(
    "[F60] every row of %s has an example that the code finds to be of that row",
    (kind) => {
      expect(workedRows(kind).map(({ row }) => row)).toEqual(LADDERS[kind]);
    },
  );

  it.each(LADDER_KINDS)(
    "[F60] the table of %s gives phrase, figures, example and what is written",
    (kind) => {
      const rows = rowsOf(`ladder-${kind}`);
      expect(rows).toHaveLength(LADDERS[kind].length);
      for (const row of rows) {
        expect(row).toHaveLength(4);
        const [phrase = "", , , written = ""] = row;
        for (const part of phrase.split("…")) expect(written).toContain(part.replace(/^;/, "").trim());
      }
    },
  );

  it("[F60] every ladder of the product stands there", () => {
    expect([...LADDER_KINDS].toSorted()).toEqual(Object.keys(LADDERS).toSorted());
  });
});

describe("measures on the method page", () => {
  const groups = measureGroups();
  const measures = groups.flatMap((group) => group.measures);

  it("[F61] every file that computes a measure has one explained, with its source", () => {
    const files = readdirSync("domain/consensus")
      .filter((name) => name.endsWith(".ts"))
      .map((name) => name.replace(/\.ts$/, ""));
    const explained = new Set(measures.flatMap(({ file }) => (file === null ? [] : [file])));
    expect([...explained].toSorted()).toEqual(files.toSorted());
    for (const file of files) expect(printed).toContain(english(`method.sources.${file}`, {}));
  });

  it("[F61] each says what it tells, and comes to something in each example", () => {
    for (const { id, measures: own } of groups)
      for (const row of rowsOf(`measures-${id}`)) {
        expect(row).toHaveLength(2 + (own[0]?.values.length ?? 0));
        expect(row).not.toContain("not given");
      }
    expect(groups.flatMap(({ id }) => rowsOf(`measures-${id}`))).toHaveLength(measures.length);
  });

  it("[F61] gives the figures of the examples as anybody may work them out", () => {
    const values = Object.fromEntries(
      groups.flatMap(({ id }) => rowsOf(`measures-${id}`)).map(([name = "", , ...own]) => [name, own]),
    );
    // 24 and 12 of 40; answer 20 and 21 of 4, 8, 4, 15, 9; 18 − 12 of 40; 22 + 8 of 40; 6 + 28 of 40; 28 and 38 of 50.
    expect(values["Favourable share F"]).toEqual(["60.0 %"]);
    expect(values["Opposed share O"]).toEqual(["30.0 %"]);
    expect(values.Median).toEqual(["support"]);
    expect(values.Lead).toEqual(["15.0 points"]);
    expect(values["Pairwise matrix"]?.[0]).toBe("A over B 30, A over C 32, B over C 32");
    expect(values["Condorcet winner"]).toEqual(["A", "none"]);
    expect(values["Smith set"]).toEqual(["A", "A, B, C"]);
    expect(values["Percentage agreement"]).toEqual(["85.0 %"]);
    expect(values["Bounds for the silent"]).toEqual(["56 to 76 %"]);
  });
});

describe("the method page", () => {
  it("[F62] every sentence of it is worded, and no two parts, tables or rows of a table bear one name", () => {
    for (const sentence of printed) expect(sentence.trim()).not.toBe("");
    const ids = [...sections.map(({ id }) => id), ...tables.map(({ id }) => id)];
    expect(new Set(ids).size).toBe(ids.length);
    for (const { id, rows } of tables)
      expect(new Set(rowsOf(id).map(([heading]) => heading)).size).toBe(rows.length);
  });

  it("[F62] goes from what a finding is to how small numbers are protected", () => {
    expect(sections.filter(({ level }) => level === 2).map(({ id }) => id)).toEqual([
      "finding",
      "ladders",
      "measures",
      "movement",
      "thresholds",
      "safeguards",
      "refusals",
      "small-numbers",
    ]);
  });

  it("[F63] says of consensus that it was reached nowhere but among what it refuses to say", () => {
    const claims = printed.filter((text) =>
      /consensus (was|is|has been|had been)? ?(reached|achieved)/i.test(text),
    );
    expect(claims).toEqual([english("method.refusals.consensus", {})]);
  });

  it("[F64] shows what small numbers become, and that words which rest on them never claim more", () => {
    const [first = [], second = []] = rowsOf("protected");
    expect(first.slice(1, 4)).toEqual(["10", "one or two", "8 or 9 (not shown)"]);
    expect(first[5]).toBe(first[4]);
    expect(second[4]).toBe("participants widely agreed");
    expect(second[5]).toBe("participants largely agreed");
  });

  it("[F64] prints the rules by which small numbers are protected as the report does", () => {
    for (const rule of DISCLOSURE_RULES) expect(printed).toContain(english(`report.disclosure.${rule}`, {}));
  });
});
