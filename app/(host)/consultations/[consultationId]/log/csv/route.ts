import { TRPCError } from "@trpc/server";
import { registry } from "@/app/_trpc/caller";
import { actsCsv } from "@/domain/acts/acts-csv";
import { Refusal } from "@/domain/refusal";
import { soughtIn } from "../sought";

const STATUS: Readonly<Record<string, number>> = { not_signed_in: 401, not_allowed: 403 };

/** A consultation's log as a file, for its hosts: all of it, or what the address narrows it to. */
export async function GET(
  request: Request,
  { params }: RouteContext<"/consultations/[consultationId]/log/csv">,
) {
  const [{ consultationId }, caller] = await Promise.all([params, registry()]);
  try {
    const { page: _, ...sought } = soughtIn(Object.fromEntries(new URL(request.url).searchParams));
    const { log, people } = await caller.acts.file({ consultationId, ...sought });
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
