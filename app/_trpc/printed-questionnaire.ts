import "server-only";
import { TRPCError } from "@trpc/server";
import { getLocale, getTranslations } from "next-intl/server";
import { Refusal } from "@/domain/refusal";
import type { QuestionnaireSheet } from "@/domain/sheets/sheet";
import { printedQuestionnaire } from "@/server/trpc/printed-sheets";
import { registry } from "./caller";

const STATUS: Readonly<Record<string, number>> = { not_signed_in: 401, not_allowed: 403 };

type Asking = (caller: Awaited<ReturnType<typeof registry>>) => Promise<QuestionnaireSheet>;

/** A questionnaire to print, or the sentence that says why there is none. */
export async function printedQuestionnaireResponse(asking: Asking): Promise<Response> {
  try {
    const sheet = await asking(await registry());
    const [t, locale] = await Promise.all([getTranslations(), getLocale()]);
    const slug = new URL(sheet.address).pathname.split("/").at(-1);
    return new Response(printedQuestionnaire(sheet, { translate: t.markup, locale }), {
      headers: {
        "content-type": "application/pdf",
        "content-disposition": `attachment; filename="${slug}-questionnaire-${sheet.round.number}.pdf"`,
        "cache-control": "no-store",
      },
    });
  } catch (error) {
    if (!(error instanceof TRPCError && error.cause instanceof Refusal)) throw error;
    return new Response(`${error.message}\n`, {
      status: STATUS[error.cause.code] ?? 404,
      headers: { "content-type": "text/plain; charset=utf-8" },
    });
  }
}
