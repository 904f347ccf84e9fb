import "server-only";
import { type Paper, paragraphsOf, type Run } from "@/domain/paper/paper";
import type { Item } from "@/domain/questionnaire/item";
import type { AgendaQuestion, Background } from "@/domain/questionnaire/questionnaire";
import type { Language } from "@/domain/report/wording";
import type { QuestionnaireSheet } from "@/domain/sheets/sheet";
import { say } from "./say";

/** The agenda questions with their items as the template sets them, numbered as on the page. */
export function questionParts({ questionnaire, paper }: QuestionnaireSheet, language: Language) {
  return questionnaire.agendaQuestions.map(
    ({ text, attribution, background, items }: AgendaQuestion, index) => ({
      heading: `${index + 1}. ${text}`,
      attribution,
      background: background === null ? null : rectangular(background),
      items: items.map((item, place) => ({
        prompt: `${index + 1}.${place + 1} ${item.prompt}`,
        help: helpOf(item, language),
        about: item.paragraph === undefined ? null : aboutOf(paper, item.paragraph, language),
        ...offeredBy(item, language),
      })),
    }),
  );
}

/** A table whose rows all have as many cells as it has heads. */
function rectangular({ columns, rows, ...told }: Background) {
  const cells = (row: readonly string[]) => columns.map((_, index) => row[index] ?? "");
  return { ...told, columns, rows: columns.length === 0 ? rows : rows.map(cells) };
}

/** What the hosts say under an item, how it is filled in, and whether an answer is needed. */
function helpOf(item: Item, language: Language): string[] {
  const of = (key: string, values: Parameters<typeof say>[2] = {}) =>
    say(language, `printedQuestionnaire.${key}`, values);
  return [
    ...(item.help === null ? [] : [item.help]),
    ...(item.required ? [of("required")] : []),
    item.kind === "approval" ? of("approvalHelp", boundsOf(item)) : of(`${item.kind}Help`),
  ];
}

function boundsOf({ minimum, maximum }: Extract<Item, { kind: "approval" }>) {
  const low = minimum !== null && minimum > 0;
  const bounds = low ? (maximum === null ? "least" : "some") : maximum === null ? "none" : "most";
  return { bounds, minimum: minimum ?? 0, maximum: maximum ?? 0 };
}

/** What can be ticked or ranked. "No position" is an answer like the others, and stands apart at the end. */
function offeredBy(item: Item, language: Language) {
  const { kind } = item;
  const noPosition = say(language, "printedQuestionnaire.noPosition");
  if (kind === "text") return { kind };
  if (kind !== "scale") return { kind, options: item.options.map(({ text }) => text), noPosition };
  const columns = [say(language, "printedQuestionnaire.statement"), ...item.categories, noPosition];
  return {
    kind,
    columns,
    rows: item.statements.map(({ text }) => text),
    widths: columns.map((_, index) => (index === 0 ? 3 : 1)),
    // Up to seven categories stand side by side.
    type: item.categories.length > 5 ? 7.5 : 8.5,
  };
}

const plainly = (runs: readonly Run[]): string => runs.map(({ text }) => text).join("");

/** The paragraph of the discussion paper that an item is about, or null where the paper has it no more. */
function aboutOf(paper: Paper | null, id: string, language: Language) {
  const found = paper === null ? undefined : paragraphsOf(paper).find(({ paragraph }) => paragraph.id === id);
  if (found === undefined) return null;
  const { number, heading, paragraph } = found;
  return {
    label: say(
      language,
      heading === null ? "printedQuestionnaire.paragraph" : "printedQuestionnaire.paragraphUnder",
      {
        number,
        heading: heading ?? "",
      },
    ),
    text: plainly(paragraph.runs),
    entries: paragraph.items.map(plainly),
  };
}
