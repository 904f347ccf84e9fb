import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readSeats } from "@/domain/consultation/seat";
import { MOST_ROWS } from "@/domain/consultation/seat-rows";
import { textOfFile } from "@/domain/consultation/text-of-file";

const first = (delegation: string) => ({ delegation, place: 1 });
/** The delegation that each row of a text means, or the code of what is wrong with it. */
const read = (text: string) =>
  readSeats(text, []).rows.map(({ delegation, issue }) => delegation?.name ?? issue?.code);
const seatOf = (text: string) => readSeats(text, []).rows[0]?.adds[0];
const issueOf = (text: string) => readSeats(text, []).rows[0]?.issue;
const wholeIssue = (text: string) => {
  const { rows, issue } = readSeats(text, []);
  return { rows: rows.length, code: issue?.code };
};

describe("rows and columns", () => {
  it("[P8] reads names one to a line, blank lines aside, and keeps count of the lines", () => {
    expect(read("Malaysia\n\n  Slovakia  \r\n\r\nUSA\n")).toEqual([
      "Malaysia",
      "Slovakia",
      "United States of America",
    ]);
    expect(readSeats("Malaysia\n\nSlovakia", []).rows.map(({ line }) => line)).toEqual([1, 3]);
  });

  it("[P9] takes a first row that names a column of delegations for a header, in any order", () => {
    expect(read("Delegation,Group\nKenya,African")).toEqual(["Kenya"]);
    expect(read("Group;Ambassador;Country\nAfrican Group;Ms A.;Kenya")).toEqual(["Kenya"]);
    expect(read("Kenya\nDelegation")).toEqual(["Kenya", "seat_unknown"]);
    expect(read("Member State\nKenya")).toEqual(["Kenya"]);
    expect(read("Group,Member State\nAfrican,Kenya")).toEqual(["Kenya"]);
    expect(read("Kenya,African,Member State\nPeru")).toEqual(["Kenya", "Peru"]);
  });

  it.each([",", ";", "\t"])("[P10] parts columns by %j", (separator) => {
    expect(read(`Kenya${separator}African${separator}Member State\nPeru${separator}GRULAC`)).toEqual([
      "Kenya",
      "Peru",
    ]);
  });

  it("[P11] keeps a name with commas whole, in quotation marks or, where it is known, without", () => {
    expect(seatOf('"Peace, Law and Order Institute",other')?.delegation).toBe(
      "Peace, Law and Order Institute",
    );
    expect(seatOf("Korea, Republic of")?.delegation).toBe("Republic of Korea");
    expect(seatOf('"Korea, Republic of",Asia-Pacific')?.delegation).toBe("Republic of Korea");
  });

  it("[P12] leaves a byte order mark out of the first name", () => {
    expect(read("\uFEFFKenya\nPeru")).toEqual(["Kenya", "Peru"]);
    expect(read("\uFEFFdelegation\nKenya")).toEqual(["Kenya"]);
  });
});

describe("names, kinds and groups", () => {
  it("[P13] refuses a name that is not known, with suggestions where there are any", () => {
    expect(issueOf("Malaisya")?.code).toBe("seat_unknown_similar");
    expect(issueOf("Malaisya")?.values).toMatchObject({ name: "Malaisya" });
    expect(readSeats("Malaisya", []).rows[0]?.suggestions[0]).toBe("Malaysia");
    expect(issueOf("Institute of Advanced Questions")).toEqual({
      code: "seat_unknown",
      values: { name: "Institute of Advanced Questions" },
    });
  });

  it("[P14] adds a name that is not known where the row says organisation or other", () => {
    expect(seatOf("Civil Society Forum,other")).toEqual({
      delegation: "Civil Society Forum",
      place: 1,
      kind: "other",
      regionalGroup: null,
    });
    expect(seatOf("West Africa Network,African Group,Organization")).toEqual({
      delegation: "West Africa Network",
      place: 1,
      kind: "organisation",
      regionalGroup: "african",
    });
    expect(issueOf("Atlantis,Member State")?.code).toMatch(/^seat_unknown/);
  });

  it.each([
    ["African Group", "african"],
    ["africa", "african"],
    ["Asia-Pacific States", "asiaPacific"],
    ["asiaPacific", "asiaPacific"],
    ["EEG", "easternEuropean"],
    ["Eastern European States", "easternEuropean"],
    ["GRULAC", "latinAmericanCaribbean"],
    ["Latin America & Caribbean", "latinAmericanCaribbean"],
    ["WEOG", "westernEuropeanOthers"],
    ["Western European and Others Group", "westernEuropeanOthers"],
  ])("[P15] knows the group %s", (written, group) => {
    expect(seatOf(`Some Forum,${written},other`)?.regionalGroup).toBe(group);
  });

  it("[P15] names a word that is neither group nor kind", () => {
    expect(issueOf("Kenya,Afrcan")).toEqual({ code: "seat_column_unknown", values: { text: "Afrcan" } });
  });

  it("[P16] keeps the group and kind that the list gives a delegation, whatever the row says", () => {
    expect(seatOf("Kenya,WEOG,other")).toEqual({
      delegation: "Kenya",
      place: 1,
      kind: "memberState",
      regionalGroup: "african",
    });
  });
});

describe("what is refused", () => {
  it("[P17] refuses the second of two rows for one delegation, by whatever names, with the line of the first", () => {
    const { rows } = readSeats("Peru\nIvory Coast\nCôte d'Ivoire", []);
    expect(rows[2]?.issue).toEqual({
      code: "seat_repeated",
      values: { name: "Côte d’Ivoire", first: 2 },
    });
    expect(read("Forum,other\nthe FORUM,other")).toEqual(["Forum", "seat_repeated"]);
  });

  it("[P43] refuses a row with too many columns, no name or too long a name, and reads the rows beside it", () => {
    expect(read(`Kenya,African,other,2,a@b.example,more\n,African\n${"x".repeat(201)},other\nPeru`)).toEqual([
      "seat_too_many_columns",
      "seat_blank",
      "seat_name_too_long",
      "Peru",
    ]);
  });

  it("[P20] reads nothing of a text that is too long, empty, or has a quotation mark left open", () => {
    const forums = (count: number) =>
      Array.from({ length: count }, (_, at) => `Forum ${at},other`).join("\n");
    expect(read(forums(MOST_ROWS))).toHaveLength(MOST_ROWS);
    expect(wholeIssue(forums(MOST_ROWS + 1))).toEqual({ rows: 0, code: "seats_too_many" });
    expect(wholeIssue("é".repeat(100_001))).toEqual({ rows: 0, code: "seats_text_too_long" });
    expect(wholeIssue('Kenya\n"Peru\nChile')).toEqual({ rows: 0, code: "seats_quote_open" });
    for (const empty of ["", " \n\n", "delegation,group", ",,\n;"])
      expect(wholeIssue(empty)).toEqual({ rows: 0, code: "seats_none" });
  });

  it.each([
    ['"Peru\nChile', 1],
    ['Kenya\n\n"Peru\nChile\nFiji\n', 3],
    ['Kenya\r\n"Peru\r\nChile', 2],
    ['"Peace,\nLaw",other\n"Order\nForum', 3],
    ['Kenya\n"Peace" Institute,other\nPeru', 2],
  ])("[P20] names the line in which a row with an open quotation mark begins: %j", (text, line) => {
    expect(readSeats(text, []).issue).toEqual({ code: "seats_quote_open", values: { line } });
  });

  it("[P21] reads any text without a fault, and gives each row a delegation or an issue", () => {
    const piece = fc.constantFrom(
      "Kenya",
      "USA",
      '"',
      ",",
      ";",
      "\t",
      "\n",
      "\r\n",
      "other",
      "GRULAC",
      " ",
      "ı",
    );
    const text = fc.array(fc.oneof(piece, fc.string({ maxLength: 5 })), { maxLength: 30 });
    fc.assert(
      fc.property(text, (pieces) => {
        const { rows, issue } = readSeats(pieces.join(""), [first("Peru")]);
        expect(rows.every((row) => (row.delegation === null) !== (row.issue === null))).toBe(true);
        expect(rows.length > 0).toBe(issue === null);
      }),
    );
  });
});

it("[P21] reads a thousand misspelt names, each with the names that it may mean", () => {
  const names = Array.from({ length: MOST_ROWS }, (_, at) => `Republic of Kenia ${at}`).join("\n");
  const { rows } = readSeats(names, []);
  expect(rows).toHaveLength(MOST_ROWS);
  expect(rows.every(({ issue }) => issue !== null)).toBe(true);
});

describe("the text of a file", () => {
  const utf16 = (text: string, littleEndian: boolean) => {
    const view = new DataView(new ArrayBuffer(text.length * 2));
    for (let at = 0; at < text.length; at += 1) view.setUint16(at * 2, text.charCodeAt(at), littleEndian);
    return new Uint8Array(view.buffer);
  };

  it("[P22] is read in Unicode, or as Western spreadsheets save it", () => {
    const text = "Côte d’Ivoire";
    expect(textOfFile(new TextEncoder().encode(text))).toBe(text);
    expect(textOfFile(new TextEncoder().encode(`\uFEFF${text}`))).toBe(text);
    for (const littleEndian of [true, false])
      expect(textOfFile(utf16(`\uFEFF${text}`, littleEndian))).toBe(text);
    const windows = Uint8Array.from([0x43, 0xf4, 0x74, 0x65, 0x20, 0x64, 0x92, 0x49]);
    expect(textOfFile(windows)).toBe("Côte d’I");
    expect(textOfFile(new Uint8Array())).toBe("");
  });
});
