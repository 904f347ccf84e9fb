import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { publicPageOf } from "@/app/_trpc/public-page";
import { ReceiptsCheck } from "./receipts-check";
import { ReceiptsSheet } from "./receipts-sheet";
import { RecordSection } from "./record-section";

type ReceiptsPageProps = PageProps<"/c/[slug]/rounds/[number]/receipts">;

export async function generateMetadata({ params }: ReceiptsPageProps) {
  const { slug, number } = await params;
  const [t, page] = await Promise.all([getTranslations("participant.receipts"), publicPageOf(slug)]);
  return { title: `${t("title", { number: Number(number) })} · ${page.title}`, robots: { index: false } };
}

/** Where a browser finds its own answers among all that were counted, without saying whose they are. */
export default async function ReceiptsPage({ params }: ReceiptsPageProps) {
  const { slug, number } = await params;
  const [t, page] = await Promise.all([getTranslations("participant.receipts"), publicPageOf(slug)]);
  const round = page.rounds.find((planned) => String(planned.number) === number);
  if (round === undefined) notFound();
  const closed = round.stage === "closed";
  return (
    <ReceiptsSheet
      slug={slug}
      consultation={page}
      title={t("title", { number: round.number })}
      lede={t(closed ? "lede" : "notYet")}
      check={
        closed ? (
          <>
            <ReceiptsCheck slug={slug} round={{ kind: "round", id: round.id, number: round.number }} />
            {round.published && <RecordSection slug={slug} number={round.number} />}
          </>
        ) : null
      }
    />
  );
}
