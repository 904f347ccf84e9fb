import type { Answers, Questionnaire } from "@/domain/questionnaire/questionnaire";

/** One item of each kind. */
export const smallQuestionnaire: Questionnaire = {
  agendaQuestions: [
    {
      id: "q1",
      text: "What should be done?",
      attribution: null,
      background: null,
      items: [
        {
          id: "support",
          kind: "scale",
          prompt: "How far do you support each?",
          help: null,
          required: false,
          statements: [
            { id: "advice", text: "giving advice" },
            { id: "training", text: "training" },
          ],
          categories: ["Strongly oppose", "Oppose", "Neither", "Support", "Strongly support"],
        },
        {
          id: "model",
          kind: "choice",
          prompt: "Which model?",
          help: null,
          required: false,
          options: [
            { id: "one", text: "one" },
            { id: "two", text: "two" },
            { id: "three", text: "three" },
          ],
        },
      ],
    },
    {
      id: "q2",
      text: "Which steps?",
      attribution: null,
      background: null,
      items: [
        {
          id: "steps",
          kind: "approval",
          prompt: "Which steps would you support?",
          help: null,
          required: false,
          minimum: null,
          maximum: null,
          options: [
            { id: "brief", text: "a briefing" },
            { id: "paper", text: "a paper" },
          ],
        },
        {
          id: "order",
          kind: "ranking",
          prompt: "In which order?",
          help: null,
          required: false,
          options: [
            { id: "first", text: "first" },
            { id: "second", text: "second" },
            { id: "third", text: "third" },
          ],
        },
        { id: "why", kind: "text", prompt: "Why?", help: null, required: false },
      ],
    },
  ],
};

/** The same, with a group asked for. */
export const brokenDownQuestionnaire: Questionnaire = {
  ...smallQuestionnaire,
  breakdown: {
    question: "Which group is yours?",
    groups: [
      { id: "north", name: "North" },
      { id: "south", name: "South" },
      { id: "islands", name: "Islands" },
    ],
  },
};

/** An answer to every item; `mark` is the category of both statements. */
export function someAnswers(mark = 3): Answers {
  return {
    support: { kind: "scale", marks: { advice: mark, training: "noPosition" } },
    model: { kind: "choice", option: "two" },
    steps: { kind: "approval", options: ["brief"] },
    order: { kind: "ranking", places: [["second"], ["first", "third"]] },
    why: { kind: "text", text: `Because of reason ${mark}.`, consent: "mayBeReflected" },
  };
}
