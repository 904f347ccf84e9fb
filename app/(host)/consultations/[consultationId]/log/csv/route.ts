import { TRPCError } from "@trpc/server";
import { registry } from "@/app/_trpc/caller";
import { actsCsv } from "@/domain/acts/acts-csv";
import { Refusal } from "@/domain/refusal";

const STATUS: Readonly<Record<string, number>> = { not_signed_in: 401, not_allowed: 403 };

/** A consultation's whole log as a file, for its hosts. */
export async function GET(
  _request: Request,
  { params }: RouteContext<"/consultations/[consultationId]/log/csv">,
) {
  const [{ consultationId }, caller] = await Promise.all([params, registry()]);
  try {
    const { log, people } = await caller.acts.whole({ consultationId });
    return new Response(actsCsv(log, people), {
      headers: {
        "content-type": "text/csv; charset=utf-8",
        "content-disposition": 'attachment; filename="log-of-acts.csv"',
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
