import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

// `node bin/run.mjs gather-names`: writes domain/anonymity/naming/gathered-names.json anew from where it was copied.
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
const from = packages.join(", ");
const target = "domain/anonymity/naming/gathered-names.json";
writeFileSync(
  target,
  JSON.stringify({ from, licences: "Unicode-3.0, MIT", states: Object.fromEntries(gathered) }),
);
execFileSync("biome", ["format", "--write", target]);
rmSync(folder, { recursive: true });
