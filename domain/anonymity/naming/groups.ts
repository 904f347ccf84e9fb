import { listed } from "./listed";

/** Groups of States and their organisations, by language. In capitals they are found in capitals alone. Ours. */
const GROUPS = {
  en: `
    P5; P-5; P3; P-3; E10; E-10; A3; A3+1; A3 plus one; G4; G-4; G5; G7; G-7; G8; G-8; G20; G-20; G77; G-77; G77 and China; Group of 77;
    Group of 77 and China; Group of Seven; Group of Twenty; Group of Four; NAM; Non-Aligned Movement; Nonaligned Movement;
    EU; European Union; AU; African Union; ASEAN; Association of Southeast Asian Nations; GRULAC; WEOG; EEG; APG; African Group;
    Arab Group; Asia-Pacific Group; Asian Group; Eastern European Group; Western European and Others Group;
    Latin American and Caribbean Group; Group of Latin American and Caribbean States; Group of African States;
    Group of Arab States; Nordic countries; Nordic States; Nordic Group; Nordics; Nordic; Baltic States; Baltic countries; Baltics; Benelux;
    Visegrad; Visegrad Group; V4; CANZ; JUSCANZ; BRICS; MIKTA; Uniting for Consensus; UfC; L.69; L69; ACT; ACT group; S5; C-10; AOSIS;
    Alliance of Small Island States; PSIDS; Pacific SIDS; Pacific small island developing States; CARICOM; Caribbean Community;
    CELAC; MERCOSUR; ALBA; UNASUR; SICA; OAS; Organization of American States; Rio Group; GUAM; CIS; Commonwealth of Independent States; CSTO;
    SCO; Shanghai Cooperation Organization; Eurasian Economic Union; EAEU; NATO; OSCE; Council of Europe; OIC;
    Organization of Islamic Cooperation; Organisation of Islamic Cooperation; GCC; Gulf Cooperation Council; LAS; League of Arab States; Arab League;
    Arab Maghreb Union; ECOWAS; ECCAS; SADC; EAC; East African Community; IGAD; COMESA; CEMAC; G5 Sahel; Sahel Five;
    Southern African Development Community; Economic Community of West African States; Pacific Islands Forum; PIF; SAARC;
    BIMSTEC; CPLP; OIF; Francophonie; La Francophonie; Organisation internationale de la Francophonie; OPEC; OECD; Quad;
    Five Eyes; Commonwealth Secretariat; Like-Minded Group; New Agenda Coalition; African Three
  `,
  fr: `
    P5; P3; E10; A3; G4; G5; G7; G20; G77; Groupe des 77; Groupe des 77 et de la Chine; Groupe des Sept; Groupe des Vingt; UE; Union européenne; UA;
    Union africaine; ANASE; ASEAN; GRULAC; Groupe africain; Groupe arabe; Groupe des États d'Afrique; Groupe des États arabes;
    Groupe des États d'Europe orientale; Groupe des États d'Europe occidentale et autres États; Groupe de l'Asie et du Pacifique;
    Mouvement des pays non alignés; Mouvement des non-alignés; MNA; MPNA; pays nordiques; pays baltes; États baltes; Benelux;
    Ligue des États arabes; Ligue arabe; OCI; Organisation de la coopération islamique; CEDEAO; CEEAC; CEMAC; G5 Sahel; OTAN; OSCE; CEI;
    OTSC; OCS; OIF; Francophonie; Organisation internationale de la Francophonie; CARICOM; OEA; Conseil de l'Europe; UMA;
    Communauté de développement de l'Afrique australe; Conseil de coopération du Golfe; CCG; Forum des îles du Pacifique; BRICS; AES;
    Alliance des États du Sahel; Union du Maghreb arabe; Unis pour le consensus; Communauté des Caraïbes
  `,
  es: `
    P5; E10; G4; G7; G20; G77; G-77; Grupo de los 77; Grupo de los 77 y China; Grupo de los Siete; Grupo de los Veinte; UE; Unión Europea; UA; Unión Africana;
    ASEAN; GRULAC; Grupo Africano; Grupo Árabe; Grupo de los Estados de África; Grupo de América Latina y el Caribe;
    Grupo de los Estados de América Latina y el Caribe; Movimiento de los Países No Alineados; Movimiento de Países No Alineados;
    Movimiento No Alineado; MNOAL; MPNA; NOAL; países nórdicos; países bálticos; Benelux; Liga de los Estados Árabes; Liga Árabe; OCI; OTAN; OSCE; CEI; OTSC;
    OCS; OEA; CELAC; MERCOSUR; UNASUR; SICA; ALBA; CARICOM; Comunidad del Caribe; Alianza del Pacífico; Comunidad Andina; Grupo de Lima; Grupo de Río;
    Unidos por el Consenso; Consejo de Europa; BRICS; CPLP; Organización de los Estados Americanos; Comunidad Iberoamericana
  `,
  ru: `
    П5; П-5; Г7; Г-7; Г20; Г77; Г-77; Группа 77; Группы 77; Группе 77; Группой 77; пятерка; ЕС; Европейский союз; Европейского союза;
    Европейским союзом; Европейскому союзу; Евросоюз; Евросоюза; Евросоюзом; АС; Африканский союз; Африканского союза; Африканским союзом; Африканскому союзу; АСЕАН;
    ГРУЛАК; Африканская группа; Африканской группы; Арабская группа; Арабской группы; Движение неприсоединения; Движения неприсоединения;
    Движением неприсоединения; Движению неприсоединения; ДН; ДНП; страны Балтии; стран Балтии; северные страны; страны Северной Европы; Бенилюкс; ЛАГ;
    Лига арабских государств; Лиги арабских государств; ОИС; Организация исламского сотрудничества; НАТО; ОБСЕ; СНГ; ОДКБ; ШОС; ЕАЭС; БРИКС;
    ОАГ; ЭКОВАС; САДК; КАРИКОМ; МЕРКОСУР; СЕЛАК; Совет Европы; Совета Европы; ССАГПЗ; большая семерка; большой семерки
  `,
  ar: `
    الاتحاد الأوروبي; الاتحاد الأفريقي; الاتحاد الإفريقي; مجموعة ال 77; مجموعة الـ77; مجموعة ال77; مجموعة ال 77 والصين; مجموعة السبعة والسبعين; مجموعة السبع; مجموعة العشرين;
    حركة عدم الانحياز; رابطة أمم جنوب شرق آسيا; رابطة أمم جنوب شرقي آسيا; الآسيان; آسيان; المجموعة الأفريقية; المجموعة الإفريقية; المجموعة العربية;
    جامعة الدول العربية; الجامعة العربية; منظمة التعاون الإسلامي; مجلس التعاون لدول الخليج العربية; مجلس التعاون الخليجي; مجلس التعاون;
    دول الخليج; دول الشمال الأوروبي; بلدان الشمال الأوروبي; دول البلطيق; منظمة حلف شمال الأطلسي; حلف شمال الأطلسي; الناتو; منظمة الأمن والتعاون في أوروبا;
    رابطة الدول المستقلة; إيكواس; الجماعة الاقتصادية لدول غرب أفريقيا; بريكس; اتحاد المغرب العربي; الدول الخمس الدائمة العضوية; منظمة الدول الأمريكية;
    مجموعة دول أمريكا اللاتينية والكاريبي; مجموعة آسيا والمحيط الهادئ
  `,
  zh: `
    欧盟; 欧洲联盟; 非盟; 非洲联盟; 东盟; 东南亚国家联盟; 七十七国集团; 77国集团; 77国集团和中国; G77; 七国集团; 二十国集团; 不结盟运动; 不结盟国家运动;
    五常; 安理会五常; 五个常任理事国; 非洲集团; 非洲国家集团; 阿拉伯集团; 阿拉伯国家集团; 亚太集团; 亚洲集团; 东欧集团; 东欧国家集团; 西欧和其他国家集团; 拉美和加勒比集团;
    拉丁美洲和加勒比国家集团; 拉加集团; 阿盟; 阿拉伯国家联盟; 伊斯兰合作组织; 伊合组织; 海合会; 海湾合作委员会; 北约; 北大西洋公约组织; 欧安组织; 独联体; 集安组织; 集体安全条约组织;
    上合组织; 上海合作组织; 金砖国家; 金砖; 西共体; 西非国家经济共同体; 南共体; 南部非洲发展共同体; 加共体; 加勒比共同体; 太平洋岛国论坛; 小岛屿国家联盟; 拉共体; 南方共同市场; 美洲国家组织;
    北欧国家; 北欧五国; 波罗的海国家; 波罗的海三国; 法语国家组织; 法语国家国际组织; 英联邦; 团结谋共识; 欧洲委员会; 四国集团
  `,
};

/** Every name of a group, whatever the language. */
export const GROUP_NAMES: readonly string[] = Object.values(GROUPS).flatMap((names) => listed(names));
