import { listed } from "./listed";

/** Phrases that hold a name and mean no delegation. They are looked up like names, and the longest wins. */
export const HARMLESS_PHRASES: readonly string[] = listed(`
  Latin American; Latin Americans; Central American; North American; South American; African American; Inter-American;
  American Samoa; Latin America; Central America; North America; South America; the Americas; Organization of American;
  Guinea pig; guinea pigs; Guinea worm; Gulf of Guinea; New Caledonia; French Guiana; French Polynesia; Indian Ocean; South China Sea;
  East China Sea; Sea of Japan; Gulf of Oman; Gulf of Mexico; Persian Gulf; Panama Canal; Lake Chad; Lake Chad Basin;
  Lake Victoria; Lake Malawi; Congo Basin; Niger Delta; Niger River; River Niger; Congo River; Jordan River; River Jordan; Jordan Valley; New Mexico; New England;
  Georgia Tech; Dutch disease; Swiss cheese; Bretton Woods; Turkish bath; Brazil nut; Brazil nuts; Chinese wall; Chinese walls;
  Russian roulette; Spanish flu; French leave; Panama hat; Panama Papers; Kingston upon Thames; Montevideo Programme; Great Green Wall; Queen Victoria; Victoria Falls;
  Afrique centrale; Amérique latine; Amérique centrale; Amérique du Sud; Amérique du Nord; les Amériques; océan Indien; lac Tchad; bassin du lac Tchad; golfe de Guinée; bassin du Congo;
  fleuve Congo; fleuve Niger; delta du Niger; latino-américain; latino-américaine; latino-américains; latino-américaines;
  Nouvelle-Guinée; lac Victoria; golfe Persique; nord-américain; sud-américain; sud-américaine; sud-américains; filet mignon suisse;
  océano Índico; golfo de Guinea; lago Chad; cuenca del Congo; delta del Níger; golfo de México; golfo Pérsico; lago Victoria; canal de Panamá;
  América Latina; América del Sur; América del Norte; América Central; conejillo de Indias;
  озеро Чад; озера Чад; Гвинейский залив; Гвинейского залива; Индийский океан; Индийского океана; Индийском океане; Персидский залив; Персидского залива;
  латиноамериканский; озеро Виктория; Южная Америка; Южной Америки; Латинская Америка; Латинской Америки; Латинской Америке; Северная Америка; Северной Америки; Центральная Америка; Центральной Америки;
  المحيط الهندي; خليج غينيا; بحيرة تشاد; أمريكا اللاتينية; أمريكا الجنوبية; أمريكا الوسطى; أمريكا الشمالية; المغرب العربي; القوة القاهرة; قوة قاهرة; مسقط رأس; مسقط رأسه
`);

/** Where no spaces stand, names are read out of what stands around them, unless one of these is what stands there. */
export const HARMLESS_RUN_ON: readonly string[] = listed(`
  其中; 沿海地区; 上海地区; 海地区; 西班牙语; 葡萄牙语; 印度洋; 几内亚湾; 乍得湖; 今日本; 近日本; 当日本; 每日本; 次日本; 明智利用; 包罗万象; 万象更新;
  南中国海; 中国家; 中国际; 法国家; 法国际; 拉丁美洲; 罗马规约; 从中国; 波斯湾; 维多利亚湖; 也门户;
  日本語; 한국어; ภาษาไทย; ພາສາລາວ
`);

const INSTRUMENTS = {
  after:
    "conventions?|agreements?|declaration|protocols?|process|principles|programme|platform|plan|statute|rules|guidelines|accords?|consensus|framework|agenda|round|amendment|manual|treaty|charter|commitments?|summit|mechanism|network|formula|communique|action|conference|document|outcome|memorandum|initiative|criteria|definition|roadmap|pact|call|group|format|talks|dialogue|goals|targets|code|compact|strategy",
  before:
    "conventions? de|accords? de|statut de|declaration de|protocoles? de|programme d'action d'|programme de|principes de|processus de|regles de|plan d'action d'|sommet de|cycle de|consensus de|charte de|traite de|convencion(?:es)? de|acuerdos? de|estatuto de|declaracion de|protocolos? de|programa de accion de|principios de|proceso de|reglas de|cumbre de|ronda de|consenso de|carta de|tratado de|اتفاق|اتفاقيه|اتفاقية|اتفاقيات|اعلان|نظام|بروتوكول|ميثاق|خطة عمل|برنامج عمل|معاهدة|مبادئ|جولة",
};
const NAMED_BEFORE = new RegExp(`(?:^|[^\\p{L}])(?:${INSTRUMENTS.before}) $`, "u");
const NAMED_AFTER = new RegExp(
  `^(?:\\+\\d|[\\s-]+(?:\\p{L}+[\\s-]+)?(?:${INSTRUMENTS.after})(?!\\p{L})|(?:和平)?(?:协定|协议|公约|规约|议定书|宣言|共识|原则|规则|行动纲领|行动议程|框架|条约|修正案|回合|进程|首脑会议|峰会))`,
  "u",
);

/** Whether a city gives its name to an instrument ("the Paris Agreement"), told by what stands around it. */
export function namesAnInstrument(before: string, after: string): boolean {
  return NAMED_BEFORE.test(before) || NAMED_AFTER.test(after);
}

/** Cities where organisations have their seat, which every text may mention. */
export const SEATS_OF_ORGANISATIONS: readonly string[] = listed(`
  Vienna; Vienne; Viena; Вена; Вены; Вене; Вену; Веной; فيينا; 维也纳; Nairobi; Найроби; نيروبي; 内罗毕; Addis Ababa; Addis-Abeba; Adís Abeba; Аддис-Абеба; Аддис-Абебе; Аддис-Абебы; أديس أبابا;
  亚的斯亚贝巴; Rome; Roma; Рим; Рима; Риме; روما; 罗马; Paris; París; Париж; Парижа; Париже; باريس; 巴黎
`);
const OF_AN_AUTHORITY =
  /(?:\b(?:our|my|capital|government|ministry|authorities|notre|nos|mon|ma|capitale|gouvernement|ministere|nuestr[oa]s?|mi|gobierno|ministerio)\b|наш|столиц|правительств|عاصم|حكوم|我国|我方|首都|政府)[^.!?。]{0,30}$/u;

/** Whether a seat of organisations is meant as somebody's capital. */
export function isSomebodysCapital(before: string): boolean {
  return OF_AN_AUTHORITY.test(before);
}

const LANGUAGES =
  /^و?(?:ingles|anglais|french|spanish|chinese|russian|portuguese|german|italian|francais|espagnol|chinois|russe|portugais|frances|espanol|chino|ruso|portugues|الفرنسية|الاسبانية|الصينية|الروسية|الانجليزية)$/u;
const AMONG_LANGUAGES =
  /(?:\b(?:in|into|from|english|french|arabic|spanish|chinese|russian|anglais|francais|arabe|espagnol|chinois|ingles|frances|espanol|chino),?(?: and| et| y| or| ou| o)?) $/u;
/** Where nothing but a language can follow. */
const BEFORE_A_LANGUAGE = /(?:\ben|باللغة|اللغة|باللغات|اللغات)(?: \p{Script=Arabic}+)? $/u;
const AFTER_A_LANGUAGE = /^(?:[.,;:!?)]|$|[\s-]+(?:and|or|et|ou|y|o|e)\b)/u;
const LANGUAGE_OF_SOMETHING = /^[\s-]+(?:speaking|language|version|translation|interpretation|text)\b/u;

/** Whether an adjective means a language: "in French, Spanish and Arabic". */
export function meansALanguage(word: string, before: string, after: string): boolean {
  if (!LANGUAGES.test(word)) return false;
  if (LANGUAGE_OF_SOMETHING.test(after) || BEFORE_A_LANGUAGE.test(before)) return true;
  return AMONG_LANGUAGES.test(before) && AFTER_A_LANGUAGE.test(after);
}
