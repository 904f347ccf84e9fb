import type { Questionnaire } from "@/domain/questionnaire/questionnaire";

/** The one item that a window asks. Its open answers and leaves stand under this id. */
export const NOT_REFLECTED = "notReflected";

/** The agenda question under which it stands, and what it asks. */
export const DRAFT_REPORT = "draft-report";
export const NOT_REFLECTED_PROMPT = "What is not reflected";

/**
 * What every "not reflected" window asks. Browser, registry and ballot box each have it from here; its hash stands in the
 * manifest's entry that opens the window, so its words are never changed once a window has opened with them.
 */
export const windowQuestionnaire: Questionnaire = {
  agendaQuestions: [
    {
      id: DRAFT_REPORT,
      text: "What does the draft report leave out?",
      attribution: null,
      background: null,
      items: [
        {
          id: NOT_REFLECTED,
          kind: "text",
          prompt: NOT_REFLECTED_PROMPT,
          help: "One point after another. Say where in the draft it would belong, if you can.",
          required: false,
        },
      ],
    },
  ],
};
