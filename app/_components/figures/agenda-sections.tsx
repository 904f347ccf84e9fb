import type { Finding } from "@/domain/findings/finding";
import type { ItemMovement } from "@/domain/findings/movement";
import { itemsOf, type Questionnaire } from "@/domain/questionnaire/questionnaire";
import type { ChosenWords } from "@/domain/wording/chosen";
import type { Moved } from "./basis";
import { FindingArticle, subjectOf } from "./finding-article";
import { hasFigure, ItemFigure } from "./item-figure";
import { ItemMeasures } from "./item-measures";

type AgendaSectionsProps = {
  readonly questionnaire: Questionnaire;
  readonly findings: readonly Finding[];
  /** The words chosen in this round. */
  readonly chosen: ChosenWords;
  readonly movements: readonly ItemMovement[];
};

/** The place of an agenda question on the page. */
export const anchorOf = (questionId: string): string => `question-${questionId}`;

/** Ids of the items that have a figure, in the order in which figures are numbered. */
export const figuresOf = (questionnaire: Questionnaire, findings: readonly Finding[]): string[] =>
  itemsOf(questionnaire)
    .map(({ id }) => id)
    .filter((id) => hasFigure(findings.filter(({ itemId }) => itemId === id)));

/** The findings of a round under its agenda questions, each item with its figure; figures are numbered through. */
export function AgendaSections({ questionnaire, findings, chosen, movements }: AgendaSectionsProps) {
  const drawn = figuresOf(questionnaire, findings);
  return questionnaire.agendaQuestions.map((question, index) => (
    <section id={anchorOf(question.id)} key={question.id}>
      <h2>
        {index + 1}. {question.text}
      </h2>
      {question.attribution !== null && <p className="help">{question.attribution}</p>}
      {question.items.map((item) => {
        const ofItem = findings.filter(({ itemId }) => itemId === item.id);
        const movement = movements.find(({ itemId }) => itemId === item.id);
        return (
          <div key={item.id} className="stack">
            <p className="agenda">{item.prompt}</p>
            <div>
              {ofItem.map((finding) => (
                <FindingArticle
                  key={subjectOf(finding)}
                  finding={finding}
                  chosen={chosen}
                  moved={movedOf(finding, movement)}
                />
              ))}
            </div>
            {drawn.includes(item.id) && (
              <ItemFigure number={drawn.indexOf(item.id) + 1} findings={ofItem} movement={movement} />
            )}
            <ItemMeasures findings={ofItem} />
          </div>
        );
      })}
    </section>
  ));
}

/** The row of movement that is about this very finding: a statement has one of its own. */
export function movedOf(finding: Finding, movement: ItemMovement | undefined): Moved | undefined {
  if (finding.kind !== "scale" || movement?.kind !== "scale") return undefined;
  const row = movement.rows.find(({ id }) => id === finding.statementId);
  return row && { row, since: movement.since };
}
