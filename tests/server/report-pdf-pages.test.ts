import { describe, expect, it } from "vitest";
import type { Block } from "@/domain/report/document";
import { letterPdf } from "@/server/render/pdf/letter-pdf";
import { reportPdf } from "@/server/render/pdf/report-pdf";
import { readPdf } from "../support/pdf";
import { facts, language } from "../support/report-facts";
import { editionOf, HASH, letter, reportWith } from "../support/set-editions";

type Changes = Parameters<typeof editionOf>[0];
const read = (changes: Changes = {}) => readPdf(reportPdf(editionOf(changes), language));
const readLetter = (changes: Changes = {}, words = letter) =>
  readPdf(letterPdf(words, editionOf(changes), language));
const whole = read();
const { signatures } = editionOf();
const DRAFT = "Draft, not signed";
/** Enough for several pages. */
const MANY: Block[] = Array.from({ length: 120 }, () => ({
  kind: "paragraph",
  sentences: [{ key: "report.mandate.responsibility", values: {} }],
}));
const SIMULATED = "Demonstration: all answers are simulated";

describe("every page", () => {
  it("[R45] says which page of how many it is", async () => {
    const { pages } = await whole;
    expect(pages.length).toBeGreaterThan(3);
    for (const [index, page] of pages.entries())
      expect(page).toContain(`Page ${index + 1} of ${pages.length}`);
  });

  it.each([
    ["without a hash", { hash: null }, "Not signed"],
    ["without signatures", { signatures: [] }, DRAFT],
    [
      "that one co-host has yet to sign",
      { report: reportWith(MANY, { coHosts: facts.coHosts }), signatures: signatures.slice(1) },
      DRAFT,
    ],
    ["of simulated answers", { report: reportWith(MANY, { simulated: true }) }, SIMULATED],
    [
      "that was withdrawn",
      { withdrawal: { withdrawnAt: "2011-02-01T12:00:00.000Z", reason: "A table was wrong." } },
      "Withdrawn on 1 February 2011",
    ],
  ])("[R45] of an edition %s says so, as does its letter", async (_, changes, mark) => {
    const { pages } = await read({ report: reportWith(MANY), ...changes });
    for (const page of pages) expect(page).toContain(mark);
    for (const page of (await readLetter(changes)).pages) expect(page).toContain(mark);
  });

  it("[R45] of a signed edition says none of this", async () => {
    const { pages } = await whole;
    expect(pages.join(" ")).not.toMatch(/Draft|Not signed|Demonstration|Withdrawn/);
  });
});

describe("the title page", () => {
  it("[R46] tells co-hosts, edition, signatures with their days, address, hash and responsibility", async () => {
    const [first] = (await whole).pages;
    for (const words of [
      "Co-hosts Malaysia the Netherlands",
      "2 (final)",
      "Published 19 January 2011",
      "Permanent Mission of Malaysia, 18 January 2011",
      "Permanent Mission of the Netherlands, 19 January 2011",
      "https://tour-de-table.example/reports/dsr",
      HASH,
      "This report is compiled under the sole responsibility of the co-hosts.",
    ])
      expect(first).toContain(words);
  });

  it("[R46] tells why an edition was withdrawn, and what it corrects", async () => {
    const [first] = (
      await read({
        corrigendum: "Table 2 gave the figures of another item.",
        withdrawal: { withdrawnAt: "2011-02-01T12:00:00.000Z", reason: "A table was wrong." },
      })
    ).pages;
    expect(first).toContain("Withdrawn by the co-hosts on 1 February 2011. Reason: A table was wrong.");
    expect(first).toContain(
      "Corrigendum. This edition replaces edition 1: Table 2 gave the figures of another item.",
    );
  });
});

describe("one edition, one file", () => {
  it("[R47] the same data gives the same bytes, whatever was set in between", () => {
    const [report, transmittal] = [
      reportPdf(editionOf(), language),
      letterPdf(letter, editionOf(), language),
    ];
    reportPdf(editionOf({ number: 3, report: reportWith([]) }), language);
    expect(Buffer.compare(reportPdf(editionOf(), language), report)).toBe(0);
    expect(Buffer.compare(letterPdf(letter, editionOf(), language), transmittal)).toBe(0);
  });
});

describe("the body", () => {
  const paragraph: Block = {
    kind: "paragraph",
    sentences: [{ key: "report.mandate.responsibility", values: {} }],
  };
  const question: Block = { kind: "agendaQuestion", text: "What role?", attribution: "A/65/123" };

  it("[R48] numbers paragraphs and findings through the whole document, tables and figures likewise", async () => {
    const { tagged, pages } = await read({ report: reportWith([paragraph, paragraph, question, paragraph]) });
    const labels = tagged.filter(({ role, text }) => role === "Lbl" && /^\d+\.$/.test(text));
    expect(labels.map(({ text }) => text)).toEqual(["1.", "2.", "3."]);
    expect(pages.join(" ")).toContain("What role?");
    const captions = (await whole).tagged.flatMap(({ role, text }) =>
      role === "Caption" && text !== "" ? [text] : [],
    );
    const numbersOf = (label: string) =>
      captions.flatMap((text) => new RegExp(`^${label} (\\d+)\\.`).exec(text)?.[1] ?? []);
    for (const label of ["Table", "Figure"])
      expect(numbersOf(label)).toEqual(numbersOf(label).map((_, index) => String(index + 1)));
    expect(numbersOf("Table").length + numbersOf("Figure").length).toBe(captions.length);
  });

  it("[R48] goes over several pages with a chart that none would hold", async () => {
    const long = (index: number) =>
      `${index} ${"as long as a statement may be ".repeat(19)}the end of ${index}`;
    const row = { segments: [], neither: null, n: 9, noPosition: 0 };
    const rows = Array.from({ length: 12 }, (_, index) => ({
      ...row,
      statementId: `${index}`,
      statement: long(index),
    }));
    const { pages } = await read({
      report: reportWith([{ kind: "figure", caption: "Long", bars: { zero: 50, rows } }]),
    });
    for (const { statementId } of rows) expect(pages.join(" ")).toContain(`the end of ${statementId}`);
    expect(pages.length).toBeGreaterThan(4);
  });

  it("[R48] sets the words of the ladder apart in every finding", async () => {
    const { tagged } = await whole;
    const apart = tagged.filter(({ role }) => role === "Span").map(({ text }) => text);
    expect(apart).toContain("participants generally supported");
    expect(apart).toContain("too few responses to report");
  });

  it("[R48] quotes an agenda question as such, with whose words it is in a note", async () => {
    const { tagged } = await read({ report: reportWith([question]) });
    expect(tagged.some(({ role, text }) => role === "BlockQuote" && text.includes("What role?"))).toBe(true);
    expect(tagged.some(({ role, text }) => role === "Note" && text.includes("A/65/123"))).toBe(true);
  });
});

describe("the letter as PDF", () => {
  it("[R49] holds all that its form holds, in order, on one page", async () => {
    const { pages } = await readLetter();
    expect(pages).toHaveLength(1);
    const inOrder = [
      "Reference: TDT/2011/007",
      "New York, 14 June 2011",
      "H.E. Mr. Joseph Deiss President of the General Assembly United Nations, New York",
      `Subject: ${letter.subject}`,
      `Agenda item: ${letter.agendaItem}`,
      letter.salutation,
      ...letter.paragraphs,
      letter.closing,
      ...letter.signatories.map(({ name, title, mission }) => `${name} ${title} ${mission}`),
      `Annex: ${letter.annex}`,
    ];
    const places = inOrder.map((words) => pages[0]?.indexOf(words) ?? -1);
    expect(places.every((place) => place >= 0)).toBe(true);
    expect(places).toEqual(places.toSorted((one, other) => one - other));
  });

  it("[R49] is PDF/UA-1, by its signatories' missions and of its own day", async () => {
    const { metadata } = await readLetter();
    expect(metadata).toMatchObject({
      "pdfuaid:part": "1",
      Language: "en-GB",
      "dc:title": `Letter of transmittal: ${letter.subject}`,
      "dc:creator": ["Permanent Mission of Malaysia, Permanent Mission of the Netherlands"],
      CreationDate: "D:20110614000000Z",
    });
  });

  it("[R49] says nothing of what its form leaves empty", async () => {
    const bare = { ...letter, reference: "", agendaItem: "", date: "", place: "" };
    const { pages, metadata } = await readLetter({}, bare);
    expect(pages[0]).not.toMatch(/Reference|Agenda item|Invalid/);
    expect(metadata.CreationDate).toBe("D:20110119000000Z");
  });
});
