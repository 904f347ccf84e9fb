import { printedQuestionnaireResponse } from "@/app/_trpc/printed-questionnaire";
import { atMost } from "@/server/trpc/shedding";

/** Sheets that one process sets, or hands out again, at the same time. */
const AT_ONCE = 16;

/** The questionnaire of a round that has opened, to print: the same for everybody, without an invitation. */
export const GET = atMost(AT_ONCE, (request: Request) => {
  // The address is /c/<slug>/rounds/<number>/questionnaire.pdf, as this file's place says.
  const [, , slug = "", , number] = new URL(request.url).pathname.split("/");
  return printedQuestionnaireResponse(({ sheets }) => sheets.ofRound({ slug, number: Number(number) }));
});
