/** Capitals that the sources lack, or have in English alone, by language. Ours. */
export const ADDED_CAPITALS = {
  en: `
    Washington; Washington DC; Washington, D.C.; Saint John's; St John's; Chisinau; Kiev; N'Djamena; Ndjamena; Sanaa;
    Ulaanbaatar; Nay Pyi Taw; Nur-Sultan; Delhi; Berne; Tel Aviv; Yangon; Bujumbura; La Paz; Dar es Salaam; Abidjan;
    Sri Jayawardenepura Kotte; Mbabane; Ramallah; Peking; Rangoon; Putrajaya; Malé; São Tomé; Andorra la Vella; Santo Domingo;
    San José; Saint George's; Ciudad de Mexico; Panama City; Guatemala City; Kuwait City; Vatican City; Port-of-Spain
  `,
  fr: `
    Abou Dhabi; Pékin; Berne; Séoul; Moscou; Ankara; Brasilia; New Delhi; Oulan-Bator; Naypyidaw; Achgabat; Koweït;
    La Valette; Hanoï; Sanaa; Doha; Rabat; Islamabad; Quito; Le Caire; Alger; Mexico; Saint-Domingue; Prétoria; Le Cap;
    Washington; Ottawa; Canberra; Yaoundé; Bakou; Bagdad; Damas; Beyrouth; Amman; Tripoli; N'Djaména; Lomé; Niamey; Praia
  `,
  es: `
    Abu Dabi; Pekín; Beijing; Berna; Brasilia; Nueva Delhi; Ulán Bator; Naipyidó; Ciudad de Kuwait; La Valeta; Hanói;
    Saná; Doha; Rabat; Islamabad; El Cairo; Ciudad de México; Pretoria; Ciudad del Cabo; Yamusukro; Yaundé; Kuwait;
    Ciudad de Guatemala; Ciudad de Panamá; Puerto España; Ottawa; Wellington; Kiev; Kyiv; Bagdad; Puerto Luis; Astaná
  `,
  ru: `
    Абу-Даби; Канберра; Манама; Берн; Пекин; Яунде; Кито; Дели; Нью-Дели; Кингстон; Астана; Эль-Кувейт; Рабат; Мале;
    Валлетта; Нейпьидо; Улан-Батор; Порт-Луи; Лилонгве; Абуджа; Веллингтон; Исламабад; Рамалла; Доха; Ханой; Анкара;
    Додома; Вашингтон; Сана; Претория; Оттава; Бразилиа; Киев; Сан-Сальвадор; Кишинёв; Сува; Хониара; Морони; Прая;
    Кейптаун; Гитега; Бужумбура; Ямусукро; Абиджан; Ла-Пас; Сан-Хосе; Мбабане; Порт-Вила; Нукуалофа
  `,
  ar: `
    أبو ظبي; أبوظبي; كانبيرا; كانبرا; المنامة; برن; بكين; بيجين; ياوندي; كيتو; نيودلهي; نيو دلهي; كينغستون; أستانا; الرباط; ماليه;
    فاليتا; أولان باتور; بورت لويس; ليلونغوي; أبوجا; ويلينغتون; إسلام آباد; رام الله; الدوحة; هانوي; أنقرة; دودوما; واشنطن; صنعاء;
    بريتوريا; أوتاوا; برازيليا; سان سلفادور; موروني; سوفا; هونيارا; جوبا; بوجومبورا; كييف; مكسيكو; سيول; موسكو
  `,
  zh: `
    阿布扎比; 堪培拉; 麦纳麦; 伯尔尼; 北京; 雅温得; 基多; 新德里; 金斯敦; 阿斯塔纳; 科威特城; 拉巴特; 马累; 瓦莱塔; 内比都;
    乌兰巴托; 路易港; 利隆圭; 阿布贾; 惠灵顿; 伊斯兰堡; 拉姆安拉; 多哈; 河内; 安卡拉; 多多马; 华盛顿; 萨那; 比勒陀利亚; 渥太华;
    巴西利亚; 圣萨尔瓦多; 莫罗尼; 苏瓦; 霍尼亚拉; 基加利; 仰光; 平壤; 首尔; 汉城; 莫斯科; 伦敦; 开普敦; 基多
  `,
};
