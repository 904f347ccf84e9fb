import { TRPCError } from "@trpc/server";
import { getLocale, getTranslations } from "next-intl/server";
import { registry } from "@/app/_trpc/caller";
import type { RefusalCode } from "@/domain/refusal";
import { Refusal } from "@/domain/refusal";
import { toMarkdown } from "@/domain/report/markdown";

const STATUS: Partial<Record<RefusalCode, number>> = { not_found: 404, edition_withdrawn: 410 };

/** An edition of a report as a Markdown file, or the sentence of its refusal; of no number, the last one that stands. */
export async function markdownFile(slug: string, number?: number): Promise<Response> {
  const [t, locale, caller] = await Promise.all([getTranslations(), getLocale(), registry()]);
  try {
    const asked = number === undefined ? { slug } : { slug, number };
    const { report, ...publication } = await caller.reports.ofConsultation(asked);
    const markdown = toMarkdown(report, publication, { translate: t.markup, locale });
    return new Response(markdown, { headers: { "content-type": "text/markdown; charset=utf-8" } });
  } catch (error) {
    if (!(error instanceof TRPCError && error.cause instanceof Refusal)) throw error;
    return new Response(`${error.message}\n`, {
      status: STATUS[error.cause.code] ?? 400,
      headers: { "content-type": "text/plain; charset=utf-8" },
    });
  }
}
