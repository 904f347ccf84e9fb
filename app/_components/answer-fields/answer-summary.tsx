import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import type { Answer, Item } from "@/domain/questionnaire/item";
import { NO_POSITION } from "@/domain/questionnaire/position";
import type { TextAnswer } from "@/domain/questionnaire/text";
import { isGiven } from "./answered";

type AnswerSummaryProps = {
  readonly item: Item;
  readonly answer: Answer | undefined;
  /** What stands under a text that is written: the check of what it gives away, before it is sent. */
  readonly underText?: (text: string) => ReactNode;
};

/** One item with its answer in words, for reading over before it is sent. */
export function AnswerSummary({ item, answer, underText }: AnswerSummaryProps) {
  if (item.kind === "scale") {
    const marks = answer?.kind === "scale" ? answer.marks : {};
    return (
      <>
        {item.statements.map(({ id, text }) => {
          const mark = marks[id];
          return (
            <div key={id}>
              <dt>{text}</dt>
              <dd>
                <Given
                  answered={mark !== undefined}
                  noPosition={mark === NO_POSITION}
                  words={typeof mark === "number" ? (item.categories[mark] ?? "") : ""}
                />
              </dd>
            </div>
          );
        })}
      </>
    );
  }
  if (answer?.kind === "text" && isGiven(answer))
    return <Written prompt={item.prompt} answer={answer} under={underText?.(answer.text)} />;
  return (
    <div>
      <dt>{item.prompt}</dt>
      <dd>
        <Given answered={isGiven(answer)} noPosition={isNoPosition(answer)} words={inWords(item, answer)} />
      </dd>
    </div>
  );
}

type WrittenProps = { readonly prompt: string; readonly answer: TextAnswer; readonly under: ReactNode };

/** A text at the width of the page, and under it what may be done with it. */
function Written({ prompt, answer, under }: WrittenProps) {
  const t = useTranslations("answerFields");
  return (
    <div className="written">
      <dt>{prompt}</dt>
      <dd dir="auto">{answer.text}</dd>
      <dd className="fine">{t(`consents.${answer.consent}.name`)}</dd>
      {under !== undefined && <dd>{under}</dd>}
    </div>
  );
}

type GivenProps = { readonly answered: boolean; readonly noPosition: boolean; readonly words: string };

function Given({ answered, noPosition, words }: GivenProps) {
  const t = useTranslations("answerFields");
  if (!answered) return <span className="tag none">{t("unanswered")}</span>;
  if (noPosition) return <span className="tag skip-pos">{t("noPosition")}</span>;
  return words === "" ? t("noneOfThese") : words;
}

function isNoPosition(answer: Answer | undefined): boolean {
  if (answer?.kind === "choice") return answer.option === NO_POSITION;
  if (answer?.kind === "approval") return answer.options === NO_POSITION;
  return answer?.kind === "ranking" && answer.places === NO_POSITION;
}

function inWords(item: Item, answer: Answer | undefined): string {
  if (answer === undefined || isNoPosition(answer)) return "";
  const textOf = (id: string) =>
    "options" in item ? (item.options.find((option) => option.id === id)?.text ?? id) : id;
  if (answer.kind === "choice") return textOf(answer.option);
  if (answer.kind === "approval" && answer.options !== NO_POSITION)
    return answer.options.map(textOf).join("; ");
  if (answer.kind === "ranking" && answer.places !== NO_POSITION)
    return answer.places.map((tied, index) => `${index + 1}. ${tied.map(textOf).join(" = ")}`).join("; ");
  return "";
}
