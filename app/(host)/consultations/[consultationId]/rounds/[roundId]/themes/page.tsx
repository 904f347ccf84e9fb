import { getTranslations } from "next-intl/server";
import { forPage, getQueryClient, HydrateClient, trpc } from "@/app/_trpc/server";
import { titleWithin } from "../../../title";
import { Bench } from "./bench";

type ThemesPageProps = PageProps<"/consultations/[consultationId]/rounds/[roundId]/themes">;

export async function generateMetadata({ params }: ThemesPageProps) {
  const [t, { consultationId }] = await Promise.all([getTranslations("shell"), params]);
  return titleWithin(consultationId, t("themes"));
}

/** Nothing of an answer is fetched here: the bench asks the process that holds them, which this one need not be. */
export default async function ThemesPage({ params }: ThemesPageProps) {
  const { consultationId, roundId } = await params;
  await forPage(getQueryClient().fetchQuery(trpc.consultations.overview.queryOptions({ consultationId })));
  return (
    <HydrateClient>
      <Bench consultationId={consultationId} roundId={roundId} />
    </HydrateClient>
  );
}
