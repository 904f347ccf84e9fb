import { describe, expect, it } from "vitest";
import { soughtAmong } from "@/domain/consultation/delegation-search";
import { comparable, DELEGATIONS, noteOf } from "@/domain/consultation/delegations";
import { otherNamesOf } from "@/domain/consultation/delegations-other-names";
import { delegationNamed, findDelegation, KNOWN_DELEGATIONS } from "@/domain/consultation/known-delegations";
import { foreignNamesOf, namesInLanguages, OTHER_LANGUAGES } from "@/domain/consultation/names-in-languages";
import messages from "@/messages/en.json";

const found = (text: string) => findDelegation(text).found?.name ?? null;
const suggested = (text: string) => {
  const answer = findDelegation(text);
  return answer.found === null ? answer.suggestions.map(({ name }) => name) : [];
};
const everybody = KNOWN_DELEGATIONS.map(({ name }) => name);
const sought = (typed: string) => {
  const among = soughtAmong(everybody, typed);
  return everybody.filter((name) => among.has(name));
};

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
    const keys = KNOWN_DELEGATIONS.flatMap(({ name }) => [
      ...new Set([name, ...otherNamesOf(name), ...foreignNamesOf(name)].map(comparable)),
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
    for (const { name } of KNOWN_DELEGATIONS) {
      expect(found(name)).toBe(name);
      expect(found(name.normalize("NFKD").replace(/\p{M}/gu, "").toUpperCase())).toBe(name);
    }
  });

  it("[P4] leaves “Republic of China” to whoever typed it", () => {
    expect(found("Republic of China")).toBeNull();
    expect(found("People's Republic of China")).toBe("China");
  });

  it("[P5] suggests up to three that are near, the nearest first, and none for what is no name", () => {
    expect(suggested("Malaisya")[0]).toBe("Malaysia");
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
    expect(sought("  ")).toHaveLength(everybody.length);
    expect(sought("brobdingnag")).toEqual([]);
  });
});

describe("names in the official languages", () => {
  it("[P39] stand beside each Member State in all five others, and beside the rest where the source has them", () => {
    const lacking = DELEGATIONS.filter(({ name }) =>
      OTHER_LANGUAGES.some((language) => namesInLanguages(name)[language] === null),
    );
    expect(lacking.filter(({ kind }) => kind === "memberState")).toEqual([]);
    expect(namesInLanguages("Germany")).toEqual({
      fr: "Allemagne",
      es: "Alemania",
      ru: "Германия",
      ar: "ألمانيا",
      zh: "德国",
    });
    expect(namesInLanguages("Congo").zh).toBe("刚果（布）");
    expect(namesInLanguages("European Union").fr).toBe("Union européenne");
    // CLDR names the territory: what it says is not what the delegation is called.
    expect(namesInLanguages("Holy See")).toEqual({
      fr: "Saint-Siège",
      es: "Santa Sede",
      ru: null,
      ar: null,
      zh: null,
    });
    expect(namesInLanguages("State of Palestine").fr).toBe("Palestine");
    expect(namesInLanguages("World Bank").fr).toBeNull();
  });

  it("[P40] each lead to the delegation that they name, and to no other", () => {
    for (const { name } of KNOWN_DELEGATIONS)
      for (const foreign of foreignNamesOf(name)) expect(delegationNamed(foreign)?.name, foreign).toBe(name);
  });

  it.each([
    ["Allemagne", "Germany"],
    ["cote d ivoire", "Côte d’Ivoire"],
    ["Mission permanente du Sénégal", "Senegal"],
    ["Misión Permanente de los Países Bajos", "Netherlands (Kingdom of the)"],
    ["Reino Unido", "United Kingdom of Great Britain and Northern Ireland"],
    ["россия", "Russian Federation"],
    ["РОССИЙСКАЯ ФЕДЕРАЦИЯ", "Russian Federation"],
    ["ЮАР", "South Africa"],
    ["Малайзия", "Malaysia"],
    ["السعودية", "Saudi Arabia"],
    ["ماليزيا", "Malaysia"],
    ["سوريا", "Syrian Arab Republic"],
    ["马来西亚", "Malaysia"],
    ["俄罗斯联邦", "Russian Federation"],
    ["刚果（金）", "Democratic Republic of the Congo"],
    ["Union européenne", "European Union"],
    ["CICR", "International Committee of the Red Cross"],
    ["НАТО", "North Atlantic Treaty Organization"],
  ])("[P40] %s is %s", (written, name) => {
    expect(found(written)).toBe(name);
  });

  it.each([
    ["allem", ["Germany"]],
    ["corée", ["Democratic People’s Republic of Korea", "Republic of Korea"]],
    ["герман", ["Germany"]],
    ["المغرب", ["Morocco"]],
    ["مصر", ["Egypt"]],
    ["俄罗", ["Russian Federation"]],
    ["罗斯", ["Belarus", "Russian Federation"]],
    ["otan", ["North Atlantic Treaty Organization"]],
  ])("[P41] a search for %s finds %j", (typed, names) => {
    const among = sought(typed);
    for (const name of names) expect(among).toContain(name);
    expect(among.length).toBeLessThanOrEqual(names.length + 3);
  });

  it.each([
    ["Malaisya", "Malaysia"],
    ["Autsria", "Austria"],
    ["Kazachstan", "Kazakhstan"],
    ["Guatamala", "Guatemala"],
    ["Phillipines", "Philippines"],
    ["Untied Kingdom", "United Kingdom of Great Britain and Northern Ireland"],
    ["Repulic of Kora", "Republic of Korea"],
    ["Bosnia Herzegowina", "Bosnia and Herzegovina"],
    ["Slovania", "Slovenia"],
    ["Allemange", "Germany"],
    ["Германя", "Germany"],
    ["Казакстан", "Kazakhstan"],
    ["البرازيلل", "Brazil"],
    ["马来西压", "Malaysia"],
    ["African Unoin", "African Union"],
  ])(
    "[P42] %s, with letters wrong, left out, doubled or swapped, finds %s among the first",
    (typed, name) => {
      expect(suggested(typed)).toContain(name);
      expect(sought(typed)).toContain(name);
    },
  );

  it("[P42] what is spelt right is not buried under what is spelt alike", () => {
    expect(sought("Niger")).toEqual(["Niger", "Nigeria"]);
    expect(sought("Mali")).not.toContain("Malta");
    expect(sought("Iran")).toEqual(["Iran (Islamic Republic of)"]);
  });
});
