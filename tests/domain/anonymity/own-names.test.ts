import { expect, test } from "vitest";
import { identifying } from "@/domain/anonymity/identifying";
import gathered from "@/domain/anonymity/naming/gathered-names.json";

const passages = (text: string) => identifying(text).map(({ passage }) => passage);
/** The architect's name too, in Russian. */
const LEFT_OUT = ["Росси"];
const gatheredNames = Object.values(gathered.own)
  .flat()
  .filter((name) => !LEFT_OUT.includes(name));

test.each([...new Set(gatheredNames)])("[A234] %s is found, a State in its own language", (name) => {
  // A mark before the first letter is no part of a word.
  expect(identifying(`It was (${name}) who said so.`)).toEqual([
    expect.objectContaining({ kind: "state", passage: name.replace(/^ʻ/, "") }),
  ]);
});

test.each([
  ["ประเทศไทยสนับสนุนข้อเสนอ", "ไทย"],
  ["한국은 지지한다", "한국"],
  ["대한민국의 제안", "대한민국"],
  ["ニッポンと日本は", "ニッポン", "日本"],
  ["भारत में", "भारत"],
  ["བོད་རྒྱ་ནག་གི", "རྒྱ་ནག"],
  ["בישראל ולישראל", "בישראל"],
  ["Bharat, Hayastan; Sakartvelo", "Bharat", "Hayastan", "Sakartvelo"],
])("[A234] names are read out of %s", (text, ...named) => {
  expect(passages(text)).toEqual(expect.arrayContaining(named));
});

test.each([
  "Deutschlands",
  "Sveriges",
  "Polsce",
  "Suomessa",
  "Magyarországon",
  "Україною",
  "Ελλάδας",
  "României",
  "Հայաստանի",
  "საქართველოს",
  "Hrvatskoj",
  "বাংলাদেশের",
  "Türkiye’nin",
])("[A234] %s is found, a name in its case", (name) => {
  expect(passages(`It was (${name}) who said so.`)).toEqual([name.replace(/’.*/, "")]);
});

test.each([
  "Islands and island States; an islander on an island",
  "El polen y la polenta",
  "Пусть Росси",
  "한국어, 日本語, ภาษาไทย",
  "du, ra, norma, gana, brasa, romana, italique",
])("[A234] ordinary words name no State: %s", (text) => {
  expect(passages(text)).toEqual([]);
});

test("[A234] with its accent the same word is a name", () => {
  expect(passages("Ísland, Íslands, I\u0301sland")).toEqual(["Ísland", "Íslands", "I\u0301sland"]);
});
