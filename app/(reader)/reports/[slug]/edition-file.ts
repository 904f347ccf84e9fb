import { TRPCError } from "@trpc/server";
import { getLocale, getTranslations } from "next-intl/server";
import { registry } from "@/app/_trpc/caller";
import { Refusal } from "@/domain/refusal";
import { editionFile } from "@/server/trpc/report-files";

/**
 * One file of a published edition, or the sentence that says why there is none; without a number of the last that stands,
 * and with null none.
 */
export async function editionFileResponse(
  { slug, number }: { readonly slug: string; readonly number?: number | null },
  file: string,
): Promise<Response> {
  const [t, locale, caller] = await Promise.all([getTranslations(), getLocale(), registry()]);
  const missing = () => sentence(t("refusals.not_found"), 404);
  if (number === null) return missing();
  try {
    const published = await caller.reports.ofConsultation(number === undefined ? { slug } : { slug, number });
    const found = await editionFile(published, file, { translate: t.markup, locale });
    if (found === null) return missing();
    // Copied, as the bytes that are kept must not be handed away.
    return new Response(new Uint8Array(found.bytes), {
      headers: {
        "content-type": found.contentType,
        "content-disposition": dispositionOf(slug, file),
      },
    });
  } catch (error) {
    if (!(error instanceof TRPCError && error.cause instanceof Refusal)) throw error;
    const { code } = error.cause;
    return sentence(error.message, code === "not_found" ? 404 : code === "edition_withdrawn" ? 410 : 400);
  }
}

/** Markdown is read where it is; other files are kept, named after their report: `dsr-report.docx`. */
function dispositionOf(slug: string, file: string): string {
  return file.endsWith(".md") ? "inline" : `attachment; filename="${slug}-${file}"`;
}

const sentence = (words: string, status: number) =>
  new Response(`${words}\n`, { status, headers: { "content-type": "text/plain; charset=utf-8" } });
