import { getTranslations } from "next-intl/server";
import { forPage, getQueryClient, HydrateClient, trpc } from "@/app/_trpc/server";
import { titleWithin } from "../../../title";
import { RoundQuestionnaire } from "./round-questionnaire";

type QuestionnairePageProps = PageProps<"/consultations/[consultationId]/rounds/[roundId]/questionnaire">;

export async function generateMetadata({ params }: QuestionnairePageProps) {
  const [t, { consultationId }] = await Promise.all([getTranslations("shell"), params]);
  return titleWithin(consultationId, t("questionnaire"));
}

export default async function QuestionnairePage({ params }: QuestionnairePageProps) {
  const { consultationId, roundId } = await params;
  const client = getQueryClient();
  await Promise.all([
    forPage(client.fetchQuery(trpc.consultations.overview.queryOptions({ consultationId }))),
    forPage(client.fetchQuery(trpc.questionnaires.read.queryOptions({ consultationId, roundId }))),
  ]);
  return (
    <HydrateClient>
      <RoundQuestionnaire key={roundId} consultationId={consultationId} roundId={roundId} />
    </HydrateClient>
  );
}
