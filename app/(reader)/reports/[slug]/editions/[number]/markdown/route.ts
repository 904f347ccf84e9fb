import { markdownFile } from "../../../markdown-file";

type Context = RouteContext<"/reports/[slug]/editions/[number]/markdown">;

/** One edition as Markdown; `/reports/<slug>/editions/<number>.md` leads here. */
export async function GET(_request: Request, { params }: Context) {
  const { slug, number } = await params;
  return markdownFile(slug, Number(number));
}
