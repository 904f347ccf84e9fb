import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { ExplainingPage } from "@/app/_components/explaining-page";
import { ReportContents } from "@/app/_components/figures/report-contents";
import { ReportSection } from "@/app/_components/figures/report-document";
import { methodSections } from "@/domain/method/method";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("method");
  return { title: t("title") };
}

/** How findings are made, for anybody: the same for every consultation, so that no session and no data is needed. */
export default async function MethodPage() {
  const t = await getTranslations("method");
  const sections = methodSections();
  return (
    <ExplainingPage eyebrow={t("eyebrow")} title={t("title")} subtitle={t("subtitle")}>
      <ReportContents sections={sections} />
      {sections.map((section) => (
        <ReportSection key={section.id} section={section} figures={[]} />
      ))}
    </ExplainingPage>
  );
}
