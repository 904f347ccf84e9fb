import type { Finding } from "@/domain/findings/finding";
import type { Questionnaire } from "@/domain/questionnaire/questionnaire";
import { FindingArticle, subjectOf } from "./finding-article";
import { hasFigure, ItemFigure } from "./item-figure";

type AgendaSectionsProps = { readonly questionnaire: Questionnaire; readonly findings: readonly Finding[] };

/** The place of an agenda question on the page. */
export const anchorOf = (questionId: string): string => `question-${questionId}`;

/** The findings of a round under its agenda questions, each item with its figure; figures are numbered through. */
export function AgendaSections({ questionnaire, findings }: AgendaSectionsProps) {
  const drawn = questionnaire.agendaQuestions
    .flatMap(({ items }) => items)
    .filter(({ id }) => hasFigure(findings.filter(({ itemId }) => itemId === id)))
    .map(({ id }) => id);
  return questionnaire.agendaQuestions.map((question, index) => (
    <section id={anchorOf(question.id)} key={question.id}>
      <h2>
        {index + 1}. {question.text}
      </h2>
      {question.attribution !== null && <p className="help">{question.attribution}</p>}
      {question.items.map((item) => {
        const ofItem = findings.filter(({ itemId }) => itemId === item.id);
        return (
          <div key={item.id} className="stack">
            <p className="agenda">{item.prompt}</p>
            <div>
              {ofItem.map((finding) => (
                <FindingArticle key={subjectOf(finding)} finding={finding} />
              ))}
            </div>
            {drawn.includes(item.id) && <ItemFigure number={drawn.indexOf(item.id) + 1} findings={ofItem} />}
          </div>
        );
      })}
    </section>
  ));
}
