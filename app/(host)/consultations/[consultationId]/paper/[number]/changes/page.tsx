import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { forPage, getQueryClient, HydrateClient, trpc } from "@/app/_trpc/server";
import { titleWithin } from "../../../title";
import { VersionChanges } from "./version-changes";

type ChangesPageProps = PageProps<"/consultations/[consultationId]/paper/[number]/changes">;

export async function generateMetadata({ params }: ChangesPageProps) {
  const [t, { consultationId, number }] = await Promise.all([getTranslations("paper"), params]);
  return titleWithin(consultationId, t("compared", { number: Number(number) - 1 }));
}

/** What changed since the version before, and why. */
export default async function ChangesPage({ params }: ChangesPageProps) {
  const { consultationId, number } = await params;
  const version = Number(number);
  if (!Number.isSafeInteger(version)) notFound();
  const client = getQueryClient();
  const [, read] = await Promise.all([
    forPage(client.fetchQuery(trpc.papers.desk.queryOptions({ consultationId }))),
    forPage(client.fetchQuery(trpc.papers.read.queryOptions({ consultationId, number: version }))),
  ]);
  if (read.before === null) notFound();
  return (
    <HydrateClient>
      <VersionChanges key={version} consultationId={consultationId} number={version} />
    </HydrateClient>
  );
}
