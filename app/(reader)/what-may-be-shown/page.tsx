import type { Metadata } from "next";
import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { ExplainingPage } from "@/app/_components/explaining-page";
import { ReportSection } from "@/app/_components/figures/report-document";
import { shownSections } from "@/domain/method/shown";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("shown");
  return { title: t("title") };
}

/** What a release may show, for participants before they answer and for anybody: no session and no data is needed. */
export default async function WhatMayBeShownPage() {
  const t = await getTranslations("shown");
  return (
    <ExplainingPage eyebrow={t("eyebrow")} title={t("title")} subtitle={t("subtitle")}>
      {shownSections().map((section) => (
        <ReportSection key={section.id} section={section} figures={[]} />
      ))}
      <p>
        <Link href="/method" prefetch={false}>
          {t("method")}
        </Link>
      </p>
      <p>
        <Link href="/who-can-learn-what" prefetch={false}>
          {t("learn")}
        </Link>
      </p>
    </ExplainingPage>
  );
}
