import { execFileSync } from "node:child_process";
import { copyFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";

// `node bin/run.mjs gather-chinese-font`: makes the Chinese face of server/render/fonts anew. The whole family is 115
// megabytes; documents need one weight, and of it the characters in common use.
const FAMILY = { name: "@expo-google-fonts/noto-serif-sc", version: "0.4.3" };
const SUBSETTER = { name: "subset-font", version: "2.9.0" };
const OUT = "server/render/fonts";

/** What `subset-font` exports. */
type Subset = (font: Buffer, text: string, options: { targetFormat: "truetype" }) => Promise<Buffer>;

/** Every character that two bytes stand for in an encoding, within these rows and places. */
function charactersOf(
  encoding: string,
  rows: readonly [number, number],
  places: readonly number[],
): string[] {
  const decoder = new TextDecoder(encoding);
  const found: string[] = [];
  for (let row = rows[0]; row <= rows[1]; row += 1)
    for (const place of places) {
      const character = decoder.decode(Uint8Array.of(row, place));
      if ([...character].length === 1) found.push(character);
    }
  return found;
}

const between = (from: number, to: number) =>
  Array.from({ length: to - from + 1 }, (_, index) => from + index);

const folder = mkdtempSync(join(tmpdir(), "fonts-"));
const packages = [FAMILY, SUBSETTER].map(({ name, version }) => `${name}@${version}`);
execFileSync("npm", [
  "install",
  "--prefix",
  folder,
  "--ignore-scripts",
  "--no-audit",
  "--no-fund",
  ...packages,
]);
const require = createRequire(join(folder, "package.json"));
const subset = require(SUBSETTER.name) as Subset; // the one thing that this package exports
const family = join(folder, "node_modules", FAMILY.name);
// GB 2312, the characters of the mainland, and the more frequent half of Big5, the traditional ones.
const characters = new Set([
  ...charactersOf("gb18030", [0xa1, 0xf7], between(0xa1, 0xfe)),
  ...charactersOf("big5", [0xa4, 0xc6], [...between(0x40, 0x7e), ...between(0xa1, 0xfe)]),
]);
const whole = readFileSync(join(family, "400Regular", "NotoSerifSC_400Regular.ttf"));
writeFileSync(
  join(OUT, "NotoSerifSC-Regular-subset.ttf"),
  await subset(whole, [...characters].join(""), { targetFormat: "truetype" }),
);
copyFileSync(join(family, "LICENSE_FONT"), join(OUT, "NotoSerifSC-LICENSE.txt"));
rmSync(folder, { recursive: true });
console.log(`${characters.size} characters are in ${OUT}.`);
