import { getTranslations } from "next-intl/server";
import { SimulatedNotice } from "@/app/_components/masthead";
import { publicPageOf } from "@/app/_trpc/public-page";
import { RestoreForm } from "./restore-form";

export async function generateMetadata({ params }: PageProps<"/c/[slug]/restore">) {
  const [t, page] = await Promise.all([
    getTranslations("participant.restore"),
    params.then(({ slug }) => publicPageOf(slug)),
  ]);
  return { title: `${t("title")} · ${page.title}`, robots: { index: false } };
}

export default async function RestorePage({ params }: PageProps<"/c/[slug]/restore">) {
  const { slug } = await params;
  const page = await publicPageOf(slug);
  return (
    <>
      {page.simulated && <SimulatedNotice />}
      <RestoreForm slug={slug} title={page.title} />
    </>
  );
}
