import { getTranslations } from "next-intl/server";
import { SimulatedNotice } from "@/app/_components/masthead";
import { forPage, getQueryClient, trpc } from "@/app/_trpc/server";
import { RestoreForm } from "./restore-form";

export async function generateMetadata() {
  const t = await getTranslations("participant.restore");
  return { title: t("title"), robots: { index: false } };
}

export default async function RestorePage({ params }: PageProps<"/c/[slug]/restore">) {
  const { slug } = await params;
  const page = await forPage(
    getQueryClient().fetchQuery(trpc.consultations.publicPage.queryOptions({ slug })),
  );
  return (
    <>
      {page.simulated && <SimulatedNotice />}
      <RestoreForm slug={slug} title={page.title} />
    </>
  );
}
