import { getMessages, getTranslations } from "next-intl/server";
import { BackgroundPapersBeside } from "@/app/_components/background-papers";
import { SimulatedNotice } from "@/app/_components/masthead";
import { backgroundPapersOf } from "@/app/_trpc/background-papers";
import { publicPageOf } from "@/app/_trpc/public-page";
import { Answering } from "./answering";
import { earlierItemsOf } from "./earlier-found";
import { sessionWords } from "./session-words";

export async function generateMetadata({ params }: PageProps<"/c/[slug]/answer">) {
  const [t, page] = await Promise.all([
    getTranslations("participant.answer"),
    params.then(({ slug }) => publicPageOf(slug)),
  ]);
  return { title: `${t("title")} · ${page.title}`, robots: { index: false } };
}

export default async function AnswerPage({ params }: PageProps<"/c/[slug]/answer">) {
  const { slug } = await params;
  const [page, papers] = await Promise.all([publicPageOf(slug), backgroundPapersOf(slug)]);
  const timeZones = Object.fromEntries([
    ...page.rounds.map(({ id, timeZone }) => [id, timeZone]),
    ...page.windows.map(({ roundId, timeZone }) => [roundId, timeZone]),
    ...page.withdrawn.map(({ roundId, timeZone }) => [roundId, timeZone]),
  ]);
  const next = page.rounds.find(({ stage }) => stage === "draft");
  const open = page.rounds.find(({ stage }) => stage === "open");
  // Drawn here, so that a participant's browser loads no script for them.
  const background = Object.fromEntries(
    papers.map(({ roundId, papers: ofRound }) => [
      roundId,
      <BackgroundPapersBeside
        key={roundId}
        slug={slug}
        papers={ofRound}
        timeZone={timeZones[roundId] ?? "UTC"}
      />,
    ]),
  );
  const session = page.room === null ? null : { code: page.room, words: sessionWords(await getMessages()) };
  const earlier = open === undefined ? {} : await earlierItemsOf(slug, open.number);
  return (
    <>
      {page.simulated && <SimulatedNotice />}
      <Answering
        slug={slug}
        title={page.title}
        timeZones={timeZones}
        earlier={{ beside: open?.id ?? null, items: earlier }}
        background={background}
        ended={page.ended}
        session={session}
        next={next === undefined ? null : { id: next.id, opensAt: next.opensAt, timeZone: next.timeZone }}
      />
    </>
  );
}
