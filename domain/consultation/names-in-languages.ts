import gathered from "./names-in-languages.json";

/** The official languages of the United Nations besides English, in which delegations are listed. */
export const OTHER_LANGUAGES = ["fr", "es", "ru", "ar", "zh"] as const;
type OtherLanguage = (typeof OTHER_LANGUAGES)[number];
type Named = Readonly<Record<OtherLanguage | "en", readonly string[]>>;

const NAMES: Readonly<Record<string, Named>> = gathered.names;

/** What CLDR, the source of the names below, lacks: forms in use at the United Nations and abbreviations. Ours; sought by, never shown. */
const ALSO_SOUGHT: Readonly<Record<string, string>> = {
  "Bolivia (Plurinational State of)":
    "État plurinational de Bolivie; Estado Plurinacional de Bolivia; 多民族玻利维亚国",
  "Central African Republic": "RCA; Centrafrique",
  "Côte d’Ivoire": "RCI; Cote d Ivoire",
  "Democratic People’s Republic of Korea":
    "RPDC; République populaire démocratique de Corée; Корейская Народно-Демократическая Республика; جمهورية كوريا الشعبية الديمقراطية; 朝鲜民主主义人民共和国",
  "Democratic Republic of the Congo": "RDC; ДРК",
  "Iran (Islamic Republic of)":
    "République islamique d'Iran; Исламская Республика Иран; جمهورية إيران الإسلامية; 伊朗伊斯兰共和国",
  "Lao People’s Democratic Republic": "República Democrática Popular Lao; 老挝人民民主共和国",
  "Republic of Korea": "République de Corée; Южная Корея; جمهورية كوريا; 大韩民国",
  "Republic of Moldova": "République de Moldova; República de Moldova; Молдавия; 摩尔多瓦共和国",
  "Russian Federation":
    "Fédération de Russie; Federación de Rusia; Российская Федерация; РФ; الاتحاد الروسي; 俄罗斯联邦",
  "Saudi Arabia": "السعودية",
  "South Africa": "ЮАР; RSA",
  "Syrian Arab Republic":
    "République arabe syrienne; Сирийская Арабская Республика; الجمهورية العربية السورية; 阿拉伯叙利亚共和国",
  "United Arab Emirates": "ÉAU; EAU; Объединенные Арабские Эмираты; الإمارات",
  "United Kingdom of Great Britain and Northern Ireland": "Соединенное Королевство; بريطانيا; 大不列颠",
  "United States of America": "EE.UU.; Соединенные Штаты Америки; الولايات المتحدة الأمريكية; 美利坚合众国",
  "Viet Nam": "Вьет-Нам",
  China: "Chine populaire; Китайская Народная Республика; 中华人民共和国",
  "Holy See": "Vatican; Ватикан; Святой Престол; الفاتيكان; الكرسي الرسولي; 教廷; 梵蒂冈",
  "State of Palestine": "État de Palestine; Estado de Palestina; Палестина; دولة فلسطين; 巴勒斯坦国",
  "African Union": "Union africaine; Unión Africana; Африканский союз; الاتحاد الأفريقي; 非洲联盟; 非盟",
  "European Union": "UE; ЕС; 欧洲联盟",
  "International Committee of the Red Cross":
    "CICR; Comité international de la Croix-Rouge; МККК; اللجنة الدولية للصليب الأحمر; 红十字国际委员会",
  "League of Arab States":
    "Ligue des États arabes; Liga de los Estados Árabes; Лига арабских государств; جامعة الدول العربية; 阿拉伯国家联盟",
  "North Atlantic Treaty Organization": "OTAN; НАТО; 北约",
  "Organization of American States": "Organización de los Estados Americanos; OEA",
};

/** The name by which a delegation is listed in each other language; null where the source has none for it. */
export function namesInLanguages(delegation: string): Readonly<Record<OtherLanguage, string | null>> {
  const of = (language: OtherLanguage) => NAMES[delegation]?.[language][0] ?? null;
  return { fr: of("fr"), es: of("es"), ru: of("ru"), ar: of("ar"), zh: of("zh") };
}

/** Every name in any language by which a delegation is found, its own and those in common use in English aside. */
export function foreignNamesOf(delegation: string): string[] {
  return [...Object.values(NAMES[delegation] ?? {}).flat(), ...(ALSO_SOUGHT[delegation]?.split("; ") ?? [])];
}
