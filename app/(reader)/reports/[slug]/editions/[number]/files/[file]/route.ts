import { editionNumberIn } from "@/domain/edition/edition";
import { editionFileResponse } from "../../../../edition-file";

type Context = RouteContext<"/reports/[slug]/editions/[number]/files/[file]">;

/** A file of one edition; `/reports/<slug>/editions/<number>.docx` and its like lead here. */
export async function GET(_request: Request, { params }: Context) {
  const { slug, number, file } = await params;
  return editionFileResponse({ slug, number: editionNumberIn(number) }, file);
}
