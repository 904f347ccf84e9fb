import { getTranslations } from "next-intl/server";
import { QuestionnairePaper } from "@/app/_components/answer-fields/questionnaire-paper";
import { BackgroundPapersBeside } from "@/app/_components/background-papers";
import { Masthead, SimulatedNotice } from "@/app/_components/masthead";
import { ParagraphBeside } from "@/app/_components/paper/paragraph-beside";
import { backgroundPapersOf } from "@/app/_trpc/background-papers";
import { publicPageOf } from "@/app/_trpc/public-page";
import { forPage, getQueryClient, trpc } from "@/app/_trpc/server";

type QuestionnairePageProps = PageProps<"/c/[slug]/rounds/[number]/questionnaire">;

export async function generateMetadata({ params }: QuestionnairePageProps) {
  const { slug, number } = await params;
  const [t, page] = await Promise.all([getTranslations("participant.paper"), publicPageOf(slug)]);
  return { title: `${t("title", { number: Number(number) })} · ${page.title}` };
}

/** The whole questionnaire of a round that has opened, to read and print before enrolling. */
export default async function QuestionnairePage({ params }: QuestionnairePageProps) {
  const { slug, number } = await params;
  const client = getQueryClient();
  const round = Number(number);
  const [t, tPrinted, background, page, { questionnaire }, { paper }] = await Promise.all([
    getTranslations("participant.paper"),
    getTranslations("printedQuestionnaire"),
    backgroundPapersOf(slug),
    publicPageOf(slug),
    forPage(client.fetchQuery(trpc.questionnaires.ofRound.queryOptions({ slug, number: round }))),
    forPage(client.fetchQuery(trpc.papers.ofRound.queryOptions({ slug, number: round }))),
  ]);
  return (
    <>
      {page.simulated && <SimulatedNotice />}
      <Masthead />
      <main className="sheet" id="main">
        <div>
          <p className="eyebrow">{page.title}</p>
          <h1>{t("title", { number: round })}</h1>
        </div>
        <p className="help">{t("lede")}</p>
        <p>
          <a className="btn secondary small" href={`/c/${slug}/rounds/${round}/questionnaire.pdf`}>
            {tPrinted("link")}
          </a>{" "}
          <span className="help">{tPrinted("linkHelp")}</span>
        </p>
        <BackgroundPapersBeside
          slug={slug}
          papers={background.find(({ number: of }) => of === round)?.papers ?? []}
          timeZone={page.rounds.find(({ number: of }) => of === round)?.timeZone ?? "UTC"}
        />
        <QuestionnairePaper
          questionnaire={questionnaire}
          aboutOf={({ paragraph }) =>
            paper !== null &&
            paragraph !== undefined && (
              <ParagraphBeside
                paper={paper}
                paragraph={paragraph}
                address={`/c/${slug}/paper/${paper.number}`}
              />
            )
          }
        />
      </main>
    </>
  );
}
