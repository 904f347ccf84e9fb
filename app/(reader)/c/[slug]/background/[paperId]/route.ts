import { TRPCError } from "@trpc/server";
import { registry } from "@/app/_trpc/caller";
import { FORMATS, fileNameOf } from "@/domain/background-papers/background-paper";
import { Refusal } from "@/domain/refusal";
import { bytesOfPaper } from "@/server/trpc/background-files";
import { atMost } from "@/server/trpc/shedding";

/** Files that one process begins to hand out at the same time. */
const AT_ONCE = 32;

const STATUS: Readonly<Record<string, number>> = {
  background_paper_withdrawn: 410,
  file_store_unreachable: 503,
};

async function handedOut(request: Request): Promise<Response> {
  // The address is /c/<slug>/background/<id>, as this file's place says.
  const [, , slug = "", , paperId = ""] = new URL(request.url).pathname.split("/");
  try {
    const paper = await (await registry()).backgroundPapers.toHandOut({ slug, paperId });
    const { contentType, extension } = FORMATS[paper.format];
    const name = encodeURIComponent(fileNameOf(paper)).replaceAll("'", "%27");
    return new Response(await bytesOfPaper(paper.file), {
      headers: {
        // A shared device keeps no copy but the one that its reader kept.
        "cache-control": "no-store",
        "content-type": contentType,
        "content-disposition": `attachment; filename="background-paper.${extension}"; filename*=UTF-8''${name}`,
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

/**
 * A background paper, the same for everybody who asks: a file to be kept, and never a page of ours, whatever is in it. Its
 * policy comes from proxy.ts, as every page's.
 */
export const GET = atMost(AT_ONCE, handedOut);
