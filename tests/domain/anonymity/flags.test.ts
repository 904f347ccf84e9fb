import { expect, test } from "vitest";
import { identifying } from "@/domain/anonymity/identifying";
import gathered from "@/domain/anonymity/naming/gathered-names.json";

const told = (text: string) => identifying(text).map(({ kind, passage }) => `${kind}: ${passage}`);
const flagOf = (code: string) =>
  [...code].map((letter) => String.fromCodePoint((letter.codePointAt(0) ?? 0) + 0x1f1a5)).join("");

test("[A233] the flag of every State names it, wherever it stands", () => {
  const flags = Object.keys(gathered.states).map(flagOf);
  expect(flags).toContain("🇩🇪");
  expect(told(`A text${flags.join("")}.`)).toEqual(flags.map((flag) => `state: ${flag}`));
});

test("[A233] the flag of the European Union names a group, and that of a country within a State names it", () => {
  expect(told("Backed by 🇪🇺 and 🏴󠁧󠁢󠁥󠁮󠁧󠁿, also 🇲\u200b🇾")).toEqual(["group: 🇪🇺", "state: 🏴󠁧󠁢󠁥󠁮󠁧󠁿", "state: 🇲\u200b🇾"]);
});

test.each(["🇺🇳 troops", "🇽🇽 🇿🇿", "🏴 🏴‍☠️ 🏳️ 🏁 🚩", "🇩 🇪, and 🇩 alone", "⛳ 🌍 😀"])(
  "[A233] no delegation is named by %s",
  (text) => {
    expect(told(text)).toEqual([]);
  },
);
