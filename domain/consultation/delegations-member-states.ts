/** The regional groups of the United Nations, in the order in which it lists them. */
export const REGIONAL_GROUPS = [
  "african",
  "asiaPacific",
  "easternEuropean",
  "latinAmericanCaribbean",
  "westernEuropeanOthers",
] as const;
export type RegionalGroup = (typeof REGIONAL_GROUPS)[number];

const namesIn = (lines: string): string[] =>
  lines
    .split(/[;\n]/)
    .map((name) => name.trim())
    .filter((name) => name !== "");

/**
 * The 193 Member States by regional group, in the short names that the United Nations uses in English. After the list of
 * the Department for General Assembly and Conference Management.
 */
export const MEMBER_STATES: Readonly<Record<RegionalGroup, readonly string[]>> = {
  african: namesIn(`
    Algeria; Angola; Benin; Botswana; Burkina Faso; Burundi; Cabo Verde; Cameroon; Central African Republic; Chad
    Comoros; Congo; Côte d’Ivoire; Democratic Republic of the Congo; Djibouti; Egypt; Equatorial Guinea; Eritrea
    Eswatini; Ethiopia; Gabon; Gambia; Ghana; Guinea; Guinea-Bissau; Kenya; Lesotho; Liberia; Libya; Madagascar
    Malawi; Mali; Mauritania; Mauritius; Morocco; Mozambique; Namibia; Niger; Nigeria; Rwanda; Sao Tome and Principe
    Senegal; Seychelles; Sierra Leone; Somalia; South Africa; South Sudan; Sudan; Togo; Tunisia; Uganda
    United Republic of Tanzania; Zambia; Zimbabwe`),
  asiaPacific: namesIn(`
    Afghanistan; Bahrain; Bangladesh; Bhutan; Brunei Darussalam; Cambodia; China; Cyprus
    Democratic People’s Republic of Korea; Fiji; India; Indonesia; Iran (Islamic Republic of); Iraq; Japan; Jordan
    Kazakhstan; Kiribati; Kuwait; Kyrgyzstan; Lao People’s Democratic Republic; Lebanon; Malaysia; Maldives
    Marshall Islands; Micronesia (Federated States of); Mongolia; Myanmar; Nauru; Nepal; Oman; Pakistan; Palau
    Papua New Guinea; Philippines; Qatar; Republic of Korea; Samoa; Saudi Arabia; Singapore; Solomon Islands; Sri Lanka
    Syrian Arab Republic; Tajikistan; Thailand; Timor-Leste; Tonga; Turkmenistan; Tuvalu; United Arab Emirates
    Uzbekistan; Vanuatu; Viet Nam; Yemen`),
  easternEuropean: namesIn(`
    Albania; Armenia; Azerbaijan; Belarus; Bosnia and Herzegovina; Bulgaria; Croatia; Czechia; Estonia; Georgia; Hungary
    Latvia; Lithuania; Montenegro; North Macedonia; Poland; Republic of Moldova; Romania; Russian Federation; Serbia
    Slovakia; Slovenia; Ukraine`),
  latinAmericanCaribbean: namesIn(`
    Antigua and Barbuda; Argentina; Bahamas; Barbados; Belize; Bolivia (Plurinational State of); Brazil; Chile; Colombia
    Costa Rica; Cuba; Dominica; Dominican Republic; Ecuador; El Salvador; Grenada; Guatemala; Guyana; Haiti; Honduras
    Jamaica; Mexico; Nicaragua; Panama; Paraguay; Peru; Saint Kitts and Nevis; Saint Lucia
    Saint Vincent and the Grenadines; Suriname; Trinidad and Tobago; Uruguay; Venezuela (Bolivarian Republic of)`),
  westernEuropeanOthers: namesIn(`
    Andorra; Australia; Austria; Belgium; Canada; Denmark; Finland; France; Germany; Greece; Iceland; Ireland; Israel
    Italy; Liechtenstein; Luxembourg; Malta; Monaco; Netherlands (Kingdom of the); New Zealand; Norway; Portugal
    San Marino; Spain; Sweden; Switzerland; Türkiye; United Kingdom of Great Britain and Northern Ireland
    United States of America`),
};

/** Member States whose place in a group needs a word; its sentence stands under `delegationNotes`. */
export const NOTES = {
  Kiribati: "listedOnly",
  Israel: "notGeographical",
  Türkiye: "twoGroups",
  "United States of America": "observerInGroup",
} as const;
