import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { cache } from "react";
import { registry } from "@/app/_trpc/caller";
import { forPage } from "@/app/_trpc/server";
import { dublinCore } from "@/domain/edition/citation";
import { editionNumberIn, latestStanding } from "@/domain/edition/edition";

/** The number that an address gives; an address with any other text leads to nothing. */
export function numberIn(part: string): number {
  return editionNumberIn(part) ?? notFound();
}

/**
 * What stands at a report's address, or at that of one edition: the list of its editions, the one that is shown, and its
 * content, null where it was withdrawn. Asked for once, however many parts of the page need it.
 */
export const shownEdition = cache(async (slug: string, number: number | null) => {
  const caller = await registry();
  const report = await forPage(caller.editions.list({ slug }));
  const { editions } = report;
  const shown =
    number === null
      ? (latestStanding(editions) ?? editions.at(-1))
      : editions.find((one) => one.number === number);
  if (shown === undefined) notFound();
  const content =
    shown.withdrawal === null
      ? await forPage(caller.reports.ofConsultation({ slug, number: shown.number }))
      : null;
  return { report, shown, content };
});

/** Title and Dublin Core of what stands at the address. */
export async function editionMetadata(slug: string, number: number | null): Promise<Metadata> {
  const [t, locale, { report, content }] = await Promise.all([
    getTranslations(),
    getLocale(),
    shownEdition(slug, number),
  ]);
  const title = `${t("editions.title")} · ${content?.report.title ?? report.title}`;
  if (content === null) return { title };
  const other = { ...dublinCore(content, { translate: t.markup, locale }, locale.slice(0, 2)) };
  return { title, alternates: { canonical: content.address }, other };
}
