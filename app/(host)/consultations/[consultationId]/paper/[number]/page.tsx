import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { forPage, getQueryClient, HydrateClient, trpc } from "@/app/_trpc/server";
import { titleWithin } from "../../title";
import { PaperVersion } from "./paper-version";

type VersionPageProps = PageProps<"/consultations/[consultationId]/paper/[number]">;

export async function generateMetadata({ params }: VersionPageProps) {
  const [t, { consultationId, number }] = await Promise.all([getTranslations("paper"), params]);
  return titleWithin(consultationId, t("version", { number: Number(number) }));
}

/** One version: to be written while it can still be changed, else to be read. */
export default async function VersionPage({ params }: VersionPageProps) {
  const { consultationId, number } = await params;
  const version = Number(number);
  if (!Number.isSafeInteger(version)) notFound();
  const client = getQueryClient();
  await Promise.all([
    forPage(client.fetchQuery(trpc.papers.desk.queryOptions({ consultationId }))),
    forPage(client.fetchQuery(trpc.papers.read.queryOptions({ consultationId, number: version }))),
  ]);
  return (
    <HydrateClient>
      <PaperVersion key={version} consultationId={consultationId} number={version} />
    </HydrateClient>
  );
}
