import { TRPCError } from "@trpc/server";
import { registry } from "@/app/_trpc/caller";
import { Refusal } from "@/domain/refusal";
import { atMost } from "@/server/trpc/shedding";

/** Records that one process puts together at the same time: each asks the ballot box for every leaf of a round. */
const AT_ONCE = 32;

async function record(request: Request): Promise<Response> {
  // The address is /c/<slug>/rounds/<number>/record.json, as this file's place says.
  const [, , slug = "", , number] = new URL(request.url).pathname.split("/");
  try {
    const found = await (await registry()).receipts.record({ slug, number: Number(number) });
    return Response.json(found, {
      headers: { "content-disposition": `attachment; filename="record-${slug}-${number}.json"` },
    });
  } catch (error) {
    if (!(error instanceof TRPCError && error.cause instanceof Refusal)) throw error;
    const status = error.cause.code === "box_unreachable" ? 503 : 404;
    return new Response(`${error.message}\n`, {
      status,
      headers: { "content-type": "text/plain; charset=utf-8" },
    });
  }
}

/** All that a check of a published round rests on, as one file. */
export const GET = atMost(AT_ONCE, record);
