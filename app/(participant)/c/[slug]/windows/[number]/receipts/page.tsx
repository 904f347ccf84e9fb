import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { Masthead, SimulatedNotice } from "@/app/_components/masthead";
import { publicPageOf } from "@/app/_trpc/public-page";
import { ReceiptsCheck } from "../../../rounds/[number]/receipts/receipts-check";

type WindowReceiptsPageProps = PageProps<"/c/[slug]/windows/[number]/receipts">;

export async function generateMetadata({ params }: WindowReceiptsPageProps) {
  const { slug, number } = await params;
  const [t, page] = await Promise.all([getTranslations("participantWindow.receipts"), publicPageOf(slug)]);
  return { title: `${t("title", { number: Number(number) })} · ${page.title}`, robots: { index: false } };
}

/** Where a browser finds what it sent in a window among all that was counted, without saying whose it is. */
export default async function WindowReceiptsPage({ params }: WindowReceiptsPageProps) {
  const { slug, number } = await params;
  const [t, tReceipts, page] = await Promise.all([
    getTranslations("participantWindow.receipts"),
    getTranslations("participant.receipts"),
    publicPageOf(slug),
  ]);
  const window = page.windows.find((opened) => String(opened.number) === number);
  if (window === undefined) notFound();
  return (
    <>
      {page.simulated && <SimulatedNotice />}
      <Masthead />
      <main className="sheet" id="main">
        <div>
          <p className="eyebrow">{page.title}</p>
          <h1>{t("title", { number: window.number })}</h1>
        </div>
        {window.stage === "closed" ? (
          <>
            <p className="lede">{t("lede")}</p>
            <p className="help">{tReceipts("staysHere")}</p>
            <ReceiptsCheck
              slug={slug}
              round={{ kind: "window", id: window.roundId, number: window.number }}
            />
          </>
        ) : (
          <p className="lede">{t("notYet")}</p>
        )}
        <p>
          <a href={`/c/${slug}`}>{tReceipts("consultation")}</a>
        </p>
      </main>
    </>
  );
}
