import { expect, test } from "vitest";
import { identifying } from "@/domain/anonymity/identifying";

const passages = (text: string) => identifying(text).map(({ passage }) => passage);

test("[A130] a text that names a delegation is found to, by whichever name, accents and case aside", () => {
  expect(identifying("As Malaysia said, and MALAYSIA’s centre showed.")).toEqual([
    { kind: "names", passage: "Malaysia" },
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
});

test("[A133] a text that says whose it is is found to", () => {
  expect(identifying("Our delegation agrees with the delegation of Peru.")).toEqual([
    { kind: "own", passage: "Our delegation" },
    { kind: "own", passage: "the delegation of" },
    { kind: "names", passage: "Peru" },
  ]);
});
