import { execFileSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { comparable, DELEGATIONS } from "../domain/consultation/delegations";
import { otherNamesOf } from "../domain/consultation/delegations-other-names";

// `node bin/run.mjs gather-names`: writes domain/anonymity/naming/gathered-names.json and
// domain/consultation/names-in-languages.json anew from where they were copied.
const SOURCES = {
  // Unicode licence v3
  "cldr-core": "48.2.0",
  "cldr-localenames-full": "48.2.0",
  "cldr-dates-full": "48.2.0",
  // MIT licence
  "i18n-iso-countries": "7.14.0",
  "i18n-nationality": "1.4.0",
  "countries-list": "3.4.1",
};
const LANGUAGES = ["en", "fr", "es", "ru", "ar", "zh"] as const;
type Language = (typeof LANGUAGES)[number];
type Named = { states: string[]; people: string[]; capitals: string[] };
/** Observer States, which the list of the United Nations' members does not hold. */
const OBSERVERS = ["PS", "VA"];

const folder = mkdtempSync(join(tmpdir(), "names-"));
const packages = Object.entries(SOURCES).map(([name, version]) => `${name}@${version}`);
execFileSync("npm", [
  "install",
  "--prefix",
  folder,
  "--ignore-scripts",
  "--no-audit",
  "--no-fund",
  ...packages,
]);
const read = (path: string) => JSON.parse(readFileSync(join(folder, "node_modules", path), "utf8"));

const containment = read("cldr-core/supplemental/territoryContainment.json").supplemental
  .territoryContainment;
const members: string[] = containment.UN._contains;
const territoryInfo = read("cldr-core/supplemental/territoryInfo.json").supplemental.territoryInfo;
const englishCapitals: Record<string, { capital: string }> = read("countries-list/countries.min.json");

/** What stands before a bracket: "Myanmar (Burma)" is Myanmar. A name with a comma is one turned about. */
function plainNames(names: readonly unknown[]): string[] {
  const written = names
    .filter((name) => typeof name === "string")
    .map((name) => name.split(/\s*[(（]/)[0] ?? "");
  return [...new Set(written.filter((name) => name !== "" && !name.includes(",")))];
}

/** The city of every time zone, by the zone's name. */
function zoneCities(language: Language): Map<string, string> {
  const cities = new Map<string, string>();
  function walk(zones: Record<string, unknown>, path: string) {
    for (const [name, zone] of Object.entries(zones)) {
      if (typeof zone !== "object" || zone === null) continue;
      if ("exemplarCity" in zone) cities.set(path + name, String(zone.exemplarCity));
      walk({ ...zone }, `${path}${name}/`);
    }
  }
  walk(
    read(`cldr-dates-full/main/${language}/timeZoneNames.json`).main[language].dates.timeZoneNames.zone,
    "",
  );
  return cities;
}

const bare = (name: string) =>
  name
    .normalize("NFD")
    .replace(/[^A-Za-z]/g, "")
    .toLowerCase();
// Arabic has a name for every zone; where another language has none, the zone is called as in English.
const zones = new Map<string, string>();
for (const cities of [zoneCities("ar"), zoneCities("en")])
  for (const [zone, city] of cities) {
    zones.set(bare(zone.split("/").at(-1) ?? ""), zone);
    zones.set(bare(city), zone);
  }

function namesIn(language: Language): (code: string) => Named {
  const territories = read(`cldr-localenames-full/main/${language}/territories.json`);
  const names: Record<string, string> = territories.main[language].localeDisplayNames.territories;
  const others = read(`i18n-iso-countries/langs/${language}.json`).countries;
  const cities = zoneCities(language);
  const hasPeople = ["en", "fr", "es"].includes(language);
  const people = hasPeople ? read(`i18n-nationality/langs/${language}.json`).nationalities : {};
  return (code) => {
    const english = englishCapitals[code]?.capital ?? "";
    const city = cities.get(zones.get(bare(english)) ?? "");
    return {
      states: plainNames([names[code], names[`${code}-alt-variant`], others[code]].flat()),
      people: plainNames([people[code]]),
      capitals: plainNames(language === "en" ? [english, city] : [city]),
    };
  };
}

const byLanguage = LANGUAGES.map((language) => [language, namesIn(language)] as const);
const gathered = [...members, ...OBSERVERS]
  .toSorted()
  .map((code) => [code, Object.fromEntries(byLanguage.map(([language, names]) => [language, names(code)]))]);

/** The languages other than these six in which a State does its business, throughout it or in a part. */
function ownLanguages(code: string): string[] {
  const spoken: Record<string, { _officialStatus?: string }> = territoryInfo[code]?.languagePopulation ?? {};
  const official = Object.entries(spoken).filter(([, { _officialStatus }]) => _officialStatus !== undefined);
  const tags = official.map(([language]) => language.replaceAll("_", "-"));
  return tags.filter((tag) => !LANGUAGES.some((language) => language === tag));
}

/** What States are called in their own languages, by language; CLDR has no names in some of them. */
function ownNames(): Record<string, string[]> {
  const names = new Map<string, Set<string>>();
  for (const code of [...members, ...OBSERVERS].toSorted())
    for (const language of ownLanguages(code)) {
      const path = `cldr-localenames-full/main/${language}/territories.json`;
      if (!existsSync(join(folder, "node_modules", path))) continue;
      const inIt: Record<string, string> = read(path).main[language].localeDisplayNames.territories;
      for (const name of plainNames([inIt[code], inIt[`${code}-alt-variant`]]))
        names.set(language, (names.get(language) ?? new Set()).add(name));
    }
  return Object.fromEntries([...names].toSorted().map(([language, own]) => [language, [...own]]));
}

/** The one organisation that CLDR names as it names territories. */
const ORGANISATIONS = ["EU"];

/** A name and, before it, what stands before its bracket: "Myanmar (Burma)" is Myanmar; a name turned about is left out. */
const withoutBracket = (name: string): string[] =>
  name.includes(",") ? [] : [...new Set([name.split(/\s*[(（]/)[0] ?? "", name])].filter((one) => one !== "");

function spellingsIn(language: Language): (code: string) => string[] {
  const main = read(`cldr-localenames-full/main/${language}/territories.json`).main[language];
  const names: Record<string, string> = main.localeDisplayNames.territories;
  const others: Record<string, string | string[]> = read(
    `i18n-iso-countries/langs/${language}.json`,
  ).countries;
  return (code) => {
    const ofCldr = [names[code], names[`${code}-alt-variant`]];
    // Of an observer CLDR names the territory and not the delegation.
    const listed = OBSERVERS.includes(code)
      ? [others[code]].flat().filter((name) => !ofCldr.includes(name))
      : [ofCldr, others[code]].flat();
    return listed.flatMap((name) => (typeof name === "string" ? withoutBracket(name) : []));
  };
}

/** The names of each delegation in each language, that of CLDR first; one that two of them share names neither. */
function namesByDelegation() {
  const codes = [...members, ...OBSERVERS, ...ORGANISATIONS];
  const languages = LANGUAGES.map((language) => [language, spellingsIn(language)] as const);
  const owners = new Map<string, Set<string>>();
  for (const code of codes)
    for (const name of languages.flatMap(([, spellings]) => spellings(code)))
      owners.set(comparable(name), (owners.get(comparable(name)) ?? new Set()).add(code));
  const isItsOwn = (name: string) => owners.get(comparable(name))?.size === 1;
  const named = codes.map((code) => {
    const byLanguage = languages.map(
      ([language, spellings]) => [language, [...new Set(spellings(code).filter(isItsOwn))]] as const,
    );
    return [delegationOf(code, byLanguage[0]?.[1] ?? []), Object.fromEntries(byLanguage)] as const;
  });
  return Object.fromEntries(named.toSorted(([one], [other]) => one.localeCompare(other, "en")));
}

/** The delegation that goes by one of these English names. */
function delegationOf(code: string, english: readonly string[]): string {
  const keys = english.map(comparable);
  const [found, ...more] = DELEGATIONS.filter(({ name }) =>
    [name, ...otherNamesOf(name)].some((one) => keys.includes(comparable(one))),
  );
  if (found === undefined || more.length > 0) throw new Error(`${code} is no delegation, or several`);
  return found.name;
}

const from = packages.join(", ");
const licences = "Unicode-3.0, MIT";
const write = (target: string, content: object) => {
  writeFileSync(target, JSON.stringify(content));
  execFileSync("biome", ["format", "--write", target]);
};
write("domain/anonymity/naming/gathered-names.json", {
  from,
  licences,
  states: Object.fromEntries(gathered),
  own: ownNames(),
});
write("domain/consultation/names-in-languages.json", { from, licences, names: namesByDelegation() });
rmSync(folder, { recursive: true });
