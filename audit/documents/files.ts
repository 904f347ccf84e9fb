import { createTranslator } from "use-intl/core";
import type { Language } from "@/domain/report/wording";
import messages from "@/messages/en.json";
import { fileOf } from "@/server/render/files";
import { richEdition } from "@/tests/support/rich-edition";

/** A file to be looked at. */
export type AuditedFile = { readonly name: string; readonly bytes: Uint8Array };

/** What follows a report's address, and the name under which the file is kept. */
const ADDRESSES = [
  ["report.docx", ".docx"],
  ["letter.docx", "/letter.docx"],
  ["data.xlsx", ".xlsx"],
  ["report.pdf", ".pdf"],
  ["letter.pdf", "/letter.pdf"],
] as const;

/** The files that stand beside a published report. What it does not have is left out, such as a letter. */
export async function servedFiles(address: string): Promise<AuditedFile[]> {
  const files = await Promise.all(
    ADDRESSES.map(async ([name, ending]) => {
      const response = await fetch(`${address}${ending}`);
      if (response.status === 404) return [];
      if (!response.ok) throw new Error(`${address}${ending} was answered with ${response.status}`);
      return [{ name, bytes: await response.bytes() }];
    }),
  );
  return files.flat();
}

/** The files of an edition made for the purpose: two rounds of the built-in questionnaire, simulated, with a letter. */
export async function madeFiles(): Promise<AuditedFile[]> {
  const edition = await richEdition();
  const translator = createTranslator({ locale: "en", messages });
  const language: Language = {
    locale: "en-GB",
    // Keys are put together by the domain, so their type cannot be that of the messages.
    translate: (key, values) => translator.markup(key as "product.name", values as Record<string, never>),
  };
  const files = await Promise.all(
    (["report.docx", "letter.docx", "data.xlsx"] as const).map(async (name) => ({
      name,
      file: await fileOf(edition, name, language),
    })),
  );
  return files.flatMap(({ name, file }) => (file === null ? [] : [{ name, bytes: file.bytes }]));
}
