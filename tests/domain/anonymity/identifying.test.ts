import fc from "fast-check";
import { expect, test } from "vitest";
import { identifying } from "@/domain/anonymity/identifying";
import { DELEGATIONS } from "@/domain/consultation/delegations";

const passages = (text: string) => identifying(text).map(({ passage }) => passage);
const told = (text: string) => identifying(text).map(({ kind, passage }) => `${kind}: ${passage}`);

test("[A130] a text that names a delegation is found to, by whichever name, accents and case aside", () => {
  expect(told("As Malaysia said, and MALAYSIA’s centre showed.")).toEqual([
    "state: Malaysia",
    "state: MALAYSIA",
  ]);
  expect(passages("in malaysia, in Turkiye, in Côte d'Ivoire and in Cote d’Ivoire")).toEqual([
    "malaysia",
    "Turkiye",
    "Côte d'Ivoire",
    "Cote d’Ivoire",
  ]);
  expect(passages("Russia, the UK and Iran (Islamic Republic of)")).toEqual([
    "Russia",
    "UK",
    "Iran (Islamic Republic of)",
  ]);
});

test.each(DELEGATIONS.map(({ name }) => name))("[A130] %s is found by its own name", (name) => {
  expect(passages(`It was said by ${name}, and rightly.`)).toEqual([name]);
});

test("[A131] only whole names are found, the longest where several stand in one place", () => {
  expect(passages("Papua New Guinea trains others.")).toEqual(["Papua New Guinea"]);
  expect(passages("Nigeria and the Dominican Republic")).toEqual(["Nigeria", "Dominican Republic"]);
  expect(passages("The Malaysianists met in Omanland.")).toEqual([]);
});

test("[A132] common words are not taken for names", () => {
  expect(
    passages("It helps us; a car, a chad and a turkey would not. Wealth in common: the Commonwealth."),
  ).toEqual([]);
  expect(passages("Each delegation spoke. The delegation of powers is another matter.")).toEqual([]);
  expect(passages("Polish the text: male and female officers alike, see p. 5.")).toEqual([]);
  expect(passages("Кроме того, того же мнения придерживаются все. Того достаточно.")).toEqual([]);
  expect(passages("LET US AGREE ON THIS")).toEqual([]);
});

test("[A133] a text that says whose it is is found to", () => {
  expect(told("Our delegation agrees with the delegation of Peru.")).toEqual([
    "own: Our delegation",
    "state: Peru",
  ]);
});

test("[A170] a passage is told by what it gives away", () => {
  expect(told("Malaysia, a Peruvian officer, Kuala Lumpur, the G77, my country")).toEqual([
    "state: Malaysia",
    "people: Peruvian",
    "capital: Kuala Lumpur",
    "group: G77",
    "own: my country",
  ]);
});

test.each([
  ["en", "Mali", "Malian", "Bamako", "African Union", "my delegation"],
  ["fr", "Tchad", "tchadienne", "Moscou", "Union africaine", "ma délégation"],
  ["es", "Alemania", "alemanas", "Londres", "Unión Europea", "nuestra delegación"],
  ["ru", "Малайзией", "малайзийского", "Анкаре", "Африканского союза", "нашей делегации"],
  ["ar", "وماليزيا", "الماليزية", "بالقاهرة", "للاتحاد الأفريقي", "وفد بلادي"],
  ["zh", "马来西亚", "中方", "东京", "非盟", "我国代表团"],
])("[A171] in %s, States, people, capitals, groups and the author are found", (_, ...named) => {
  expect(told(named.join(", "))).toEqual(
    named.map((name, index) => `${["state", "people", "capital", "group", "own"][index]}: ${name}`),
  );
});

test("[A172] look-alike letters, full-width letters and characters that nobody sees hide no name", () => {
  const hidden = [
    "Маlaysia",
    "Μalaysia",
    "Ｍａｌａｙｓｉａ",
    "Ma\u200blay\u00adsia",
    "Pоссия".replace("о", "о"),
    "𝐌𝐚𝐥𝐚𝐲𝐬𝐢𝐚",
  ];
  expect(passages(hidden.join(", "))).toEqual(hidden);
});

test("[A173] a passage is what stands in the author's text between its places, whatever was folded before it", () => {
  const piece = fc.constantFrom(
    "Côte d’Ivoire ",
    "e\u0301",
    "ﬁn ",
    "Ｕ",
    "\u200b",
    "Перу, ",
    "马来西亚",
    "مصر ",
    "😀",
    "🇩🇪",
    "🇵",
    "P e r u ",
    "대한민국",
    "my delegation ",
    "(",
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
      const text = pieces.join("");
      let before = 0;
      for (const { passage, from, to } of identifying(text)) {
        expect(text.slice(from, to)).toBe(passage);
        expect(from).toBeGreaterThanOrEqual(before);
        expect(to).toBeGreaterThan(from);
        before = to;
      }
    }),
  );
});

test("[A174] an instrument or a place that is called after a name names no delegation", () => {
  expect(
    passages(
      "The Paris Agreement, the Vienna Convention, the Accord de Paris, Lake Chad and the Gulf of Guinea",
    ),
  ).toEqual([]);
  expect(passages("Latin American experts; the Indian Ocean; 《罗马规约》")).toEqual([]);
  expect(passages("in French, Spanish and Arabic, en français, باللغة الفرنسية")).toEqual([]);
  expect(passages("The French proposal; a Spanish officer")).toEqual(["French", "Spanish"]);
});

test("[A175] a city where organisations have their seat is a capital only where it is somebody's", () => {
  expect(passages("Meetings in New York, Geneva, Vienna, Nairobi and Addis Ababa")).toEqual([]);
  expect(told("Our colleagues at the ministry in Nairobi agree.")).toEqual(["capital: Nairobi"]);
});

test("[A176] Chinese names are read out of the characters around them, and not out of other words", () => {
  expect(passages("中国和俄罗斯支持海地的安全部门改革。")).toEqual(["中国", "俄罗斯", "海地"]);
  expect(passages("发展中国家和沿海地区在这里加强合作，明智利用资源。")).toEqual([]);
});

test("[A177] a role is the author's where the sentence speaks of its author", () => {
  expect(told("As a troop contributor, we want to be heard.")).toEqual(["own: As a troop contributor"]);
  expect(passages("As a State that contributes troops would say, advice comes late.")).toEqual([]);
});
