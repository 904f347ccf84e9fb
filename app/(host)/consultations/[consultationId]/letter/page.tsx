import { getTranslations } from "next-intl/server";
import { forPage, getQueryClient, HydrateClient, trpc } from "@/app/_trpc/server";
import { titleWithin } from "../title";
import { LetterDesk } from "./letter-desk";

type LetterPageProps = PageProps<"/consultations/[consultationId]/letter">;

export async function generateMetadata({ params }: LetterPageProps) {
  const [t, { consultationId }] = await Promise.all([getTranslations("letterDesk"), params]);
  return titleWithin(consultationId, t("title"));
}

export default async function LetterPage({ params }: LetterPageProps) {
  const { consultationId } = await params;
  await forPage(getQueryClient().fetchQuery(trpc.letters.read.queryOptions({ consultationId })));
  return (
    <HydrateClient>
      <LetterDesk consultationId={consultationId} />
    </HydrateClient>
  );
}
