import "server-only";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { codePointsOf } from "./coverage";

const PACKAGES = "node_modules/@expo-google-fonts";

/**
 * The faces in which documents are set: between them all six official languages. Chinese is a subset, made by
 * `bin/gather-chinese-font.ts`.
 */
const FAMILIES = [
  {
    name: "Source Serif 4",
    faces: [
      `${PACKAGES}/source-serif-4/400Regular/SourceSerif4_400Regular.ttf`,
      `${PACKAGES}/source-serif-4/400Regular_Italic/SourceSerif4_400Regular_Italic.ttf`,
      `${PACKAGES}/source-serif-4/600SemiBold/SourceSerif4_600SemiBold.ttf`,
    ],
  },
  {
    // Of the Arabic faces that were tried, the one whose text programs read back as it was written: others draw a letter
    // of several glyphs, each of which is then read as the letter.
    name: "Amiri",
    faces: [
      `${PACKAGES}/amiri/400Regular/Amiri_400Regular.ttf`,
      `${PACKAGES}/amiri/700Bold/Amiri_700Bold.ttf`,
    ],
  },
  { name: "Noto Serif SC", faces: ["server/render/fonts/NotoSerifSC-Regular-subset.ttf"] },
] as const;

/** In the order in which a character's glyph is looked for. */
export const FAMILY_NAMES = FAMILIES.map(({ name }) => name);

/** The bytes of every face. */
export const fontFaces = (): Buffer[] => FAMILIES.flatMap(({ faces }) => faces.map(fontFile));

/** Of each family the code points for which all of its faces have a glyph. */
export const codePointsOfFamilies = (): ReadonlySet<number>[] =>
  FAMILIES.map(({ faces }) => {
    const [first = new Set<number>(), ...others] = faces.map((face) => codePointsOf(fontFile(face)));
    return new Set([...first].filter((point) => others.every((face) => face.has(point))));
  });

// Everything that runs the product runs it from its root, where migrations are looked for as well.
const fontFile = (path: string): Buffer =>
  readFileSync(join(/* turbopackIgnore: true */ process.cwd(), path));
