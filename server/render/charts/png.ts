import "server-only";
import { join } from "node:path";
import { renderAsync } from "@resvg/resvg-js";
import type { Drawing } from "./svg";

/** From the folder of the project, in which every command runs: bundlers would take a path beside this file for a module. */
const fonts = join(process.cwd(), "node_modules/@expo-google-fonts/source-sans-3");
const fontFiles = [
  join(fonts, "400Regular/SourceSans3_400Regular.ttf"),
  join(fonts, "600SemiBold/SourceSans3_600SemiBold.ttf"),
];

/** Dots for each CSS pixel: at the width that a page gives a picture, about 190 to the inch. */
const DENSITY = 2;

/** The drawing as PNG, the same on every machine: no font but the project's own is looked at. Drawn beside the thread that serves. */
export async function pngOf({ svg }: Drawing): Promise<Uint8Array> {
  const picture = await renderAsync(svg, {
    fitTo: { mode: "zoom", value: DENSITY },
    background: "#ffffff",
    font: { fontFiles, loadSystemFonts: false, defaultFontFamily: "Source Sans 3" },
  });
  return picture.asPng();
}
