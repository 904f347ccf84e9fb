import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { publicPageOf } from "@/app/_trpc/public-page";
import { ReceiptsCheck } from "../../../rounds/[number]/receipts/receipts-check";
import { ReceiptsSheet } from "../../../rounds/[number]/receipts/receipts-sheet";

type WindowReceiptsPageProps = PageProps<"/c/[slug]/windows/[number]/receipts">;

export async function generateMetadata({ params }: WindowReceiptsPageProps) {
  const { slug, number } = await params;
  const [t, page] = await Promise.all([getTranslations("participantWindow.receipts"), publicPageOf(slug)]);
  return { title: `${t("title", { number: Number(number) })} · ${page.title}`, robots: { index: false } };
}

/** Where a browser finds what it sent in a window among all that was counted, without saying whose it is. */
export default async function WindowReceiptsPage({ params }: WindowReceiptsPageProps) {
  const { slug, number } = await params;
  const [t, page] = await Promise.all([getTranslations("participantWindow.receipts"), publicPageOf(slug)]);
  const window = page.windows.find((opened) => String(opened.number) === number);
  if (window === undefined) notFound();
  const closed = window.stage === "closed";
  const round = { kind: "window", id: window.roundId, number: window.number } as const;
  return (
    <ReceiptsSheet
      slug={slug}
      consultation={page}
      title={t("title", { number: window.number })}
      lede={t(closed ? "lede" : "notYet")}
      check={closed ? <ReceiptsCheck slug={slug} round={round} /> : null}
    />
  );
}
