import { getTranslations } from "next-intl/server";
import { SimulatedNotice } from "@/app/_components/masthead";
import { backgroundPapersOf } from "@/app/_trpc/background-papers";
import { publicPageOf } from "@/app/_trpc/public-page";
import { Arrival } from "./arrival";
import { JoinFlow } from "./join-flow";

export async function generateMetadata({ params }: PageProps<"/c/[slug]/join">) {
  const [t, page] = await Promise.all([
    getTranslations("participant.join"),
    params.then(({ slug }) => publicPageOf(slug)),
  ]);
  return { title: `${t("title")} · ${page.title}`, robots: { index: false } };
}

export default async function JoinPage({ params }: PageProps<"/c/[slug]/join">) {
  const { slug } = await params;
  const [page, background] = await Promise.all([publicPageOf(slug), backgroundPapersOf(slug)]);
  return (
    <>
      {page.simulated && <SimulatedNotice />}
      <JoinFlow slug={slug}>
        <Arrival page={page} background={background} />
      </JoinFlow>
    </>
  );
}
