import { TRPCError } from "@trpc/server";
import { getHTTPStatusCodeFromError } from "@trpc/server/http";
import { registry } from "@/app/_trpc/caller";
import { MOST_FILE_BYTES } from "@/domain/background-papers/background-paper";
import { Refusal } from "@/domain/refusal";
import { fromThisOrigin, lengthOf, refusal, serves } from "@/server/trpc/requests";
import { atMost } from "@/server/trpc/shedding";

/** Files that one process receives at the same time: each is held whole until it has been looked at. */
const AT_ONCE = 4;

/** The words that hosts give a file with it, which do not belong in an address; null where they cannot be read. */
function described({ headers }: Request): Record<string, unknown> | null {
  try {
    const said: unknown = JSON.parse(decodeURIComponent(headers.get("x-paper") ?? "{}"));
    return typeof said === "object" && said !== null ? { ...said } : null;
  } catch {
    return null;
  }
}

async function received(request: Request): Promise<Response> {
  if (!serves("registry")) return new Response(null, { status: 404 });
  if (!fromThisOrigin(request)) return refusal(403, "not_allowed");
  const { searchParams } = new URL(request.url);
  const said = described(request);
  const length = lengthOf(request);
  if (said === null || request.body === null || !Number.isSafeInteger(length))
    return refusal(400, "malformed_request");
  if (length > MOST_FILE_BYTES) return refusal(413, "background_file_too_large");
  // Nothing of the body is read before the procedure knows who sends it.
  const sent = { ...Object.fromEntries(searchParams), ...said, file: { length, stream: request.body } };
  try {
    const { backgroundPapers } = await registry();
    // Each procedure checks whatever it is given by its own schema.
    if (searchParams.has("paperId"))
      await backgroundPapers.replace({ ...sent, version: Number(searchParams.get("version")) } as never);
    else await backgroundPapers.add(sent as never);
    return Response.json({});
  } catch (error) {
    if (!(error instanceof TRPCError && error.cause instanceof Refusal)) throw error;
    return refusal(getHTTPStatusCodeFromError(error), error.cause.code, error.cause.values);
  }
}

/** Takes a file as it is, with who, what and where beside it: a new paper, or another file for one that is there. */
export const POST = atMost(AT_ONCE, received);
