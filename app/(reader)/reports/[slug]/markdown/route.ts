import { markdownFile } from "../markdown-file";

/** The last edition that stands as Markdown; `/reports/<slug>.md` leads here. */
export async function GET(_request: Request, { params }: RouteContext<"/reports/[slug]/markdown">) {
  return markdownFile((await params).slug);
}
