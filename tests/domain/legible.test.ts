import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isLegible } from "@/domain/legible";

/** Whether a database would keep it: JSON says NUL and half characters by their codes. */
const writtenOut = (value: unknown) => !/\\u(0000|d[89a-f]..)/i.test(JSON.stringify(value) ?? "");

describe("whether every text in a value can be kept", () => {
  it("[A210] is what its JSON says, whatever the value", () => {
    // A backslash of its own would be written twice and could be taken for the beginning of a code.
    const text = fc.string({ unit: "binary" }).map((drawn) => drawn.replaceAll("\\", ""));
    const odd = fc.oneof(text, fc.constantFrom("\0", "a\ud800", "\udfffb", "\ud83d\ude00"));
    const value = fc.letrec((tie) => ({
      value: fc.oneof(
        { depthSize: "small" },
        odd,
        fc.double(),
        fc.constant(null),
        tie("list"),
        tie("object"),
      ),
      list: fc.array(tie("value"), { maxLength: 4 }),
      object: fc.dictionary(odd, tie("value"), { maxKeys: 4 }),
    })).value;
    fc.assert(
      fc.property(value, (drawn) => {
        expect(isLegible(drawn)).toBe(writtenOut(drawn));
      }),
    );
  });

  it("[A210] is told of a value however deep it goes", () => {
    let deep: unknown = "\0";
    for (let level = 0; level < 200_000; level += 1) deep = [deep];
    expect(isLegible(deep)).toBe(false);
  });
});
