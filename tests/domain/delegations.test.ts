import { describe, expect, it } from "vitest";
import { isSought } from "@/domain/consultation/delegation-search";
import { comparable, DELEGATIONS, findDelegation, noteOf } from "@/domain/consultation/delegations";
import { otherNamesOf } from "@/domain/consultation/delegations-other-names";
import messages from "@/messages/en.json";

const found = (text: string) => findDelegation(text).found?.name ?? null;
const suggested = (text: string) => {
  const answer = findDelegation(text);
  return answer.found === null ? answer.suggestions.map(({ name }) => name) : [];
};
const sought = (typed: string) =>
  DELEGATIONS.filter(({ name }) => isSought(name, typed)).map(({ name }) => name);

describe("the list of delegations", () => {
  it.each([
    ["african", 54],
    ["asiaPacific", 54],
    ["easternEuropean", 23],
    ["latinAmericanCaribbean", 33],
    ["westernEuropeanOthers", 29],
  ])("[P1] %s States: %i", (group, count) => {
    expect(DELEGATIONS.filter(({ regionalGroup }) => regionalGroup === group)).toHaveLength(count);
  });

  it("[P1] Member States: 193, and all of them in a group", () => {
    const states = DELEGATIONS.filter(({ kind }) => kind === "memberState");
    expect(states).toHaveLength(193);
    expect(states.every(({ regionalGroup }) => regionalGroup !== null)).toBe(true);
  });

  it("[P2] knows no two delegations by the same name", () => {
    const keys = DELEGATIONS.flatMap(({ name }) => [
      ...new Set([name, ...otherNamesOf(name)].map(comparable)),
    ]);
    expect(keys.filter((key, at) => keys.indexOf(key) !== at)).toEqual([]);
  });

  it("[P6] has a sentence for what is said beside a Member State, and none for the rest", () => {
    const noted = DELEGATIONS.filter((delegation) => noteOf(delegation) !== null);
    expect(noted.map(({ name }) => name).sort()).toEqual([
      "Israel",
      "Kiribati",
      "Türkiye",
      "United States of America",
    ]);
    const notes = new Set(noted.map(noteOf));
    expect(Object.keys(messages.delegationNotes).sort()).toEqual([...notes].sort());
  });
});

describe("finding a delegation", () => {
  it.each([
    ["USA", "United States of America"],
    ["u.s.", "United States of America"],
    ["UK", "United Kingdom of Great Britain and Northern Ireland"],
    ["Ivory Coast", "Côte d’Ivoire"],
    ["COTE D'IVOIRE", "Côte d’Ivoire"],
    ["Turkey", "Türkiye"],
    ["turkiye", "Türkiye"],
    ["The Gambia", "Gambia"],
    ["Permanent Mission of the Kingdom of Norway", "Norway"],
    ["Saint Lucia", "Saint Lucia"],
    ["St. Lucia", "Saint Lucia"],
    ["Trinidad & Tobago", "Trinidad and Tobago"],
    ["Viet-Nam", "Viet Nam"],
    ["DRC", "Democratic Republic of the Congo"],
    ["Republic of the Congo", "Congo"],
    ["North Korea", "Democratic People’s Republic of Korea"],
    ["Swaziland", "Eswatini"],
    ["Vatican", "Holy See"],
    ["ICRC", "International Committee of the Red Cross"],
  ])("[P3] %s is %s", (written, name) => {
    expect(found(written)).toBe(name);
  });

  it("[P3] finds each delegation by its own name, bare of accents and in capitals", () => {
    for (const { name } of DELEGATIONS) {
      expect(found(name)).toBe(name);
      expect(found(name.normalize("NFKD").replace(/\p{M}/gu, "").toUpperCase())).toBe(name);
    }
  });

  it("[P4] leaves “Republic of China” to whoever typed it", () => {
    expect(found("Republic of China")).toBeNull();
    expect(found("People's Republic of China")).toBe("China");
  });

  it("[P5] suggests up to three that are near, the nearest first, and none for what is no name", () => {
    expect(suggested("Malasia")).toEqual(["Malaysia"]);
    expect(suggested("Autsria")[0]).toBe("Austria");
    expect(suggested("guinea b")).toContain("Guinea-Bissau");
    expect(suggested("united").length).toBe(3);
    for (const none of ["", "zzzzzzzz", "x".repeat(500)]) expect(suggested(none)).toEqual([]);
  });
});

describe("searching the delegations", () => {
  it("[P7] goes by part of a name or by the beginning of a word of another, accents aside", () => {
    expect(sought("turk")).toEqual(["Turkmenistan", "Türkiye"]);
    expect(sought("COTE")).toEqual(["Côte d’Ivoire"]);
    expect(sought("ivory")).toEqual(["Côte d’Ivoire"]);
    expect(sought("land")).toContain("Poland");
    expect(sought("uk")).toEqual(["Ukraine", "United Kingdom of Great Britain and Northern Ireland"]);
    expect(sought("  ")).toHaveLength(DELEGATIONS.length);
    expect(sought("atlantis")).toEqual([]);
  });
});
