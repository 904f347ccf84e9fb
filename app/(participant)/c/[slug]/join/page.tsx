import { getTranslations } from "next-intl/server";
import { SimulatedNotice } from "@/app/_components/masthead";
import { forPage, getQueryClient, trpc } from "@/app/_trpc/server";
import { Arrival } from "./arrival";
import { JoinFlow } from "./join-flow";

export async function generateMetadata() {
  const t = await getTranslations("participant.join");
  return { title: t("title"), robots: { index: false } };
}

export default async function JoinPage({ params }: PageProps<"/c/[slug]/join">) {
  const { slug } = await params;
  const page = await forPage(
    getQueryClient().fetchQuery(trpc.consultations.publicPage.queryOptions({ slug })),
  );
  return (
    <>
      {page.simulated && <SimulatedNotice />}
      <JoinFlow slug={slug}>
        <Arrival page={page} />
      </JoinFlow>
    </>
  );
}
