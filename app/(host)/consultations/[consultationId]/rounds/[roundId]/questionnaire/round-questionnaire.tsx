"use client";

import { useSuspenseQuery } from "@tanstack/react-query";
import { useTRPC } from "@/app/_trpc/client";
import { Editor } from "./editor";
import { ReadOnly } from "./read-only";
import { RoundFiles } from "./round-files";
import { RoundPicker } from "./round-picker";

type RoundQuestionnaireProps = { readonly consultationId: string; readonly roundId: string };

/** The questionnaire of one round: to be edited by hosts while the round is in draft, else to be read. */
export function RoundQuestionnaire({ consultationId, roundId }: RoundQuestionnaireProps) {
  const trpc = useTRPC();
  const { data } = useSuspenseQuery(trpc.questionnaires.read.queryOptions({ consultationId, roundId }));
  const picker = (
    <>
      <RoundPicker consultationId={consultationId} roundId={roundId} />
      <RoundFiles consultationId={consultationId} roundId={roundId} />
    </>
  );
  if (data.frozen || !data.mine.prepare) return <ReadOnly roundId={roundId} read={data} picker={picker} />;
  return <Editor consultationId={consultationId} roundId={roundId} read={data} picker={picker} />;
}
