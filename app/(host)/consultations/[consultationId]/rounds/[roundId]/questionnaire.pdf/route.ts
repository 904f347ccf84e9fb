import { printedQuestionnaireResponse } from "@/app/_trpc/printed-questionnaire";

/** The questionnaire of any round, to print, for those who work on it: also while it is a draft. */
export async function GET(
  _request: Request,
  { params }: RouteContext<"/consultations/[consultationId]/rounds/[roundId]/questionnaire.pdf">,
) {
  const asked = await params;
  return printedQuestionnaireResponse(({ sheets }) => sheets.inPreparation(asked));
}
