import { createHash } from "node:crypto";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { canonicalJson } from "@/domain/anonymity/encoding";
import { citationOf, dublinCore } from "@/domain/edition/citation";
import { correctedBy, editionKind, editionNumberIn, latestStanding } from "@/domain/edition/edition";
import { editionMarkdown } from "@/domain/edition/markdown";
import {
  awaited,
  counting,
  grouped,
  type SignedContent,
  signedBytes,
  versionName,
} from "@/domain/edition/signed";
import { reportOf } from "@/domain/report/report";
import { facts, findings, language, questionnaire } from "../support/report-facts";

const hashOf = (content: SignedContent) => createHash("sha256").update(signedBytes(content)).digest("hex");

const report = reportOf(facts);
const [round] = facts.rounds;
if (round === undefined) throw new Error("no round");
const signedReport: SignedContent = { of: "report", kind: "final", report, letter: null, corrigendum: null };
const signedFindings: SignedContent = {
  of: "findings",
  roundId: "b2b5a1a4-1111-4111-8111-111111111111",
  questionnaire,
  release: round.release,
  findings,
  chosen: {},
};
const withdrawal: SignedContent = { of: "withdrawal", number: 1, edition: null, reason: "It was wrong." };

type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };
/** Every place of a value where a single text, number, yes or nothing stands, as a path. */
function leaves(value: Json, path: readonly string[] = []): (readonly string[])[] {
  if (value === null || typeof value !== "object") return [path];
  return Object.entries(value).flatMap(([key, part]: [string, Json]) => leaves(part, [...path, key]));
}

/** The value with another one at a place. */
function changedAt(value: Json, [key, ...rest]: readonly string[], to: Json): Json {
  if (key === undefined) return to;
  if (value === null || typeof value !== "object") throw new Error(`no place ${key}`);
  const entries = Object.entries(value).map(([name, part]: [string, Json]) => [
    name,
    name === key ? changedAt(part, rest, to) : part,
  ]);
  return Array.isArray(value) ? entries.map(([, part]) => part as Json) : Object.fromEntries(entries); // entries of a list keep their order
}

const asJson = (content: SignedContent): Json => JSON.parse(canonicalJson(content));

describe("a version", () => {
  it.each([
    ["findings", signedFindings],
    ["report", signedReport],
    ["withdrawal", withdrawal],
  ] as const)("[R61] is another one wherever its %s are changed", (_, content) => {
    const json = asJson(content);
    const paths = leaves(json);
    const before = hashOf(content);
    expect(hashOf(json as SignedContent)).toBe(before); // read back from JSON
    const place = fc.nat({ max: paths.length - 1 });
    const value = fc.oneof(fc.string(), fc.integer(), fc.boolean(), fc.constant(null));
    fc.assert(
      fc.property(place, value, (at, to) => {
        const changed = changedAt(json, paths[at] ?? [], to);
        const same = canonicalJson(changed) === canonicalJson(json);
        expect(hashOf(changed as SignedContent) === before).toBe(same); // any JSON is hashed alike
      }),
    );
  });

  it("[R61] is another one with a letter, as an interim edition and with a corrigendum", () => {
    const letter = {
      ...{ addressee: ["A"], reference: "", date: "2011-06-14", place: "", subject: "", agendaItem: "" },
      ...{ salutation: "", paragraphs: [], closing: "", signatories: [], annex: "" },
    };
    const versions = [
      signedReport,
      { ...signedReport, letter },
      { ...signedReport, kind: "interim" as const },
      { ...signedReport, corrigendum: "One figure was wrong." },
      signedFindings,
      withdrawal,
    ];
    expect(new Set(versions.map(hashOf)).size).toBe(versions.length);
  });

  const hash = fc.constantFrom("aa", "bb", "cc");
  const signature = fc.record({
    missionId: fc.constantFrom("one", "two", "three"),
    hash,
    withdrawn: fc.boolean(),
  });

  it("[R61] is signed by nobody who signed another, nor by whose signature was withdrawn", () => {
    const missions = [{ id: "one" }, { id: "two" }, { id: "three" }];
    fc.assert(
      fc.property(fc.array(signature), hash, (given, now) => {
        const missing = awaited(missions, given, now).map(({ id }) => id);
        for (const { id } of missions) {
          const signed = given.some((one) => one.missionId === id && one.hash === now && !one.withdrawn);
          expect(missing.includes(id)).toBe(!signed);
        }
        const others = given.map((one) => ({ ...one, hash: `${one.hash}dd` }));
        expect(counting(others, now)).toEqual([]);
        expect(awaited(missions, others, now)).toEqual(missions);
      }),
    );
  });

  it("[R61] is told apart by the first eight digits of its hash, in groups of four", () => {
    const whole = "b41e07c9".repeat(8);
    expect(versionName(whole)).toBe("b41e 07c9");
    expect(grouped(whole)).toBe(Array(8).fill("b41e 07c9").join(" "));
  });
});

describe("editions", () => {
  const standing = { withdrawal: null, corrigendum: null };
  const withdrawn = {
    withdrawal: { withdrawnAt: "2026-03-02T15:00:00.000Z", reason: "x" },
    corrigendum: null,
  };

  it("[R66] are interim while one planned round has not published its findings", () => {
    expect(editionKind([{ published: true }, { published: true }])).toBe("final");
    expect(editionKind([{ published: true }, { published: false }])).toBe("interim");
  });

  it("[R67] are read from the last that stands, whatever was withdrawn", () => {
    const three = { number: 3, ...withdrawn };
    expect(latestStanding([{ number: 1, ...standing }, { number: 2, ...standing }, three])?.number).toBe(2);
    expect(latestStanding([three])).toBeNull();
  });

  it("[R68] are corrected by the next one that says what was wrong, and by no other", () => {
    const all = [
      { number: 1, ...standing },
      { number: 2, ...standing, corrigendum: "A figure." },
      { number: 3, ...standing },
    ];
    expect(all.map((one) => correctedBy(one, all))).toEqual([2, null, null]);
    const withoutSecond = all.map((one) => (one.number === 2 ? { ...one, ...withdrawn } : one));
    expect(withoutSecond.map((one) => correctedBy(one, withoutSecond))).toEqual([null, null, null]);
  });
});

describe("an edition", () => {
  const edition = {
    report: { ...report, coHosts: ["Permanent Mission of Malaysia", "Permanent Mission of the Netherlands"] },
    ...{ number: 2, kind: "final" as const, publishedAt: "2011-01-20T02:00:00.000Z" },
    ...{
      address: "https://tour-de-table.example/reports/dsr/editions/2",
      corrigendum: "A figure was wrong.",
    },
    ...{ slug: "dsr", letter: null, hash: "b41e07c9", withdrawal: null },
    signatures: [],
  };

  it("[R72] is cited by its co-hosts, title, number, kind, date and address", () => {
    expect(citationOf(edition, language)).toBe(
      "Permanent Mission of Malaysia; Permanent Mission of the Netherlands: Defence sector reform: the UN’s role. Chair’s summary, edition 2 (final), 19 January 2011. https://tour-de-table.example/reports/dsr/editions/2",
    );
  });

  it("[R72] carries the elements of Dublin Core that apply, one creator for each co-host", () => {
    expect(dublinCore(edition, language, "en")).toEqual({
      "DC.title": "Defence sector reform: the UN’s role",
      "DC.creator": edition.report.coHosts,
      "DC.publisher": edition.report.coHosts,
      "DC.date": "2011-01-19",
      "DC.identifier": edition.address,
      "DC.language": "en",
      "DC.type": "Text",
      "DC.format": "text/html",
      "DC.description": "Final chair’s summary, edition 2: the UN’s role in <b>defence</b> sector reform",
      "DC.rights": "Compiled under the sole responsibility of the co-hosts.",
    });
  });

  it("[R74] says in Markdown its number, its kind and what it corrects, as text and never as mark-up", () => {
    const corrigendum = "The *second* figure.";
    const markdown = editionMarkdown({ ...edition, corrigendum }, language);
    expect(markdown).toContain("- **Edition**: 2 (final)\n");
    expect(markdown).toContain(
      "**Corrigendum. This edition replaces edition 1: The \\*second\\* figure.**\n",
    );
    expect(editionMarkdown({ ...edition, corrigendum: null }, language)).not.toContain("Corrigendum");
  });
});

it("[R67] an edition is read under its number, and under no other spelling of it", () => {
  expect(editionNumberIn("1")).toBe(1);
  expect(editionNumberIn("9999")).toBe(9999);
  const others = ["", "0", "01", "1e0", "0x1", " 1", "1 ", "+1", "1.0", "-1", "abc", "10000", "9".repeat(20)];
  expect(others.filter((text) => editionNumberIn(text) !== null)).toEqual([]);
});
