import { EditionPage } from "../../edition-page";
import { editionMetadata, numberIn } from "../../shown-edition";

type EditionPageProps = PageProps<"/reports/[slug]/editions/[number]">;

export async function generateMetadata({ params }: EditionPageProps) {
  const { slug, number } = await params;
  return editionMetadata(slug, numberIn(number));
}

/** One edition of a report, at the address that stays its own. */
export default async function OneEditionPage({ params }: EditionPageProps) {
  const { slug, number } = await params;
  return <EditionPage slug={slug} number={numberIn(number)} />;
}
