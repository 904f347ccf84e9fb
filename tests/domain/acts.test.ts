import { parse } from "csv-parse/sync";
import { describe, expect, it } from "vitest";
import { actKey, actValues } from "@/domain/acts/act-words";
import { actsCsv } from "@/domain/acts/acts-csv";
import messages from "@/messages/en.json";
import { sourceFiles } from "@/tests/support/imports";

/** Acts that the product records in the log of a consultation, as they stand in its source. */
const recorded = sourceFiles()
  .filter(({ path, text }) => path.startsWith("server/") && text.includes("await audit("))
  .flatMap(({ text }) => [
    ...[...text.matchAll(/\bact: "([^"]+)"/g)].map(([, act = ""]) => act),
    ...[...text.matchAll(/\bnoted\([^")]*"([^"]+)"/g)].map(([, act = ""]) => act),
    ...[...text.matchAll(/const act = [^;?]+ \? "([^"]+)" : "([^"]+)"/g)].flatMap(([, ...acts]) => acts),
  ]);

describe("the words of the log", () => {
  it("[H85] each act that is recorded has a name, and no other has", () => {
    expect([...new Set(recorded.map(actKey))].toSorted()).toEqual(Object.keys(messages.log.acts).toSorted());
    const worded = Object.keys(messages.log.details);
    expect(worded.filter((key) => !(key in messages.log.acts))).toEqual([]);
  });

  it("[H85] the detail of any entry has a value for each word, whatever it holds", () => {
    expect(actValues({ detail: { number: "1", delegations: 7, closesAt: "soon", rounds: null } })).toEqual({
      number: 0,
      version: 0,
      count: 0,
      title: "",
      role: "",
      rounds: "",
      of: "",
      hash: "none",
      closesAt: null,
      delegations: [],
    });
    const closesAt = "2026-03-02T15:00:00.000Z";
    expect(actValues({ detail: { number: 2, delegations: ["Peru"], closesAt } })).toMatchObject({
      number: 2,
      count: 1,
      closesAt,
      delegations: ["Peru"],
    });
  });
});

describe("the log as a file", () => {
  it("[H84] holds everything that is hashed, with the hashes, and no cell that is taken for a formula", () => {
    const person = {
      id: "b2b5a1a4-1111-4111-8111-111111111111",
      name: '=HYPERLINK("x")',
      email: "+a@b.example",
    };
    const entry = {
      consultationId: "b2b5a1a4-2222-4222-8222-222222222222",
      position: 1,
      personId: person.id,
      act: "@act",
      detail: { b: 1, a: 'quo"te' },
      at: new Date("2026-03-02T15:00:00.123Z"),
      previous: null,
      hash: "-hash",
    };
    const file = actsCsv([entry, { ...entry, position: 2, personId: null, previous: "-hash" }], [person]);
    expect(file.startsWith("\uFEFF")).toBe(true);
    const [first, second] = parse(file, { bom: true, columns: true });
    expect(first).toEqual({
      position: "1",
      at_utc: "2026-03-02T15:00:00.123Z",
      person_id: person.id,
      person: `'${person.name}`,
      email: "'+a@b.example",
      act: "'@act",
      detail: '{"a":"quo\\"te","b":1}',
      previous: "",
      hash: "sha256:-hash",
    });
    expect(second).toMatchObject({ position: "2", person_id: "", person: "", previous: "sha256:-hash" });
  });
});
