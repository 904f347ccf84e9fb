/** Names of States that the sources lack: short, formal, former and in common use, by language. Ours. */
export const ADDED_STATES = {
  en: `
    Byelorussia; Kyrgyz Republic; Slovak Republic; Hellenic Republic; Swiss Confederation; Lao PDR;
    Federal Republic of Germany; French Republic; Italian Republic; Kingdom of Saudi Arabia; Kingdom of Morocco;
    Republic of Türkiye; Islamic Republic of Pakistan; Islamic Republic of Afghanistan; Arab Republic of Egypt;
    Federative Republic of Brazil; Hashemite Kingdom of Jordan; Sultanate of Oman; State of Qatar; State of Israel;
    State of Kuwait; Kingdom of Bahrain; Kingdom of Spain; Kingdom of Belgium; Kingdom of Norway; Kingdom of Sweden;
    Kingdom of Denmark; Kingdom of Thailand; Socialist Republic of Viet Nam; Plurinational State of Bolivia;
    Bolivarian Republic of Venezuela; England; Scotland; Wales; Northern Ireland; Britain; America; Persia;
    Sao Tome; Saint Kitts; St Kitts and Nevis; St Kitts; St Lucia; St Vincent and the Grenadines; St Vincent;
    Antigua; Trinidad; Bosnia; Herzegovina; Viet Nam; Timor; Burkina; Salvador; Maldive Islands; Cape Verde; Kiribati; Holy See; The Vatican
  `,
  fr: `
    RDC; RCA; RCI; RPDC; Russie; Fédération de Russie; République de Corée; Corée; Viêt Nam; République arabe syrienne;
    République islamique d'Iran; République populaire démocratique de Corée; République démocratique populaire lao;
    République française; Confédération suisse; Royaume du Maroc; République algérienne; Grande-Bretagne; Angleterre;
    Écosse; Amérique; États-Unis; USA; Royaume-Uni; Hollande; Birmanie; Biélorussie; Bélarus; Moldavie; Saint-Siège;
    Cabo Verde; Bosnie; Émirats; Centrafrique; Congo-Kinshasa; Congo-Brazzaville; Haute-Volta; Zaïre; Timor
  `,
  es: `
    RDC; RCA; RPDC; EE.UU.; EEUU; EUA; USA; Rusia; Federación de Rusia; República de Corea; Corea; Reino Unido;
    Gran Bretaña; Inglaterra; Escocia; Holanda; Birmania; Bielorrusia; Belarús; Moldova; Santa Sede; Emiratos;
    Estado Plurinacional de Bolivia; República Bolivariana de Venezuela; Reino de España; Reino de Marruecos;
    Arabia Saudí; Arabia Saudita; Qatar; Kenya; Malawi; Lesotho; Rwanda; Djibouti; Côte d'Ivoire; Bosnia; Swazilandia
  `,
  ru: `
    РФ; ФРГ; КНР; КНДР; ДРК; ЦАР; ЮАР; США; ОАЭ; СССР; Корея; Российская Федерация; Республика Корея; Англия;
    Голландия; Бирма; Белоруссия; Молдавия; Кыргызстан; Туркмения; Святой Престол; Заир; Босния; Объединенные Арабские Эмираты; Эмираты; Эмиратов; Нидерландов; Шри-Ланка;
    Соединенное Королевство; Соединенного Королевства; Соединенных Штатов; Соединенным Штатам; Объединенных Арабских Эмиратов;
    Маршалловых Островов; Соломоновых Островов; Сейшельских Островов; Соединенные Штаты Америки; Южная Корея; Северная Корея; Папуа; Великобритания; Британия;
    Кот-д'Ивуар; Бангладеш; Республика Беларусь; Исламская Республика Иран; Сирийская Арабская Республика
  `,
  ar: `
    الولايات المتحدة الأمريكية; أمريكا; بريطانيا; بريطانيا العظمى; إنجلترا; السعودية; الإمارات; سورية; سوريا; فلسطين;
    دولة فلسطين; الاتحاد الروسي; جمهورية كوريا; كوريا; كوت ديفوار; هولندا; بورما; ميانمار; المجر; البوسنة; تركيا; روسيا;
    الجمهورية العربية السورية; جمهورية إيران الإسلامية; جمهورية مصر العربية; المملكة المغربية; الكرسي الرسولي;
    الكونغو الديمقراطية; الكونغو; أفريقيا الوسطى; جمهورية مالي; دولة مالي; وفد مالي; حكومة مالي; في مالي; من مالي;
    كوريا الشعبية الديمقراطية; جمهورية تنزانيا المتحدة; الدانمرك; الدنمارك; تايلند; الأوروغواي; أوروغواي; غينيا بيساو
  `,
  zh: `
    中华人民共和国; 俄罗斯联邦; 大韩民国; 大不列颠; 英格兰; 苏格兰; 美利坚合众国; 朝鲜民主主义人民共和国; 南朝鲜; 北朝鲜;
    刚果金; 刚果布; 刚果民主共和国; 教廷; 罗马教廷; 梵蒂冈; 波黑; 波斯尼亚; 阿联酋; 沙特; 老挝人民民主共和国; 象牙海岸;
    委内瑞拉玻利瓦尔共和国; 伊朗伊斯兰共和国; 阿拉伯叙利亚共和国; 多民族玻利维亚国; 埃斯瓦蒂尼; 瓦努阿图; 韩国; 泰国
  `,
};
