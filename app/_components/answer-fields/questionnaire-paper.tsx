import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import type { Breakdown } from "@/domain/questionnaire/breakdown";
import type { Item } from "@/domain/questionnaire/item";
import type { Questionnaire } from "@/domain/questionnaire/questionnaire";
import { BackgroundTable } from "./background-table";

type QuestionnairePaperProps = {
  readonly questionnaire: Questionnaire;
  /** Draws what an item is about, under what it asks. */
  readonly aboutOf?: (item: Item) => ReactNode;
};

/** The whole questionnaire to read and print; nothing on it can be answered. */
export function QuestionnairePaper({ questionnaire, aboutOf }: QuestionnairePaperProps) {
  const { breakdown } = questionnaire;
  return (
    <>
      <ol className="stack-lg">
        {questionnaire.agendaQuestions.map((question, index) => (
          <li key={question.id} className="stack">
            <h2>
              {index + 1}. {question.text}
            </h2>
            {question.background !== null && <BackgroundTable background={question.background} />}
            {question.items.map((item) => (
              <div key={item.id} className="stack">
                <h3>{item.prompt}</h3>
                {item.help !== null && <p className="help">{item.help}</p>}
                {aboutOf?.(item)}
                <Offered item={item} />
              </div>
            ))}
            {question.attribution !== null && <p className="source">{question.attribution}</p>}
          </li>
        ))}
      </ol>
      {breakdown !== undefined && <GroupPaper breakdown={breakdown} />}
    </>
  );
}

function GroupPaper({ breakdown }: { readonly breakdown: Breakdown }) {
  const t = useTranslations("answerFields");
  return (
    <section className="stack">
      <h2>{breakdown.question}</h2>
      <p className="help">{t("group.paper")}</p>
      <ul className="bullets">
        {breakdown.groups.map(({ id, name }) => (
          <li key={id}>{name}</li>
        ))}
      </ul>
    </section>
  );
}

function Offered({ item }: { item: Item }) {
  const t = useTranslations("answerFields");
  if (item.kind === "text") return <p className="help">{t("paper.text")}</p>;
  const labels = item.kind === "scale" ? item.statements : item.options;
  return (
    <>
      <p className="help">
        {item.kind === "scale"
          ? t("paper.scale", { categories: item.categories.join(" · ") })
          : t(`paper.${item.kind}`)}
      </p>
      <ul className="bullets">
        {labels.map(({ id, text }) => (
          <li key={id}>{text}</li>
        ))}
      </ul>
    </>
  );
}
