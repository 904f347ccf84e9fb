import { EditionPage } from "./edition-page";
import { editionMetadata } from "./shown-edition";

type ReportPageProps = PageProps<"/reports/[slug]">;

export async function generateMetadata({ params }: ReportPageProps) {
  return editionMetadata((await params).slug, null);
}

/** The last edition of a report that stands. */
export default async function ReportPage({ params }: ReportPageProps) {
  return <EditionPage slug={(await params).slug} number={null} />;
}
