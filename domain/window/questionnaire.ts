import type { Questionnaire } from "@/domain/questionnaire/questionnaire";

/** The one item that a window asks. Its open answers and leaves stand under this id. */
export const NOT_REFLECTED = "notReflected";

/**
 * What every "not reflected" window asks. Browser, registry and ballot box each have it from here; its hash stands in the
 * manifest's entry that opens the window, so its words are never changed once a window has opened with them.
 */
export const windowQuestionnaire: Questionnaire = {
  agendaQuestions: [
    {
      id: "draft-report",
      text: "What does the draft report leave out?",
      attribution: null,
      background: null,
      items: [
        {
          id: NOT_REFLECTED,
          kind: "text",
          prompt: "What is not reflected",
          help: "One point after another. Say where in the draft it would belong, if you can.",
          required: false,
        },
      ],
    },
  ],
};
