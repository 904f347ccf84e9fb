import "server-only";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { codePointsOf } from "./coverage";

const PACKAGES = "node_modules/@expo-google-fonts";

/**
 * The faces in which documents are set: between them all six official languages. The first of each family has every
 * character that its other faces have. Chinese is a subset, made by `bin/gather-chinese-font.ts`.
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
    name: "Noto Naskh Arabic",
    faces: [
      `${PACKAGES}/noto-naskh-arabic/400Regular/NotoNaskhArabic_400Regular.ttf`,
      `${PACKAGES}/noto-naskh-arabic/600SemiBold/NotoNaskhArabic_600SemiBold.ttf`,
    ],
  },
  { name: "Noto Serif SC", faces: ["server/render/fonts/NotoSerifSC-Regular-subset.ttf"] },
] as const;

/** In the order in which a character's glyph is looked for. */
export const FAMILY_NAMES = FAMILIES.map(({ name }) => name);

/** The bytes of every face. */
export const fontFaces = (): Buffer[] => FAMILIES.flatMap(({ faces }) => faces.map(fontFile));

/** Of each family the code points for which it has a glyph. */
export const codePointsOfFamilies = (): ReadonlySet<number>[] =>
  FAMILIES.map(({ faces: [regular] }) => codePointsOf(fontFile(regular)));

// Everything that runs the product runs it from its root, where migrations are looked for as well.
const fontFile = (path: string): Buffer =>
  readFileSync(join(/* turbopackIgnore: true */ process.cwd(), path));
