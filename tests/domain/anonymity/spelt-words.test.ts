import fc from "fast-check";
import { expect, test } from "vitest";
import { identifying } from "@/domain/anonymity/identifying";
import { DELEGATIONS } from "@/domain/consultation/delegations";

const passages = (text: string) => identifying(text).map(({ passage }) => passage);
const NAMES = DELEGATIONS.map(({ name }) => name).filter((name) =>
  /^[A-Z][a-z]{3,}( [A-Z][a-z]+)*$/.test(name),
);

test("[A235] a name spelt letter by letter is found, whatever stands between its letters", () => {
  const separator = fc.constantFrom(" ", ".", "-", "·", "_", "*", ". ", "|", "\u00a0");
  fc.assert(
    fc.property(fc.constantFrom(...NAMES), separator, fc.boolean(), (name, between, small) => {
      const words = (small ? name.toLowerCase() : name).split(" ").map((word) => [...word].join(between));
      const spelt = words.join(between.repeat(3));
      expect(passages(`It was said by (${spelt}), and rightly by Peru.`)).toEqual([spelt, "Peru"]);
    }),
  );
});

test.each([
  ["à F r a n c e", "F r a n c e"],
  ["и Ф р а н ц и я", "Ф р а н ц и я"],
  ["F r а n c e", "F r а n c e"],
  ["N.A.T.O.", "N.A.T.O"],
  ["م ا ل ي ز ي ا", "م ا ل ي ز ي ا"],
  ["马 来 西 亚 支 持", "马 来 西 亚"],
  ["m y   d e l e g a t i o n", "m y   d e l e g a t i o n"],
])("[A235] in %s too", (text, passage) => {
  expect(passages(text)).toEqual([passage]);
});

test.each([
  "Options A B C D E and a. b. c. d. e.",
  "D E L E G A T I O N of powers",
  "i n d i a n a p o l i s, r o m a n t i c",
  "x, y, z, t; J. R. R. T. Smith; e.g. i.e. a.o.",
  "F r a n-c e; F.r a.n c.e",
])("[A235] letters that spell no name are none: %s", (text) => {
  expect(passages(text)).toEqual([]);
});
