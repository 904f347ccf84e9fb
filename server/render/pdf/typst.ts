import "server-only";
import { join } from "node:path";
import { NodeCompiler } from "@myriaddreamin/typst-ts-node-compiler";
import { FAMILY_NAMES, fontFaces } from "./fonts";
import { withRowHeadings } from "./row-headings";
import { settable } from "./settable";

const TEMPLATES = join(/* turbopackIgnore: true */ process.cwd(), "server/render/typst");

type Template = "report" | "letter" | "questionnaire" | "cards";

let compiler: NodeCompiler | undefined;

/**
 * Sets a template of `server/render/typst` with this data as PDF/UA-1. Data is plain JSON and reaches the template as a
 * value, never as source: whatever a text holds, it is text. The same data gives the same bytes.
 */
export function setAsPdf(template: Template, data: Readonly<Record<string, unknown>>): Uint8Array {
  compiler ??= NodeCompiler.create({ workspace: TEMPLATES, fontArgs: [{ fontBlobs: fontFaces() }] });
  const asSet = JSON.stringify({ ...data, fonts: FAMILY_NAMES }, (_, value) =>
    typeof value === "string" ? settable(value) : value,
  );
  try {
    const pdf = compiler.pdf(
      { mainFilePath: join(TEMPLATES, `${template}.typ`), inputs: { data: asSet } },
      { pdfStandard: "ua-1" },
    );
    return withRowHeadings(pdf);
  } catch (error) {
    throw new Error(`Typst could not set the ${template}: ${withoutTexts(error)}`);
  } finally {
    // What Typst keeps of one document would help the next little, and would never be let go.
    compiler.evictCache(0);
  }
}

/** What Typst says, which is in the error's code, without the words of the document that it quotes. */
function withoutTexts(error: unknown): string {
  const { code, message } = error as { code?: unknown; message?: unknown }; // whatever was thrown, these are only read
  const said = String(code ?? message);
  return [...said.matchAll(/message: "((?:[^"\\]|\\.)*)"/g)]
    .map(([, sentence = ""]) => sentence.replaceAll(/`[^`]*`/g, "…"))
    .concat(/SourceDiagnostic/.test(said) ? [] : [said.replaceAll(/`[^`]*`/g, "…").slice(0, 200)])
    .join("; ");
}
