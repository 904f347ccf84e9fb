import { TRPCError } from "@trpc/server";
import { getLocale, getTranslations } from "next-intl/server";
import { registry } from "@/app/_trpc/caller";
import { Refusal } from "@/domain/refusal";
import { toMarkdown } from "@/domain/report/markdown";

/** The published report as Markdown; `/reports/<slug>.md` leads here. */
export async function GET(_request: Request, { params }: RouteContext<"/reports/[slug]/markdown">) {
  const { slug } = await params;
  const [t, locale, caller] = await Promise.all([getTranslations(), getLocale(), registry()]);
  try {
    const { report, ...publication } = await caller.reports.ofConsultation({ slug });
    const markdown = toMarkdown(report, publication, { translate: t.markup, locale });
    return new Response(markdown, { headers: { "content-type": "text/markdown; charset=utf-8" } });
  } catch (error) {
    if (!(error instanceof TRPCError && error.cause instanceof Refusal)) throw error;
    const status = error.cause.code === "not_found" ? 404 : 400;
    return new Response(`${error.message}\n`, {
      status,
      headers: { "content-type": "text/plain; charset=utf-8" },
    });
  }
}
