import { editionFileResponse } from "../../edition-file";

/** A file of the last edition that stands; `/reports/<slug>.docx` and its like lead here. */
export async function GET(_request: Request, { params }: RouteContext<"/reports/[slug]/files/[file]">) {
  const { slug, file } = await params;
  return editionFileResponse({ slug }, file);
}
