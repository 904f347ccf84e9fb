import { TRPCError } from "@trpc/server";
import { getHTTPStatusCodeFromError } from "@trpc/server/http";
import { getLocale, getTranslations } from "next-intl/server";
import { registry } from "@/app/_trpc/caller";
import { Refusal } from "@/domain/refusal";
import { printedCards } from "@/server/trpc/printed-sheets";
import { refusal, refusedByRegistry, serves } from "@/server/trpc/requests";
import { atMost } from "@/server/trpc/shedding";

/** Sheets of cards that one process sets at the same time. */
const AT_ONCE = 2;

async function cards(request: Request): Promise<Response> {
  if (!serves("registry")) return new Response(null, { status: 404 });
  const refused = refusedByRegistry(request);
  if (refused !== null) return refused;
  const asked: unknown = await request.json().catch(() => null);
  try {
    const caller = await registry();
    // The procedure checks whatever it is given by its own schema.
    const sheet = await caller.sheets.cards(asked as never);
    const [t, locale] = await Promise.all([getTranslations(), getLocale()]);
    return new Response(printedCards(sheet, new Date(), { translate: t.markup, locale }), {
      headers: { "content-type": "application/pdf", "cache-control": "no-store" },
    });
  } catch (error) {
    if (!(error instanceof TRPCError && error.cause instanceof Refusal)) throw error;
    return refusal(getHTTPStatusCodeFromError(error), error.cause.code, error.cause.values);
  }
}

/** Invitation cards for links that whoever asks has just made, as a file to print. Nothing of them is kept. */
export const POST = atMost(AT_ONCE, cards);
