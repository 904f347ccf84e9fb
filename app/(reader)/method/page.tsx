import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { ReportContents } from "@/app/_components/figures/report-contents";
import { ReportSection } from "@/app/_components/figures/report-document";
import { Masthead } from "@/app/_components/masthead";
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
    <>
      <Masthead />
      <main className="report" id="main">
        <p className="eyebrow">{t("eyebrow")}</p>
        <h1>{t("title")}</h1>
        <p className="subtitle">{t("subtitle")}</p>
        <ReportContents sections={sections} />
        {sections.map((section) => (
          <ReportSection key={section.id} section={section} figures={[]} />
        ))}
      </main>
    </>
  );
}
