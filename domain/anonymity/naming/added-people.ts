/** Demonyms and adjectives that the sources lack, as they stand without an ending. Ours. */
export const ADDED_PEOPLE = {
  en: `
    Briton; Brit; Englishman; Englishwoman; Scot; Scottish; Scotsman; Welsh; Frenchman; Frenchwoman; Dutchman; Irishman;
    Emirati; Argentine; Argentinian; Kazakh; Uzbek; Turkmen; Tajik; Kyrgyz; Kirghiz; Maldivian; Yemeni; Monegasque;
    Comorian; Bosnian; Herzegovinian; Slovak; Slovene; Serb; Croat; Dane; Turk; Poles; Swede; Finn; Spaniard; Icelander;
    Salvadorean; Salvadorian; Ecuadorian; Djiboutian; Botswanan; Basotho; Motswana; Trinidadian; Tobagonian; Antiguan;
    Barbudan; Bajan; Kittitian; Nevisian; Vincentian; Papua New Guinean; Ni-Vanuatu; Nepali; Bangladeshi; Aussie;
    Filipina; Philippine; Surinamese; Swazi; Palestinian; Timorese; Korean; Lao; Laotian; Seychellois; Sammarinese;
    Luxembourgish; Byelorussian; Belarusian; Burkinabè; Ivoirian; Cabo Verdean; Bissau-Guinean; Equatoguinean; Rwandese;
    South Sudanese; Turkmen; Congolese; Dominican; Grenadian; Vatican; Azeri; Persian; Sri Lankan; Singaporean;
    Sierra Leonean; Solomon Islander; Marshall Islander; New Zealander; Emirian; Uzbekistani; Kazakhstani; Malagasy;
    Guinean; Macedonian; Moldovan; Montenegrin; Kuwaiti; Qatari; Saudi; Omani; Bahraini; Iraqi; Pakistani; Israeli
  `,
  fr: `
    Anglais; Écossais; Coréen; Émirati; Kazakh; Kazakhstanais; Ouzbek; Turkmène; Tadjik; Kirghize; Bosnien; Slovaque;
    Bangladeshi; Sud-Coréen; Nord-Coréen; Sud-Africain; Néo-Zélandais; Cap-Verdien; Guyanien; Dominiquais; Salvadorien;
    Swazi; Palestinien; Timorais; Lao; Congolais; Ghanéen; Malien; Burkinabè; Vanuatais; Centrafricain; Sud-Soudanais;
    Tonguien; Surinamien; Azéri; Hollandais; Serbe; Monténégrin; Qatari; Qatarien; Koweïtien; Bahreïni; Omanais
  `,
  es: `
    Inglés; Escocés; Coreano; Emiratí; Emiratense; Catarí; Qatarí; Kuwaití; Iraquí; Iraní; Saudita; Saudí; Paquistaní;
    Neerlandés; Malasio; Malayo; Hindú; Ghanés; Maliense; Nigerino; Bosnio; Bosnioherzegovino; Sursudanés; Surcoreano;
    Sierraleonés; Kirguiso; Kazajistano; Uzbeko; Turcomano; Tayiko; Trinitense; Granadino; Malgache; Malauiano;
    Suazi; Palestino; Sanmarinense; Salvadoreño; Mexicano; Argentino; Azerí; Ruandés; Bangladeshí; Nepalí; Monegasco;
    Ecuatoguineano; Vaticano; Papú; Bareiní; Marfileño; Burkinabé; Camerunés; Congoleño; Ceilandés; Singapurense
  `,
};

/** Adjectives without their ending, which is the same for all. From them also come the people of most States. */
export const RUSSIAN_ADJECTIVES = `
  австралийск австрийск азербайджанск албанск алжирск американск английск ангольск андоррск аргентинск армянск
  афганск багамск бангладешск барбадосск бахрейнск белорусск белизск бельгийск бенинск болгарск боливийск боснийск
  ботсванск бразильск британск брунейск буркинийск бурундийск бутанск вануатск ватиканск венгерск венесуэльск вьетнамск
  габонск гаитянск гайанск гамбийск ганск гватемальск гвинейск германск гондурасск гренадск греческ грузинск датск
  джибутийск доминиканск доминикск египетск замбийск зимбабвийск израильск индийск индонезийск иорданск иракск иранск
  ирландск исландск испанск итальянск йеменск кабовердийск казахстанск казахск камбоджийск камерунск канадск катарск
  кенийск кипрск киргизск кыргызск кыргызстанск кирибатийск китайск колумбийск коморск конголезск корейск костариканск
  ивуарийск кубинск кувейтск лаосск латвийск лесотск либерийск ливанск ливийск литовск лихтенштейнск люксембургск
  маврикийск мавританск мадагаскарск малагасийск македонск малавийск малайзийск малийск мальдивск мальтийск марокканск
  маршалльск мексиканск микронезийск мозамбикск молдавск молдовск монакск монгольск мьянманск бирманск намибийск науруанск
  непальск нигерск нигерийск нидерландск голландск никарагуанск новозеландск норвежск оманск пакистанск палауск
  палестинск панамск парагвайск перуанск польск португальск российск руандийск румынск сальвадорск самоанск санмаринск
  саудовск свазилендск эсватинийск сейшельск сенегальск сербск сингапурск сирийск словацк словенск сомалийск
  суданск южносуданск суринамск таджикск таджикистанск таиландск тайск танзанийск тиморск тоголезск тонганск
  тринидадск тувалуанск тунисск туркменск туркменистанск турецк угандийск узбекск узбекистанск украинск уругвайск
  фиджийск филиппинск финляндск финск французск хорватск центральноафриканск чадск черногорск чешск чилийск швейцарск
  шведск шриланкийск эквадорск эритрейск эстонск эфиопск южноафриканск южнокорейск северокорейск ямайск японск
  сьерра-леонск сьерралеонск
`;

/** People whom Russian does not call after the adjective. */
export const RUSSIAN_PEOPLE = `
  россияне россиян россиянам россиянами россиянин французы французов немцы немцев немецкий немецкого немецкой немецкие
  немецких англичане англичан британцы британцев шведы шведов датчане датчан поляки поляков чехи чехов турки турок
  греки греков сербы сербов хорваты хорватов финны финнов испанцы испанцев американцы американцев китайцы китайцев
  японцы японцев корейцы корейцев индийцы индийцев итальянцы итальянцев украинцы украинцев белорусы белорусов
  казахстанцы казахстанцев египтяне египтян иранцы иранцев израильтяне израильтян палестинцы палестинцев сирийцы
  сирийцев иракцы иракцев малайзийцы малайзийцев бразильцы бразильцев мексиканцы мексиканцев канадцы канадцев
  норвежцы норвежцев голландцы голландцев швейцарцы швейцарцев австрийцы австрийцев
`;

/** Adjectives that do not follow from the name of the State. */
export const ARABIC_ADJECTIVES = `
  أمريكي أميركي بريطاني إنجليزي نمساوي إماراتي سعودي فلسطيني بنمي دنماركي دنمركي تايلندي تايلاندي تشيكي فلبيني سوداني
  كوري هنغاري مجري بوسني تنزاني إسباني نيوزيلندي كاميروني سنغالي صومالي جيبوتي موريتاني أردني مصري ألماني فرنسي روسي
  ياباني صيني هندي باكستاني أفغاني إيراني عراقي كويتي بحريني عماني يمني لبناني سوري مغربي جزائري تونسي ليبي إثيوبي
  إريتري كيني أوغندي رواندي نيجيري نيجري غاني إيفواري ماليزي إندونيسي سنغافوري فيتنامي تركي يوناني إيطالي برتغالي
  بولندي أوكراني سويدي نرويجي فنلندي هولندي بلجيكي سويسري كندي مكسيكي برازيلي أرجنتيني تشيلي كولومبي كوبي بيروفي
`;
